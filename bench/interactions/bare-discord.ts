/** The floor of Discord: discord.js alone, with the same answer to everything. */
import { Client, Events, MessageFlags } from 'discord.js';

const { DISCORD_TOKEN, DISCORD_API_URL = '' } = process.env;
const client = new Client({ intents: [], rest: { api: DISCORD_API_URL } });
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isButton()) await interaction.reply({ content: 'Right.', flags: MessageFlags.Ephemeral });
});
client.once(Events.ClientReady, () => console.error('ready'));
process.once('SIGTERM', () => process.exit());
await client.login(DISCORD_TOKEN);
