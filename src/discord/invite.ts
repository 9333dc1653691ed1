import { PermissionFlagsBits } from 'discord.js';

/**
 * What the bot asks a server for, and why: `applications.commands` for the commands; `bot`, so that it can write where an
 * interaction has expired, and open threads for rounds.
 * Source: Discord developer documentation, OAuth2 scopes.
 */
export const SCOPES = ['applications.commands', 'bot'] as const;

/** Source: Discord developer documentation, Permissions, Bitwise Permission Flags. */
export const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.SendMessagesInThreads;

/** The page on which somebody who manages a server adds the bot to it, or anyone to their own account. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: SCOPES.join(' '),
    permissions: String(PERMISSIONS),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** The application that a token belongs to: its first part is the id, in base64; undefined if it is not. */
export function applicationOf(token: string): string | undefined {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64').toString('latin1');
  return /^\d{17,20}$/.test(id) ? id : undefined;
}
