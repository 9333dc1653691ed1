import { PermissionFlagsBits } from 'discord.js';

/** All that the bot asks Discord and a server for, and why. `docs/discord.md` says the same; a test holds them together. */

/** None: it hears of no messages, members or presences. What people do with it comes as interactions. */
export const INTENTS = [] as const;

/**
 * `applications.commands` for the commands; `bot`, so that it can write where an interaction has expired or nobody
 * asked just now, and open threads for rounds. Source: Discord developer documentation, OAuth2 Scopes.
 */
export const SCOPES = ['applications.commands', 'bot'] as const;

/**
 * To see channels and write in them, and the same in threads of its own; to look for a message of its own before it is
 * posted again; to show pictures, without which their words are said. Source: Permissions, Bitwise Permission Flags.
 */
export const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AttachFiles;
