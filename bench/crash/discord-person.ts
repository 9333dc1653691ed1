import { writeControl } from '../../src/discord/control.ts';
import { aLearner } from '../../test/platforms/discord/learner.ts';
import { MANAGE_SERVER } from '../../test/platforms/discord/payload.ts';
import type { StandIn } from '../../test/platforms/discord/stand-in.ts';
import type { Interaction, Message } from '../../test/platforms/discord/state.ts';
import type { Person, Sent } from './person.ts';

const PRESS = 3;
const RESPOND_MS = 3000;

export interface DiscordPerson extends Person {
  /** Uses a command with its options by name. */
  use(name: string, options: Readonly<Record<string, string | number>>): Sent;
}

/** Somebody in a channel of a Discord server. @param organises whether they manage it */
export function discordPerson(
  discord: StandIn,
  { user, server, channel }: { readonly user: string; readonly server: string; readonly channel: string },
  organises = false,
): DiscordPerson {
  const rights = organises ? { permissions: MANAGE_SERVER } : {};
  const learner = aLearner(discord, 'server', server, user, rights, channel);
  let last: Message | undefined;

  const sentAs = (interaction: Interaction): Sent => ({
    shown() {
      if (interaction.state !== 'answered') return undefined;
      last = interaction.messages.at(-1) ?? last;
      return JSON.stringify(interaction.messages.map(({ components }) => components));
    },
    again() {
      interaction.respondBefore = Date.now() + RESPOND_MS;
      learner.again(interaction);
    },
  });
  return {
    ...{ user, platform: 'discord', space: server },
    use: (name, options) => sentAs(learner.command(name, options)),
    type(words) {
      const [name = '', option] = words.split(' ');
      return sentAs(learner.command(name, option === undefined ? {} : { cap: option }));
    },
    press(command) {
      const custom_id = writeControl({ kind: 'press', command }, 0);
      return sentAs(learner.send(PRESS, { component_type: 2, custom_id }, last));
    },
  };
}
