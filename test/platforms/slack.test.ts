import { describe, expect, test, vi } from 'vitest';
import { commands } from '../../src/tutor/commands.ts';
import { notice, type Reply } from '../../src/tutor/reply.ts';
import { content } from '../support/content.ts';
import { textsIn } from './slack/check-blocks.ts';
import { elementsOf, type Person } from './slack/person.ts';
import { type Served, serve, type Transport } from './slack/serve.ts';
import type { Posted } from './slack/standin.ts';

const ZONE = `$ORIGIN tilia.test.
@ 300 SOA ns hostmaster 1 7200 900 1209600 300
  300 NS ns ; a blank owner
ns 300 A 192.0.2.11
www 300 A 192.0.2.80`;

const wordsOf = (posted: Posted | { blocks: unknown } | undefined): string => textsIn(posted?.blocks).join('');
const labelsOf = (posted: Posted): readonly string[] =>
  elementsOf(posted).flatMap(({ type, text }) => (type === 'button' ? [(text as { text: string }).text] : []));

/** Nothing was refused, and no mention would have gone out. */
function expectNoFault({ standin, log }: Served): void {
  expect({ refusals: standin.refusals, pings: standin.pings, log }).toEqual({ refusals: [], pings: [], log: [] });
}

const isForm = (posted: Posted): boolean =>
  elementsOf(posted).some(({ action_id }) => String(action_id).startsWith('fill'));

/** Asks for items, concept by concept, until one is as wanted. */
async function putItem(
  { replies }: Served,
  isWanted: (posted: Posted) => boolean,
  ask: (line: string) => Promise<unknown>,
): Promise<Posted> {
  for (const { id } of content.concepts) {
    const [posted] = await replies(() => ask(`quiz ${id}`));
    if (posted && isWanted(posted)) return posted;
  }
  throw new Error('no such item');
}

/** All but the one that speaks to everyone. */
const EXAMPLES = commands.flatMap(({ examples }) => examples).filter((line) => !line.endsWith(' everyone'));

