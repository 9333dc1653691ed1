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
  if (guilds.length === 0) return register(rest, everywhere, commands);
  const changed = [await register(rest, everywhere, [])]; // else those servers would show each command twice
  for (const guild of guilds) {
    changed.push(await register(rest, Routes.applicationGuildCommands(application, guild), guildCommands(commands)));
  }
  return changed.includes(true);
}

/** Commands in other languages are only listed when asked for. */
const QUERY = new URLSearchParams({ with_localizations: 'true' });

async function register(rest: REST, route: `/${string}`, commands: readonly ApplicationCommand[]): Promise<boolean> {
  const registered = (await rest.get(route, { query: QUERY })) as readonly object[];
  if (isRegistered(commands, registered)) return false;
  await rest.put(route, { body: commands });
  return true;
}
