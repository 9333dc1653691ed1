import type { IncomingMessage } from 'node:http';
import { OPTIONAL_SCOPES, SCOPES as OWN_SCOPES } from '../../../src/slack/rights.ts';
import type { State } from './standin.ts';

type Json = Record<string, unknown>;

export const CLIENT_ID = '1.2';
export const CLIENT_SECRET = 'standin-client-secret';
/** Those that the app was set up with. */
const SCOPES: readonly string[] = [...OWN_SCOPES, ...OPTIONAL_SCOPES];

/** What the stand-in knows of those who install the app. */
export interface Grants {
  /** As set at the app's page "OAuth & Permissions". */
  redirectUrl: string;
  /** By what was given to the browser. */
  readonly codes: Map<string, { readonly team: string; readonly redirect: string | null; isUsed: boolean }>;
  /** The workspace of each bot token that was ever given. */
  readonly tokens: Map<string, string>;
  readonly revoked: Set<string>;
  /** The workspace of each person, and of each channel somebody spoke in. */
  readonly places: Map<string, string>;
}

export const noGrants = (): Grants => ({
  ...{ redirectUrl: '', codes: new Map(), tokens: new Map(), revoked: new Set(), places: new Map() },
});

/** The names of workspaces; one that begins with E is an organisation. */
const nameOf = (team: string): string => `Workspace <${team}> & Co`;

export interface Page {
  readonly status: number;
  readonly location?: string;
  readonly text: string;
}

/**
 * The page where a person allows what the app asks for, or does not: shown by GET, decided by POST with `team` and
 * `decision`.
 */
export function answerAuthorize({ grants, serial }: State, request: IncomingMessage, url: URL, body: Json): Page {
  const asked = url.searchParams;
  const redirect = asked.get('redirect_uri');
  if (asked.get('client_id') !== CLIENT_ID) return { status: 400, text: 'invalid_client_id' };
  const scopes = asked.get('scope')?.split(',') ?? [];
  if (scopes.length === 0 || scopes.some((scope) => !SCOPES.includes(scope)))
    return { status: 400, text: 'invalid_scope' };
  if (redirect !== null && redirect !== grants.redirectUrl) return { status: 400, text: 'bad_redirect_uri' };
  if (request.method !== 'POST') return { status: 200, text: `It asks for ${scopes.join(', ')}. Allow? Cancel?` };

  const back = new URL(grants.redirectUrl);
  const state = asked.get('state');
  if (state !== null) back.searchParams.set('state', state);
  if (body.decision !== 'allow') back.searchParams.set('error', 'access_denied');
  else {
    const code = `code.${serial}.${grants.codes.size}`;
    grants.codes.set(code, { team: String(body.team), redirect, isUsed: false });
    back.searchParams.set('code', code);
  }
  return { status: 302, location: back.href, text: '' };
}

/** Gives the token of the workspace for a code; a workspace that has one already keeps it until it is revoked. */
export function answerAccess({ grants }: State, body: Json): Json {
  if (body.client_id !== CLIENT_ID) return { ok: false, error: 'invalid_client_id' };
  if (body.client_secret !== CLIENT_SECRET) return { ok: false, error: 'bad_client_secret' };
  const code = grants.codes.get(String(body.code));
  if (!code) return { ok: false, error: 'invalid_code' };
  if (code.isUsed) return { ok: false, error: 'code_already_used' };
  if ((body.redirect_uri ?? null) !== code.redirect) return { ok: false, error: 'bad_redirect_uri' };
  code.isUsed = true;
  const { team } = code;
  const isOrg = team.startsWith('E');
  const named = { id: team, name: nameOf(team) };
  return {
    ...{ ok: true, app_id: 'A1', authed_user: { id: 'UADMIN' }, scope: SCOPES.join(','), token_type: 'bot' },
    ...{ access_token: tokenOf(grants, team), bot_user_id: 'UBOT', is_enterprise_install: isOrg },
    ...(isOrg ? { team: null, enterprise: named } : { team: named, enterprise: null }),
  };
}

function tokenOf({ tokens, revoked }: Grants, team: string): string {
  for (const [token, of] of tokens) if (of === team && !revoked.has(token)) return token;
  const token = `xoxb-${team}-${tokens.size}-standin-secret`;
  tokens.set(token, team);
  return token;
}

/** Takes the token of a workspace away, as removing the app there does. */
export function revoke({ tokens, revoked }: Grants, team: string): void {
  for (const [token, of] of tokens) if (of === team) revoked.add(token);
}

/** What a token of a workspace cannot be used for: people and channels of another. */
export function misplaced({ grants }: State, team: string, body: Json): string | undefined {
  const isElsewhere = (place: unknown): boolean => (grants.places.get(String(place)) ?? team) !== team;
  if (isElsewhere(body.channel)) return 'channel_not_found';
  if (isElsewhere(body.user) || isElsewhere(body.user_id)) return 'user_not_found';
  return isElsewhere(personOf(body.trigger_id)) ? 'invalid_trigger_id' : undefined;
}

/** Whose act a `trigger_id` came from. */
export const personOf = (trigger: unknown): string => String(trigger).split('-')[0] ?? '';