describe.each(['socket', 'http'] as const)('the whole program on Slack by %s', (transport: Transport) => {
  // biome-ignore format: a table reads down its columns
  const PLACES: readonly (readonly [where: string, ask: (ann: Person, line: string) => Promise<unknown>, seen: object])[] = [
    ['as a slash command',             (ann, line) => ann.slash('/hostmaster', line.slice(1), { channel: 'CELSEWHERE' }), { by: 'response_url', channel: 'CELSEWHERE', user: 'UANN' }],
    ['in their own conversation',      (ann, line) => ann.say(line),                                                      { by: 'chat.postMessage', channel: 'DUANN' }],
    ['in a thread of it',              (ann, line) => ann.say(line.slice(1), { thread: '7.7' }),                          { by: 'chat.postMessage', channel: 'DUANN', thread: '7.7' }],
    ['by a mention in a channel',      (ann, line) => ann.mention(`<@UBOT> ${line.slice(1)}`),                            { by: 'chat.postEphemeral', channel: 'COPEN', user: 'UANN' }],
    ['by a mention in a thread',       (ann, line) => ann.mention(`<@UBOT> ${line}`, { thread: '7.7' }),                  { by: 'chat.postEphemeral', channel: 'COPEN', user: 'UANN', thread: '7.7' }],
  ];
  test.each(PLACES)('every command is answered %s, to the learner alone', async (_, ask, seen) => {
    const served = await serve(transport);
    const ann = served.someone();
    await served.replies(() => ask(ann, '/quiz'));
    for (const line of EXAMPLES) {
      const posted = await served.replies(async () => expect(await ask(ann, line)).toMatchObject({ isAcked: true }));
      for (const each of posted) expect(each, line).toMatchObject(seen);
      expect(posted.map(wordsOf).join(''), line).not.toBe('');
    }
    expectNoFault(served);
  });

  test('the slash commands of their own do as the one for all', async () => {
    const served = await serve(transport);
    const ann = served.someone();
    const [put] = await served.replies(() => ann.slash('/quiz', ''));
    expect(put).toMatchObject({ by: 'response_url', user: 'UANN' });
    const [dug] = await served.replies(() => ann.slash('/dig', 'www.quillcove-example.com'));
    expect(wordsOf(dug)).toContain('QUESTION SECTION');
    expectNoFault(served);
  });

  test('an item put is responded to by a button, and takes one response', async () => {
    const served = await serve(transport);
    const ann = served.someone();
    const item = await putItem(
      served,
      (posted) => labelsOf(posted).includes('B'),
      (line) => ann.say(line),
    );
    const [feedback] = await served.replies(() => ann.press(item, 'A'));
    expect(wordsOf(feedback)).toMatch(/^(✅|❌)/);
    await vi.waitFor(() => expect(elementsOf(served.standin.messages.find(({ ts }) => ts === item.ts)!)).toEqual([]));
    expect(wordsOf(served.standin.messages.find(({ ts }) => ts === item.ts))).toContain('Your response: A');
    const [again] = await served.replies(() => ann.press(item, 'B'));
    expect(wordsOf(again)).toContain('already');
    expectNoFault(served);
  });

  test.each(['CELSEWHERE', 'COPEN'])('what is typed into a form in %s is the response', async (channel) => {
    const served = await serve(transport);
    const ann = served.someone();
    const item = await putItem(served, isForm, (line) => ann.slash('/hostmaster', line, { channel }));
    expect(await ann.press(item, labelsOf(item)[0] ?? '')).toMatchObject({ isAcked: true });
    const { modals } = served.standin;
    await vi.waitFor(() => expect(modals).toHaveLength(1));
    const [said] = await served.replies(() => ann.submit(modals[0]?.view ?? {}, '-'));
    expect(said).toMatchObject({ channel, user: 'UANN' });
    expect(wordsOf(said)).toMatch(/^(✅|❌|I cannot read)/);
    expectNoFault(served);
  });

  test('a zone file of several lines is sent by a form, and look-ups ask it', async () => {
    const served = await serve(transport);
    const ann = served.someone();
    const [asked] = await served.replies(() => ann.slash('/hostmaster', 'import'));
    if (!asked) throw new Error('there is no form');
    await ann.press(asked, 'Send a zone file');
    const { modals } = served.standin;
    await vi.waitFor(() => expect(modals).toHaveLength(1));
    const [taken] = await served.replies(() => ann.submit(modals[0]?.view ?? {}, ZONE));
    expect(wordsOf(taken)).toContain('answers on ns.tilia.test');
    const [dug] = await served.replies(() => ann.slash('/hostmaster', 'dig www.tilia.test'));
    expect(wordsOf(dug)).toContain('192.0.2.80');
    expectNoFault(served);
  });

  test('several are picked from a menu and sent together', async () => {
    const lines: string[] = [];
    const values = ['a', 'b', 'c'].map((value) => ({ label: `Option ${value}`, value }));
    const menu = { kind: 'menu', label: 'All that apply', values, most: 3, command: '/respond #p {}' } as const;
    const handle = async (_: unknown, line: string) => {
      lines.push(line);
      return { audience: 'learner', blocks: [{ kind: 'text', text: 'Which?' }], choices: [menu] } as const;
    };
    const served = await serve(transport, { handle });
    const ann = served.someone();
    const [put] = await served.replies(() => ann.say('quiz'));
    await served.replies(() => ann.gather(put!, ['a', 'c']));
    expect(lines).toEqual(['/quiz', '/respond #p a c']);
    expectNoFault(served);
  });

  test('one is chosen from a menu and acts at once', async () => {
    const lines: string[] = [];
    const values = [
      { label: 'Hover', value: 'hover' },
      { label: 'Route 53', value: 'route53' },
    ];
    const menu = { kind: 'menu', label: 'Where', values, most: 1, command: '/register a.example {}' } as const;
    const handle = async (_: unknown, line: string) => {
      lines.push(line);
      return { audience: 'channel', blocks: [], choices: [menu] } as const;
    };
    const served = await serve(transport, { handle });
    const ann = served.someone();
    const [put] = await served.replies(() => ann.mention('<@UBOT> register a.example'));
    expect(put).toMatchObject({ by: 'chat.postMessage', channel: 'COPEN' });
    expect(put?.user).toBeUndefined();
    await served.replies(() => ann.choose(put!, 'hover'));
    expect(lines).toEqual(['/register a.example', '/register a.example hover']);
    expectNoFault(served);
  });

  test('the Home tab shows progress, what is due and the sandbox, and its buttons answer in messages', async () => {
    const served = await serve(transport);
    const ann = served.someone();
    await served.replies(() => ann.say('register quillcove-example.com hover'));
    await ann.openHome();
    await vi.waitFor(() => expect(served.standin.homes.has('UANN')).toBe(true));
    const home = served.standin.homes.get('UANN') ?? {};
    const words = textsIn(home.blocks).join('\n');
    for (const part of ['Your progress', 'Nothing is due', 'Your sandbox', 'quillcove-example.com', 'Hover']) {
      expect(words).toContain(part);
    }
    const [put] = await served.replies(() => ann.press(home, 'Next question'));
    expect(put).toMatchObject({ by: 'chat.postMessage', channel: 'DUANN' });
    expectNoFault(served);
  });

  test('the sources of a question are links, and to follow one asks for nothing', async () => {
    const served = await serve(transport);
    const ann = served.someone();
    const item = await putItem(
      served,
      (posted) => labelsOf(posted).includes('B'),
      (line) => ann.say(line),
    );
    await served.replies(() => ann.press(item, 'A'));
    const [why] = await served.replies(() => ann.say('why'));
    const [link] = elementsOf(why!).filter(({ url }) => url !== undefined);
    expect(String(link?.url)).toMatch(/^https:\/\//);
    expect(await ann.send('action', ann.payloads.action(why!, link ?? {}))).toMatchObject({ isAcked: true });
    await served.replies(() => ann.say('help'));
    expect(wordsOf(served.standin.messages.at(-1))).toContain('What you can type');
    expectNoFault(served);
  });

  const DO = { kind: 'button', label: 'Go', command: '/go' } as const;
  const ROUND: Reply = {
    ...{ ...notice('A round begins.'), audience: 'channel' },
    thread: { title: 'A round', first: { ...notice('Question 1', [DO]), audience: 'channel' } },
  };
  const begin = async () => ROUND;

  test.each([
    ['a slash command', (ann: Person) => ann.slash('/hostmaster', 'go', { channel: 'COPEN' })],
    ['a mention', (ann: Person) => ann.mention('<@UBOT> go')],
  ])('a thread hangs from the reply to %s, and its first words are said in it', async (_, ask) => {
    const served = await serve(transport, { handle: begin });
    const ann = served.someone();
    await served.replies(() => ask(ann));
    await vi.waitFor(() => expect(served.standin.messages).toHaveLength(2));
    const [root, first] = served.standin.messages;
    expect(root).toMatchObject({ by: 'chat.postMessage', channel: 'COPEN' });
    expect(first).toMatchObject({ by: 'chat.postMessage', channel: 'COPEN', thread: root?.ts });
    expect([wordsOf(root), wordsOf(first)]).toEqual(['A round begins.', 'Question 1Go']);
    expectNoFault(served);
  });

  test.each([
    ['in a thread', (ann: Person) => ann.mention('<@UBOT> go', { thread: '7.7' }), { channel: 'COPEN', thread: '7.7' }],
    [
      'in a channel that is closed to it',
      (ann: Person) => ann.slash('/hostmaster', 'go', { channel: 'CELSEWHERE' }),
      { channel: 'CELSEWHERE' },
    ],
  ])('%s what were to be said in a thread is said there, to all', async (_, ask, seen) => {
    const served = await serve(transport, { handle: begin });
    await ask(served.someone());
    await vi.waitFor(() => expect(served.standin.messages).toHaveLength(2));
    for (const each of served.standin.messages) {
      expect(each).toMatchObject(seen);
      expect(each.user).toBeUndefined();
    }
    expect(served.log).toEqual([]);
  });

  test('a reply that is to take the place of what was pressed on does', async () => {
    const after: Reply = { ...notice('After.'), audience: 'channel', replaces: true };
    const handle = async (_: unknown, line: string) => (line === '/go' ? after : ROUND);
    const served = await serve(transport, { handle });
    const ann = served.someone();
    await ann.mention('<@UBOT> begin');
    await vi.waitFor(() => expect(served.standin.messages).toHaveLength(2));
    await ann.press(served.standin.messages[1]!, 'Go');
    await vi.waitFor(() => expect(wordsOf(served.standin.messages[1])).toBe('After.'));
    await served.replies(() => ann.say('/go'));
    expect(served.standin.messages).toHaveLength(3);
    expectNoFault(served);
  });

  test("organisers' commands are for who administers the workspace, made the channel, or was allowed to", async () => {
    const served = await serve(transport);
    served.standin.admins.add('UBOSS');
    const said = async (user: string, line: string, channel = 'COPEN') => {
      const [reply] = await served.replies(() => served.someone(user).slash('/hostmaster', line, { channel }));
      return JSON.stringify(reply?.blocks);
    };
    expect(await said('UBOSS', 'organisers allow <@UHELPER|bob>')).toContain('"user_id":"UHELPER"');
    expect(await said('UHELPER', 'organisers')).toContain('"user_id":"UHELPER"');
    expect(await said('UMAKER', 'organisers')).toContain('"user_id":"UHELPER"');
    expect(await said('UMAKER', 'organisers', 'CELSEWHERE')).toContain('is for those who organise');
    expect(await said('UANN', 'organisers')).toContain('is for those who organise');
    expect(served.standin.pings).toEqual([]);
  });

  test('the message shortcut looks up the name in a message', async () => {
    const served = await serve(transport);
    const [dug] = await served.replies(() =>
      served.someone().shortcut('Is <http://quillcove-example.com|quillcove-example.com> up?'),
    );
    expect(dug).toMatchObject({ by: 'response_url', user: 'UANN' });
    expect(wordsOf(dug)).toContain('quillcove-example.com.');
    expectNoFault(served);
  });

  test('a learner in one workspace is another learner in the next', async () => {
    const served = await serve(transport);
    await served.replies(() => served.someone('UANN', 'T1').say('register quillcove-example.com hover'));
    const [here] = await served.replies(() => served.someone('UANN', 'T1').say('world sandbox'));
    const [there] = await served.replies(() => served.someone('UANN', 'T2').say('world sandbox'));
    expect(wordsOf(here)).toContain('quillcove-example.com');
    expect(wordsOf(there)).not.toContain('quillcove-example.com');
  });

  test.each([
    ['a channel mention', '<!channel>'],
    ['a channel mention as typed', '&lt;!channel&gt;'],
    ['everyone', '@everyone <!here>'],
    ['a person', '<@U9|bob>'],
    ['bold and code', '*bold* _it_ ~no~ ```x```'],
    ['an emoji by name', ':smile: :bell:'],
    ['a turn of direction', 'a\u202eb\u200bc\u0000d'],
    ['two thousand characters', 'x'.repeat(2000)],
    ['five thousand emoji', '😀'.repeat(5000)],
  ])('%s is shown as text and obeyed by nobody', async (_, words) => {
    const served = await serve(transport);
    const ann = served.someone();
    await served.replies(() => ann.say('quiz'));
    await served.replies(() => ann.say(words));
    await served.replies(() => ann.slash('/hostmaster', words));
    await served.replies(() => ann.mention(`<@UBOT> dig ${words}`));
    expectNoFault(served);
  });

  test('a button from before an upgrade is answered with a fresh start', async () => {
    const served = await serve(transport);
    const ann = served.someone();
    const [help] = await served.replies(() => ann.say('help'));
    const old = { type: 'button', action_id: 'respond:1:b', block_id: 'b', value: '1' };
    const [said] = await served.replies(() => ann.send('action', ann.payloads.action(help!, old)));
    expect(wordsOf(said)).toContain('earlier version');
    expect(labelsOf(said!)).toEqual(['Quiz', 'Help']);
    const [lost] = await served.replies(() => ann.submit({ callback_id: 'old', private_metadata: 'x' }, 'b'));
    expect(lost).toMatchObject({ channel: 'DUANN' });
  });

  test('what Slack sends that nobody asked for is acknowledged and left alone', async () => {
    const served = await serve(transport);
    const ann = served.someone();
    const own = ann.payloads.message('quiz');
    const deliveries: readonly (readonly ['event' | 'interactive', Record<string, unknown>])[] = [
      ['event', { ...own, event: { ...(own.event as object), bot_id: 'BBOT' } }],
      ['event', { ...own, event: { ...(own.event as object), subtype: 'message_changed' } }],
      ['event', { ...own, event: { ...(own.event as object), channel_type: 'channel' } }],
      ['event', ann.payloads.home('messages')],
      ['interactive', { ...ann.payloads.shortcut('x'), type: 'shortcut' }],
      [
        'interactive',
        { ...ann.payloads.submission({ callback_id: 'x', private_metadata: '' }, ''), type: 'view_closed' },
      ],
    ];
    for (const [kind, payload] of deliveries)
      expect(await served.deliver(kind, payload)).toMatchObject({ isAcked: true });
    await served.replies(() => ann.say('help'));
    expect(served.standin.messages).toHaveLength(1);
  });
});
