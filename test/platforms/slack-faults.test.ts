import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { notice, type Reply } from '../../src/tutor/reply.ts';
import { textsIn } from './slack/check-blocks.ts';
import { type Served, serve, type Transport } from './slack/serve.ts';
import type { Fault, Posted } from './slack/standin.ts';

/** A tutor that repeats each line, and counts them. */
function echo(over: (line: string) => Promise<void> = async () => {}) {
  const lines: string[] = [];
  const handle = async (_: unknown, line: string): Promise<Reply> => {
    lines.push(line);
    await over(line);
    return notice(`You said ${line}`, [{ kind: 'button', label: 'Again', command: '/again' }]);
  };
  return { lines, handle };
}
const wordsOf = (posted: Posted | undefined): string => textsIn(posted?.blocks).join('');
const said = ({ standin }: Served): readonly string[] => standin.messages.map(({ text }) => text);
const soon = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 5 });

const FORM = { callback_id: 'form', private_metadata: '{"command":"/respond {}","place":{"channel":"COPEN"}}' };

describe.each(['socket', 'http'] as const)('when Slack or the store misbehaves, by %s', (transport: Transport) => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['a slash command', 'slash',      '/dig'],
    ['a message',       'message',    'dig'],
    ['a mention',       'mention',    '<@UBOT> dig'],
    ['a sent form',     'submission', FORM],
  ] as const)('%s that Slack delivers three times is answered once', async (_, kind, given) => {
    const { lines, handle } = echo();
    const served = await serve(transport, { handle });
    const ann = served.someone();
    const payload = kind === 'submission' ? ann.payloads.submission({ ...FORM }, 'x') : ann.payloads[kind](String(given), '' as never);
    await served.replies(() => Promise.all([1, 2, 3].map(() => ann.send(kind, payload))));
    await served.replies(() => ann.say('end'));
    expect(lines).toHaveLength(2);
    expect(served.standin.messages).toHaveLength(2);
  });

  test('a message that Slack delivers again after a newer one is not answered again', async () => {
    const { lines, handle } = echo();
    const served = await serve(transport, { handle });
    const ann = served.someone();
    const [older, newer] = [ann.payloads.message('older'), ann.payloads.message('newer')];
    await served.replies(() => ann.send('message', newer));
    await served.replies(() => ann.send('message', older));
    expect(await ann.send('message', newer)).toMatchObject({ isAcked: true });
    await served.replies(() => ann.say('end'));
    expect(lines).toEqual(['newer', 'older', 'end']);
  });

  test('a double click runs once, and a later press runs again', async () => {
    const { lines, handle } = echo();
    let at = Date.now();
    const served = await serve(transport, { handle, now: () => at as never });
    const ann = served.someone();
    const [put] = await served.replies(() => ann.say('x'));
    await served.replies(() => Promise.all([ann.press(put!, 'Again'), ann.press(put!, 'Again')]));
    at += 5000;
    await served.replies(() => ann.press(put!, 'Again'));
    expect(lines).toEqual(['x', '/again', '/again']);
  });

  test('what another process has claimed is left to it', async () => {
    const { lines, handle } = echo();
    const claims: string[] = [];
    const claim = async (id: string) => claims.push(id) > 1;
    const served = await serve(transport, { handle, claim });
    await served.someone().say('first');
    await served.replies(() => served.someone().say('second'));
    expect(lines).toEqual(['second']);
    expect(new Set(claims).size).toBe(2);
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['a fault of Slack’s, twice',   [{ kind: 'status', status: 503 }, { kind: 'status', status: 500 }]],
    ['a cut connection',            [{ kind: 'cut' }]],
    ['too many calls',              [{ kind: 'status', status: 429, retryAfter: 1 }]],
  ] as const satisfies [string, Fault[]][])('%s delays a reply and neither loses nor doubles it', async (_, faults) => {
    const served = await serve(transport, echo());
    const ann = served.someone();
    for (const [method, ask] of [
      ['chat.postMessage', () => ann.say('x')],
      ['chat.postEphemeral', () => ann.mention('<@UBOT> x')],
      ['response_url', () => ann.slash('/dig', 'x')],
    ] as const) {
      served.standin.misbehave(method, ...faults);
      expect(await served.replies(ask)).toHaveLength(1);
    }
    expect(served.standin.refusals).toEqual([]);
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['a fault of Slack’s',  { kind: 'status', status: 500, after: true }],
    ['a cut connection',    { kind: 'cut', after: true }],
  ] as const satisfies [string, Fault][])('%s after the message was posted does not post it again', async (_, fault) => {
    const served = await serve(transport, echo());
    for (const [method, where] of [['conversations.history', {}], ['conversations.replies', { thread: '7.7' }]] as const) {
      served.standin.misbehave('chat.postMessage', fault);
      await served.replies(() => served.someone().say('x', where));
      await soon(() => expect(served.standin.calls).toContain(method));
    }
    await served.slack.stop();
    expect(said(served)).toEqual(['You said x', 'You said x']);
  });

  test('a learner who waits for Slack’s leave keeps no other waiting', async () => {
    const served = await serve(transport, echo());
    served.standin.misbehave('chat.postMessage', { kind: 'status', status: 429, retryAfter: 4 });
    await served.someone('UANN').say('first');
    await soon(() => expect(served.standin.calls).toContain('chat.postMessage'));
    await served.someone('UBOB').say('second');
    await vi.waitFor(() => expect(said(served)).toEqual(['You said second']), { timeout: 3000, interval: 5 });
    await soon(() => expect(said(served)).toEqual(['You said second', 'You said first']));
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['the channel, where the bot is in it',       'COPEN',      { by: 'chat.postEphemeral', channel: 'COPEN', user: 'UANN' }],
    ['the learner’s messages, where it is not',   'CELSEWHERE', { by: 'chat.postMessage', channel: 'DUANN' }],
  ])('a reply whose response_url has expired comes to %s', async (_, channel, seen) => {
    const served = await serve(transport, echo());
    const ann = served.someone();
    const payload = ann.payloads.slash('/dig', 'x', { channel });
    for (const url of served.standin.responseUrls.values()) url.isExpired = true;
    const [posted] = await served.replies(() => ann.send('slash', payload));
    expect(posted).toMatchObject(seen);
  });

  test('blocks that Slack refuses are said in plain words, though the refusal comes with 200', async () => {
    const served = await serve(transport, echo());
    served.standin.misbehave('response_url', { kind: 'error', error: 'invalid_blocks' });
    const [posted] = await served.replies(() => served.someone().slash('/dig', 'x'));
    expect(posted).toMatchObject({ by: 'response_url', text: 'You said /dig x', blocks: [] });
  });

  test('a reply that reaches nobody is logged, without addresses or tokens', async () => {
    const served = await serve(transport, echo());
    served.standin.misbehave(
      'chat.postMessage',
      ...Array.from({ length: 2 }, () => ({ kind: 'error', error: 'account_inactive' }) as const),
    );
    await served.someone().say('x');
    await soon(() => expect(served.log).toHaveLength(1));
    expect(served.log[0]).toContain('account_inactive');
    expect(served.log.join()).not.toMatch(/xox|xapp|http/);
  });

  test('a form that did not open in time is said, with what to type instead', async () => {
    const form = { kind: 'form', label: 'Respond', placeholder: '', command: '/respond #p {}' } as const;
    const served = await serve(transport, { handle: async () => notice('Which?', [form]) });
    const ann = served.someone();
    const [put] = await served.replies(() => ann.say('quiz'));
    served.standin.misbehave('views.open', { kind: 'error', error: 'expired_trigger_id' });
    const [told] = await served.replies(() => ann.press(put!, 'Respond'));
    expect(wordsOf(told)).toContain('did not open in time');
    expect(wordsOf(told)).toContain('respond #p …');
  });

  test('everything is acknowledged within three seconds though the store takes two', async () => {
    const slow = echo(() => pause(2000));
    const served = await serve(transport, { ...slow, claim: () => pause(2000, true) });
    const ann = served.someone();
    const came = await Promise.all([
      ann.slash('/dig', 'x'),
      ann.mention('<@UBOT> y'),
      ann.say('z'),
      ann.submit(FORM, 'w'),
    ]);
    for (const { isAcked, ms } of came)
      expect({ isAcked, isInTime: ms < 3000 }).toEqual({ isAcked: true, isInTime: true });
    await soon(() => expect(served.standin.messages).toHaveLength(4));
  });

  test.each([
    ['a handler', { handle: () => Promise.reject(new Error('planted xoxb-1-secret')) }],
    ['the store', { claim: () => Promise.reject(new Error('planted xoxb-1-secret')) }],
  ])('when %s breaks, the learner is told, with an id that the log has', async (_, over) => {
    const served = await serve(transport, over);
    const [told] = await served.replies(() => served.someone().slash('/quiz', ''));
    expect(wordsOf(told)).toContain('incident-1');
    expect(served.log[0]).toContain('incident incident-1: Error: planted');
    expect(served.log[0]).not.toContain('secret');
  });

  test('a Home tab that cannot be shown is logged and harms nothing', async () => {
    const served = await serve(transport, echo());
    served.standin.misbehave('views.publish', { kind: 'error', error: 'not_enabled' });
    await served.someone().openHome();
    await soon(() => expect(served.log).toHaveLength(1));
    await served.replies(() => served.someone().say('x'));
  });

  test('stopping finishes what was taken: a hundred in flight, each answered once', async () => {
    const served = await serve(
      transport,
      echo(() => pause(300)),
    );
    const people = Array.from({ length: 100 }, (_, index) => served.someone(`U${index}`));
    const acked = await Promise.all(people.map((each) => each.slash('/dig', each.user)));
    expect(acked.every(({ isAcked }) => isAcked)).toBe(true);
    await served.slack.stop();
    expect([...said(served)].sort()).toEqual(people.map(({ user }) => `You said /dig ${user}`).sort());
  });
});
