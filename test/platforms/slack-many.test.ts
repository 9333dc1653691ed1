import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { button, notice, type Reply } from '../../src/tutor/reply.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import { temporaryFolder } from '../support/store.ts';
import { revoke } from './slack/oauth.ts';
import { elementsOf, type Person } from './slack/person.ts';
import { KEY, type ServedMany, serveMany } from './slack/serve-many.ts';
import type { Posted } from './slack/standin.ts';

const FORM = { kind: 'form', label: 'Respond', placeholder: '', command: '/respond #p {}' } as const;
const echo = async (_: Account, line: string): Promise<Reply> =>
  notice(`You said ${line}`, [button('Again', '/again'), FORM]);
const soon = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 5 });

const TEAMS = [
  { team: 'T1', user: 'UANN', channel: 'C1' },
  { team: 'T2', user: 'UBEA', channel: 'C2' },
] as const;

/** Both workspaces have installed the app. */
async function bothInstalled(...given: Parameters<typeof serveMany>): Promise<ServedMany> {
  const served = await serveMany(...given);
  for (const { team, channel } of TEAMS) {
    served.standin.channels.add(channel);
    expect(await served.install(team)).toMatchObject({ status: 200 });
  }
  return served;
}

const said = ({ replies }: ServedMany, person: Person, line: string) => replies(() => person.say(line));
/** Each of a workspace is told to it, with its own token. */
const everyone = async (served: ServedMany, act: (person: Person, at: (typeof TEAMS)[number]) => Promise<unknown>) => {
  for (const at of [...TEAMS, ...TEAMS]) await act(served.someone(at.user, at.team), at);
  expect(served.standin.refusals).toEqual([]);
};

test('an installation says in which workspace, and what to type first', async () => {
  const { install, log } = await serveMany();
  const { text, headers } = await install('T1');
  for (const part of ['title', 'h1'])
    expect(text).toContain(`<${part}>Hostmaster is installed in Workspace &lt;T1&gt; &amp; Co</${part}>`);
  expect(text).toContain('/quiz');
  expect(text).not.toContain('Begin again');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
  expect(log).toEqual(['slack: installed in T1']);
});

// biome-ignore format: a table reads down its columns
const WAYS: readonly (readonly [how: string, ask: (person: Person, channel: string) => Promise<unknown>, seen: object])[] = [
  ['a message',                 (person) => person.say('quiz'),                                                { by: 'chat.postMessage' }],
  ['a mention in a channel',    (person, channel) => person.mention('<@UBOT> quiz', { channel }),              { by: 'chat.postEphemeral' }],
  ['a slash command',           (person, channel) => person.slash('/quiz', '', { channel }),                   { by: 'response_url' }],
  ['the message shortcut',      (person, channel) => person.shortcut('a.example?', { channel }),               { by: 'response_url' }],
];
test.each(WAYS)('%s is answered in the workspace it came from, with its own token', async (_, ask, seen) => {
  const served = await bothInstalled({ handle: echo });
  await everyone(served, async (person, { team, user, channel }) => {
    const posted = await served.replies(() => ask(person, channel));
    expect(posted).toHaveLength(1);
    expect([channel, `D${user}`]).toContain(posted[0]?.channel);
    expect(posted[0]).toMatchObject(seen);
    if (posted[0]?.by !== 'response_url') expect(posted[0]?.team).toBe(team);
  });
});

test('a button, its form and what is typed there stay in their workspace', async () => {
  const served = await bothInstalled({ handle: echo });
  const { modals } = served.standin;
  await everyone(served, async (person, { team, user }) => {
    const [put] = await said(served, person, 'quiz');
    const [again] = await served.replies(() => person.press(put as Posted, 'Again'));
    expect(again).toMatchObject({ team, channel: `D${user}`, text: 'You said /again' });
    modals.length = 0;
    await person.press(put as Posted, 'Respond');
    await soon(() => expect(modals).toMatchObject([{ user }]));
    const [told] = await served.replies(() => person.submit(modals[0]?.view ?? {}, 'b'));
    expect(told).toMatchObject({ team, channel: `D${user}`, text: 'You said /respond #p b' });
  });
});

test('a response to an item takes its buttons off in the same workspace', async () => {
  const handle = async (_: Account, line: string) => notice(`You said ${line}`, [button('A', '/respond #p a')]);
  const served = await bothInstalled({ handle });
  await everyone(served, async (person) => {
    const [put] = await said(served, person, 'quiz');
    await served.replies(() => person.press(put as Posted, 'A'));
    await soon(() =>
      expect(elementsOf(served.standin.messages.find(({ ts }) => ts === put?.ts) as Posted)).toEqual([]),
    );
  });
});

test('each Home tab is shown with its own token', async () => {
  const served = await bothInstalled();
  const { homes } = served.standin;
  await everyone(served, async (person, { user }) => {
    homes.clear();
    await person.openHome();
    await soon(() => expect([...homes.keys()]).toEqual([user]));
  });
});

test('a learner in one workspace is another learner in the next', async () => {
  const served = await bothInstalled();
  const [ann, bea] = TEAMS.map(({ user, team }) => served.someone(user, team)) as [Person, Person];
  await said(served, ann, 'register mossgate-example.com hover');
  const [there] = await said(served, bea, 'world sandbox');
  expect(JSON.stringify(there)).not.toContain('mossgate');
});

