import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { OPTIONAL_SCOPES, SCOPES } from '../../src/slack/rights.ts';
import { openStore } from '../../src/store/open-store.ts';
import { browser, type Shown } from './slack/browser.ts';
import { CLIENT_SECRET } from './slack/oauth.ts';
import { KEY, type ServedMany, serveMany } from './slack/serve-many.ts';
import { SIGNING_SECRET } from './slack/standin.ts';

type Browser = ReturnType<typeof browser>;
/** What goes wrong on the way, from Slack's page on. */
type Way = (ann: Browser, served: ServedMany) => Promise<Shown>;

const allowed = async (ann: Browser, { url }: ServedMany): Promise<URL> =>
  new URL(await ann.decide(await ann.begin(url), 'T1'));

/** A state as whoever does not have the key would make it. */
function forged(): string {
  const [head, body] = [
    { alg: 'HS256', typ: 'JWT' },
    { installOptions: { scopes: [] }, now: new Date(Date.now()) },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return `${head}.${body}.${createHmac('sha256', 'a guess').update(`${head}.${body}`).digest('base64url')}`;
}

// biome-ignore format: a table reads down its columns
const WAYS: readonly (readonly [what: string, way: Way, status: number, words: string])[] = [
  ['without a state',  async (ann, served) => {
    const back = await allowed(ann, served);
    back.searchParams.delete('state');
    return ann.comeBack(back.href);
  }, 400, 'not begun in this browser'],
  ['with a forged state', async (ann, served) => {
    const back = await allowed(ann, served);
    back.searchParams.set('state', forged());
    ann.adopt(`slack-app-oauth-state=${forged()}`);
    return ann.comeBack(back.href);
  }, 400, 'not begun in this browser'],
  ['with the state of somebody else', async (ann, served) => {
    const back = await allowed(browser(), served);
    await ann.begin(served.url);
    return ann.comeBack(back.href);
  }, 400, 'not begun in this browser'],
  ['in another browser', async (ann, served) => browser().comeBack((await allowed(ann, served)).href), 400, 'not begun in this browser'],
  ['after it was cancelled', async (ann, { url }) => ann.comeBack(await ann.decide(await ann.begin(url), 'T1', 'cancel')), 403, 'chose not to allow'],
  ['as Slack will not have it', async (ann, served) => {
    await ann.begin(served.url);
    return ann.comeBack(`${served.url}/slack/oauth_redirect?error=invalid_team_for_non_distributed_app`);
  }, 400, 'invalid_team_for_non_distributed_app'],
  ['with an error that is none', async (ann, served) => ann.comeBack(`${served.url}/slack/oauth_redirect?error=%3Cscript%3E`), 400, 'not begun in this browser'],
  ['with nothing', async (ann, served) => ann.comeBack(`${served.url}/slack/oauth_redirect`), 400, 'not begun in this browser'],
  ['with a code that Slack does not know', async (ann, served) => {
    const back = await allowed(ann, served);
    back.searchParams.set('code', 'x');
    return ann.comeBack(back.href);
  }, 400, 'invalid_code'],
  ['while Slack is out of order', async (ann, served) => {
    served.standin.misbehave('oauth.v2.access', { kind: 'status', status: 503 });
    return ann.comeBack((await allowed(ann, served)).href);
  }, 500, 'Something broke'],
  ['for a whole organisation', async (ann, { url }) => ann.comeBack(await ann.decide(await ann.begin(url), 'E1')), 400, 'whole organisation'],
];
test.each(WAYS)(
  'an installation that comes back %s shows why, is logged in one line, and is none',
  async (_, way, status, words) => {
    const served = await serveMany();
    const shown = await way(browser(), served);
    expect(shown.status).toBe(status);
    expect(shown.text).toContain(words);
    expect(shown.text).toContain('Begin again');
    expect(shown.text).not.toContain('script');
    expect(served.log).toEqual([expect.stringMatching(/^slack: not installed: ./)]);
    for (const workspace of ['T1', 'E1', ''])
      expect(await served.store.installation('slack', workspace)).toBeUndefined();
    expect(`${shown.text} ${served.log}`).not.toMatch(/xox|code\.\d|secret|eyJ/);
  },
);

test('what came back once cannot come back again, even with its cookie', async () => {
  const served = await serveMany();
  const ann = browser();
  const back = await allowed(ann, served);
  const cookie = ann.cookie();
  expect(await ann.comeBack(back.href)).toMatchObject({ status: 200 });
  expect(await ann.comeBack(back.href)).toMatchObject({ status: 400 });
  ann.adopt(cookie);
  const again = await ann.comeBack(back.href);
  expect(again).toMatchObject({ status: 400, text: expect.stringContaining('code_already_used') });
});

test('a client secret that Slack refuses is told, and not shown', async () => {
  const served = await serveMany({}, { clientSecret: 'wrong-secret' });
  const { status, text } = await served.install('T1');
  expect([status, served.log]).toEqual([400, ['slack: not installed: bad_client_secret']]);
  expect(text).not.toContain('wrong-secret');
});

test('a store that fails leaves nothing installed and no page unanswered', async () => {
  const store = await openStore(':memory:');
  const keepInstallation = () => Promise.reject(new Error('planted xoxb-1-2'));
  const served = await serveMany({ installations: { ...store, keepInstallation } });
  expect(await served.install('T1')).toMatchObject({ status: 500 });
  expect(served.log).toEqual(['slack: not installed: planted x…']);
});

test('Slack is asked for what the app needs, and the browser given a cookie that scripts cannot read', async () => {
  const { url } = await serveMany();
  const response = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const address = new URL(response.headers.get('location') ?? '');
  expect(response.status).toBe(302);
  expect(address.pathname).toBe('/oauth/v2/authorize');
  expect(address.searchParams.get('scope')).toBe([...SCOPES, ...OPTIONAL_SCOPES].join(','));
  expect(address.searchParams.get('client_id')).toBe('1.2');
  expect(address.href).not.toMatch(new RegExp([CLIENT_SECRET, SIGNING_SECRET, KEY.toString('hex')].join('|')));
  expect(response.headers.get('set-cookie')).toMatch(/HttpOnly/);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['posting to the way out',     'POST',  '/slack/install',         404],
  ['posting to the way back',    'POST',  '/slack/oauth_redirect',  404],
  ['deliveries by GET',          'GET',   '/slack/events',          404],
])('%s is refused', async (_, method, path, status) => {
  const { url } = await serveMany();
  expect((await fetch(`${url}${path}`, { method })).status).toBe(status);
});

test('while the program stops, nothing is installed any more', async () => {
  const served = await serveMany();
  const ann = browser();
  const back = await allowed(ann, served);
  await served.slack.stop();
  expect(await ann.comeBack(back.href)).toMatchObject({ status: 503 });
  expect((await fetch(`${served.url}/slack/install`)).status).toBe(503);
  expect(await served.store.installation('slack', 'T1')).toBeUndefined();
});
