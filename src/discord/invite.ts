/**
 * What the bot asks a server for, and why: `applications.commands` for the commands; `bot`, so that it can write to a
 * learner whose interaction has expired.
 * Source: Discord developer documentation, OAuth2 scopes.
 */
export const SCOPES = ['applications.commands', 'bot'] as const;

/** View Channel and Send Messages. Source: Discord developer documentation, permissions, bitwise flags. */
const PERMISSIONS = (1 << 10) | (1 << 11);

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