test('a delivery from a workspace that did not install is acknowledged, logged in one line, and left', async () => {
  const { someone, deliver, standin, log } = await serveMany({ handle: echo });
  const eve = someone('UEVE', 'T3');
  for (const act of [() => eve.say('quiz'), () => eve.slash('/quiz', ''), () => eve.openHome()])
    expect(await act()).toMatchObject({ isAcked: true });
  expect(
    await deliver('event', {
      type: 'event_callback',
      event_id: 'E',
      team_id: '',
      event: { type: 'message', user: 'U', channel: 'D', channel_type: 'im' },
    }),
  ).toMatchObject({ isAcked: true });
  await soon(() => expect(log).toHaveLength(4));
  expect(log[0]).toBe('slack: a delivery was left, as T3 is not installed');
  expect(standin.calls).toEqual([]);
});

test('a workspace that installs again is served with its new token', async () => {
  const served = await bothInstalled({ handle: echo });
  const ann = served.someone('UANN', 'T1');
  await said(served, ann, 'one');
  revoke(served.standin.grants, 'T1');
  await served.install('T1');
  const [second] = await said(served, ann, 'two');
  expect(second).toMatchObject({ team: 'T1', text: 'You said two' });
  expect(served.standin.refusals).toEqual([]);
});

test('the store keeps tokens sealed: the row of one workspace serves no other, nor an altered one any', async () => {
  const { store, someone, log, standin } = await bothInstalled({ handle: echo });
  const [one = '', other = ''] = [await store.installation('slack', 'T1'), await store.installation('slack', 'T2')];
  await store.keepInstallation('slack', 'T1', other, 1 as never);
  await store.keepInstallation('slack', 'T2', `${one.slice(0, -2)}AA`, 1 as never);
  const before = log.length;
  for (const { user, team } of TEAMS) await someone(user, team).say('quiz');
  await soon(() => expect(log).toHaveLength(before + 2));
  expect(log.at(-1)).toMatch(
    /^slack: a delivery was left, as T2 cannot be served: this HOSTMASTER_KEY is not its own$/,
  );
  expect(log.join()).not.toContain(one.slice(3, 20));
  expect(standin.messages).toEqual([]);
});

test('processes on one database share installations at once, and begin and end them for each other', async () => {
  const standin = (await serveMany()).standin;
  const file = `${temporaryFolder()}/shared.db`;
  const stores = [await openStore(file), await openStore(file)];
  onTestFinished(() => Promise.all(stores.map((store) => store.close())).then(() => {}));
  standin.grants.redirectUrl = '';
  const [one, other] = (await Promise.all(
    stores.map((store) =>
      serveMany({ handle: echo, claim: (id) => store.claimDelivery('slack', id, 1 as never) }, {}, { standin, store }),
    ),
  )) as [ServedMany, ServedMany];
  // Begun at whichever, Slack leads back to the one address that is set.
  for (const each of [one, other]) expect(await each.install('T1')).toMatchObject({ status: 200 });
  for (const each of [one, other])
    expect(await said(each, each.someone('UANN', 'T1'), 'x')).toMatchObject([{ team: 'T1' }]);
  revoke(standin.grants, 'T1');
  await one.install('T1');
  for (const each of [one, other]) expect(await said(each, each.someone('UANN', 'T1'), 'x')).toHaveLength(1);
  const payload = one.someone('UANN', 'T1').payloads.message('once');
  await one.replies(() => Promise.all([one.deliver('event', payload), other.deliver('event', payload)]));
  await said(other, other.someone('UANN', 'T1'), 'end');
  expect(standin.messages.filter(({ text }) => text === 'You said once')).toHaveLength(1);
  expect(standin.refusals).toEqual([]);
});

test('another key serves nobody, and the right one again serves all', async () => {
  const { standin, store } = await bothInstalled();
  const wrong = await serveMany({ handle: echo }, { masterKey: Buffer.alloc(32, 8) }, { standin, store });
  await wrong.someone('UANN', 'T1').say('quiz');
  await soon(() => expect(wrong.log).toHaveLength(1));
  expect(wrong.log[0]).toContain('T1 cannot be served: this HOSTMASTER_KEY is not its own');
  const right = await serveMany({ handle: echo }, { masterKey: Buffer.from(KEY) }, { standin, store });
  expect(await said(right, right.someone('UANN', 'T1'), 'quiz')).toMatchObject([{ team: 'T1' }]);
});

test('everything is acknowledged within three seconds though each look into the store takes two', async () => {
  const store = await openStore(':memory:');
  const slow = {
    ...store,
    installation: (...of: Parameters<typeof store.installation>) => pause(2000).then(() => store.installation(...of)),
  };
  const served = await bothInstalled(
    { handle: echo, installations: slow, claim: () => pause(2000, true) },
    {},
    { store },
  );
  const ann = served.someone('UANN', 'T1');
  const came = await Promise.all([ann.slash('/quiz', ''), ann.say('z'), ann.openHome()]);
  for (const { isAcked, ms } of came)
    expect({ isAcked, isInTime: ms < 1500 }).toEqual({ isAcked: true, isInTime: true });
  await soon(() => expect(served.standin.messages).toHaveLength(2));
  await soon(() => expect(served.standin.homes.size).toBe(1));
});

test('when the store breaks, whoever can be reached without a token is told', async () => {
  const store = await openStore(':memory:');
  const broken = { ...store, installation: () => Promise.reject(new Error('planted')) };
  const served = await serveMany({ installations: broken });
  const [told] = await served.replies(() => served.someone('UANN', 'T1').slash('/quiz', ''));
  expect(told?.text).toContain('incident-1');
  await served.someone('UANN', 'T1').say('quiz');
  await soon(() => expect(served.log.filter((line) => line.includes('planted'))).toHaveLength(2));
  expect(served.standin.messages).toHaveLength(1);
});
