import { DiscordAPIError, type REST, Routes } from 'discord.js';
import { type Finding, fault, good, note } from '../base/finding.ts';
import { printableLine } from '../base/printable.ts';
import type { Instant } from '../base/time.ts';
import type { Declaration } from '../tutor/command.ts';
import type { Translations } from '../tutor/translations.ts';
import { applicationCommands, guildCommands, isRegistered } from './commands.ts';
import { inviteLink } from './invite.ts';
import { PERMISSIONS } from './rights.ts';
import type { DiscordSettings } from './start.ts';

/** What the program has, to be held against what Discord has. */
export interface Examined {
  readonly declarations: readonly Declaration[];
  readonly translations: Translations;
  readonly now: () => Instant;
}

/** A server that the bot is in, with what it may do there. */
interface Guild {
  readonly id: string;
  readonly name: string;
  readonly permissions: string;
}

/** Whether the commands are registered as they are to be. */
export async function examineCommands(
  rest: REST,
  application: string,
  { guilds = [] }: DiscordSettings,
  { declarations, translations }: Examined,
): Promise<readonly Finding[]> {
  const wanted = applicationCommands(declarations, translations);
  const everywhere = Routes.applicationCommands(application);
  const lists = [
    { where: 'for all servers', route: everywhere, commands: guilds.length === 0 ? wanted : [] },
    ...guilds.map((guild) => ({
      ...{ where: `in server ${guild}`, route: Routes.applicationGuildCommands(application, guild) },
      commands: guildCommands(wanted),
    })),
  ];
  const findings: Finding[] = [];
  for (const { where, route, commands } of lists) {
    const about = `Discord commands ${where}`;
    try {
      const query = new URLSearchParams({ with_localizations: 'true' });
      const isSame = isRegistered(commands, (await rest.get(route, { query })) as readonly object[]);
      findings.push(
        isSame
          ? good(about, `${commands.length} are registered.`)
          : note(about, 'They are other than they are to be. The next start registers them.'),
      );
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      findings.push(
        fault(about, `Discord does not show them: ${printableLine(error.message)}. Is the bot in that server?`),
      );
    }
  }
  return findings;
}

/** More are not looked at one by one. */
const MOST_GUILDS = 100;

/** Where the bot is, and whether it can write there when an interaction has expired. */
export async function examineServers(rest: REST, application: string): Promise<readonly Finding[]> {
  const query = new URLSearchParams({ limit: String(MOST_GUILDS) });
  const guilds = (await rest.get(Routes.userGuilds(), { query })) as readonly Guild[];
  if (guilds.length === 0) return [note('Discord servers', `The bot is in none. Add it: ${inviteLink(application)}`)];
  const lacking = guilds.filter(({ permissions }) => (BigInt(permissions) & PERMISSIONS) !== PERMISSIONS);
  return [
    good(
      'Discord servers',
      `The bot is in ${guilds.length === MOST_GUILDS ? `${MOST_GUILDS} or more` : guilds.length}.`,
    ),
    ...lacking.map(({ name, id }) =>
      note(
        'Discord permissions',
        `In ${printableLine(name)} (${id}) it may not all that it needs: see channels, write, open threads, write in them, and find its own messages. Invite it again.`,
      ),
    ),
  ];
}
