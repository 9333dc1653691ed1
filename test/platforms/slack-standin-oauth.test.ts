import { expect, onTestFinished, test } from 'vitest';
import { CLIENT_ID, CLIENT_SECRET, revoke } from './slack/oauth.ts';
import { person } from './slack/person.ts';
import { BOT_TOKEN, type Standin, startStandin } from './slack/standin.ts';

type Json = Record<string, unknown>;
const BACK = 'https://bot.example/slack/oauth_redirect';
const REQUEST = { client_id: CLIENT_ID, scope: 'commands,chat:write', state: 's' };
const OURS = { client_id: CLIENT_ID, client_secret: CLIENT_SECRET };

async function aStandin(): Promise<Standin> {
  const standin = await startStandin();
  onTestFinished(() => standin.stop());
  standin.grants.redirectUrl = BACK;
  return standin;
}

async function call({ apiUrl }: Standin, method: string, body: Json, token?: string): Promise<Json> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Json;
}

/** Where the browser is sent after a decision, and the page's status. */
async function decide({ url }: Standin, request: Record<string, string>, decision: string, team = 'T1') {
  const page = `${url}/oauth/v2/authorize?${new URLSearchParams(request)}`;
  const body = new URLSearchParams({ team, decision });
  const response = await fetch(page, { method: 'POST', body, redirect: 'manual' });
  const location = response.headers.get('location');
  return { status: response.status, text: await response.text(), back: location ? new URL(location) : undefined };
}

async function tokenFor(standin: Standin, team: string): Promise<string> {
  const { back } = await decide(standin, REQUEST, 'allow', team);
  const { access_token } = await call(standin, 'oauth.v2.access', { ...OURS, code: back?.searchParams.get('code') });
  return String(access_token);
}

// biome-ignore format: a table reads down its columns
test.each([
  ['another app',              { client_id: '9.9' },                              'invalid_client_id'],
  ['no scope',                 { scope: '' },                                     'invalid_scope'],
  ['a scope the app has not',  { scope: 'commands,pins:write' },                  'invalid_scope'],
  ['another address to return to', { redirect_uri: 'https://evil.example/' },     'bad_redirect_uri'],
])('the stand-in asks nobody to allow %s', async (_, over, error) => {
  const came = await decide(await aStandin(), { ...REQUEST, ...over }, 'allow');
  expect(came).toEqual({ status: 400, text: error, back: undefined });
});

test('the stand-in sends the browser back with a code, or with why there is none', async () => {
  const standin = await aStandin();
  const allowed = await decide(standin, REQUEST, 'allow');
  expect(allowed.back?.href).toMatch(/^https:\/\/bot\.example\/slack\/oauth_redirect\?state=s&code=code/);
  const { back } = await decide(standin, REQUEST, 'cancel');
  expect(back?.href).toBe(`${BACK}?state=s&error=access_denied`);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another app',               { client_id: '9.9' },         'invalid_client_id'],
  ['another secret',            { client_secret: 'x' },       'bad_client_secret'],
  ['a code that is none',       { code: 'x' },                'invalid_code'],
  ['another address',           { redirect_uri: 'https://evil.example/' }, 'bad_redirect_uri'],
])('the stand-in gives no token for %s', async (_, over, error) => {
  const standin = await aStandin();
  const { back } = await decide(standin, REQUEST, 'allow');
  const code = back?.searchParams.get('code');
  expect(await call(standin, 'oauth.v2.access', { ...OURS, code, ...over })).toEqual({ ok: false, error });
  expect(await call(standin, 'oauth.v2.access', { ...OURS, code })).toMatchObject({ ok: true, team: { id: 'T1' } });
  expect(await call(standin, 'oauth.v2.access', { ...OURS, code })).toEqual({ ok: false, error: 'code_already_used' });
});

test('a workspace keeps its token until it is revoked', async () => {
  const standin = await aStandin();
  const first = await tokenFor(standin, 'T1');
  expect(await tokenFor(standin, 'T1')).toBe(first);
  expect(await tokenFor(standin, 'T2')).not.toBe(first);
  expect(await call(standin, 'auth.test', {}, first)).toMatchObject({ ok: true, team_id: 'T1' });
  expect(await call(standin, 'auth.test', {}, await tokenFor(standin, 'T2'))).toMatchObject({ team_id: 'T2' });
  revoke(standin.grants, 'T1');
  expect(await call(standin, 'auth.test', {}, first)).toEqual({ ok: false, error: 'token_revoked' });
  const second = await tokenFor(standin, 'T1');
  expect(second).not.toBe(first);
  expect(await call(standin, 'auth.test', {}, second)).toMatchObject({ ok: true, team_id: 'T1' });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a channel',         'chat.postMessage',   { channel: 'COPEN', text: 'x' },                 'channel_not_found'],
  ['a conversation',    'chat.postMessage',   { channel: 'DUBEA', text: 'x' },                 'channel_not_found'],
  ['a person',          'chat.postMessage',   { channel: 'UBEA', text: 'x' },                  'channel_not_found'],
  ['a person’s Home',   'views.publish',      { user_id: 'UBEA', view: {} },                   'user_not_found'],
])('the stand-in lets no token into %s of another workspace', async (_, method, body, error) => {
  const standin = await aStandin();
  const bea = person(standin, async () => ({ isAcked: true, status: 200, ack: '', ms: 0 }), 'UBEA', 'T2');
  await bea.mention('<@UBOT> quiz');
  expect(await call(standin, method, body, await tokenFor(standin, 'T1'))).toEqual({ ok: false, error });
  const own = await call(standin, method, body, await tokenFor(standin, 'T2'));
  expect(own.error).not.toBe(error);
});

test('the stand-in opens no form for a token of another workspace', async () => {
  const standin = await aStandin();
  const bea = person(standin, async () => ({ isAcked: true, status: 200, ack: '', ms: 0 }), 'UBEA', 'T2');
  const { trigger_id } = bea.payloads.slash('/quiz', '');
  const token = await tokenFor(standin, 'T1');
  expect(await call(standin, 'views.open', { trigger_id, view: {} }, token)).toMatchObject({
    error: 'invalid_trigger_id',
  });
  expect(await call(standin, 'views.open', { trigger_id, view: {} })).toMatchObject({ error: 'not_authed' });
  expect(await call(standin, 'auth.test', {}, 'xoxb-none')).toMatchObject({ error: 'invalid_auth' });
  expect(await call(standin, 'auth.test', {}, BOT_TOKEN)).toMatchObject({ ok: true });
});
