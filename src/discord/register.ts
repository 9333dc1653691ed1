import { type REST, Routes } from 'discord.js';
import { type ApplicationCommand, isRegistered } from './commands.ts';

/** Registers the commands, all in one call and only if Discord has others; says whether it did. */
export async function registerCommands(
  rest: REST,
  application: string,
  commands: readonly ApplicationCommand[],
): Promise<boolean> {
  const route = Routes.applicationCommands(application);
  const registered = (await rest.get(route)) as readonly object[];
  if (isRegistered(commands, registered)) return false;
  await rest.put(route, { body: commands });
  return true;
}
