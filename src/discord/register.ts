import { type REST, Routes } from 'discord.js';
import { type ApplicationCommand, guildCommands, isRegistered } from './commands.ts';

/**
 * Registers the commands: for all servers, or, where some are named, in those alone, which show them at once. Each list in
 * one call, and only if Discord has another. Says whether it changed any.
 */
export async function registerCommands(
  rest: REST,
  application: string,
  commands: readonly ApplicationCommand[],
  guilds: readonly string[] = [],
): Promise<boolean> {
  const everywhere = Routes.applicationCommands(application);
  // A server that had some of its own, beside those for all, would show each twice.
  if (guilds.length === 0) return withoutOwn(rest, application, await register(rest, everywhere, commands));
  const changed = [await register(rest, everywhere, [])];
  for (const guild of guilds) {
    changed.push(await register(rest, Routes.applicationGuildCommands(application, guild), guildCommands(commands)));
  }
  return changed.includes(true);
}

/** A bot in more servers than this is past being tried out in some of them. */
const MOST_CLEARED = 20;

/** Takes back what servers were given of their own at an earlier start. */
async function withoutOwn(rest: REST, application: string, changed: boolean): Promise<boolean> {
  const query = new URLSearchParams({ limit: String(MOST_CLEARED + 1) });
  const guilds = (await rest.get(Routes.userGuilds(), { query })) as readonly { readonly id: string }[];
  if (guilds.length > MOST_CLEARED) return changed;
  const cleared = [changed];
  for (const { id } of guilds) cleared.push(await register(rest, Routes.applicationGuildCommands(application, id), []));
  return cleared.includes(true);
}

/** Commands in other languages are only listed when asked for. */
const QUERY = new URLSearchParams({ with_localizations: 'true' });

async function register(rest: REST, route: `/${string}`, commands: readonly ApplicationCommand[]): Promise<boolean> {
  const registered = (await rest.get(route, { query: QUERY })) as readonly object[];
  if (isRegistered(commands, registered)) return false;
  await rest.put(route, { body: commands });
  return true;
}
