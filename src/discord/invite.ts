import { PERMISSIONS, SCOPES } from './rights.ts';

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
