import { expect, test } from 'vitest';
import type { Address } from '../../../src/tutor/courier.ts';
import { postDuePrompts } from '../../../src/tutor/daily/post-due-prompts.ts';
import { serverSubject } from '../../../src/tutor/settings/settled.ts';
import { readPresentation } from '../../../src/tutor/stored.ts';
import { aServer, HERE, momentOf } from '../../support/daily.ts';
import { lookingOn } from '../../support/looking-on.ts';

const ANNA: Address = { ...HERE, kind: 'direct', user: 'anna' };

type Server = Awaited<ReturnType<typeof aServer>>;
const kinds = async ({ store }: Server, id = 's1') =>
  (await store.lastPrompts(id, 20)).map(({ kind, date }) => [date, kind]).reverse();

/** The letter that is right, and one that is not, of the prompt put last. */
async function letters({ store }: Server, id = 's1') {
  const prompt = (await store.lastPrompts(id, 1))[0];
  if (prompt?.kind !== 'put') throw new Error('no prompt was put');
  const { form } = readPresentation(prompt.body);
  if (form.kind !== 'single-choice' && form.kind !== 'true-false') throw new Error(form.kind);
  return { id: prompt.id, right: 'abcd'[form.key] ?? '', wrong: form.key === 0 ? 'b' : 'a' };
}

test('a prompt comes within its minute, once', async () => {
  const server = await aServer();
  await server.schedule();
  await server.at('2026-03-02T08:59:59Z');
  expect(server.shown()).toEqual([]);
  await server.at('2026-03-02T09:00:41Z');
  await server.at('2026-03-02T09:30Z');
  expect(server.shown()).toEqual([expect.stringContaining('Daily prompt: ')]);
  expect(server.shown()[0]).toContain('until it closes: when the next one comes.');
});

test('when the next comes the last is closed, and its message tells how it went', async () => {
  const server = await aServer();
  await server.schedule();
  await server.at('2026-03-02T09:01Z');
  const { id, right, wrong } = await letters(server);
  expect(await server.say(`/pick #${id} ${wrong}`, 'ben')).toContain(`You chose ${wrong.toUpperCase()}.`);
  expect(await server.say(`/pick #${id} ${right}`, 'ben')).toContain(`instead of ${wrong.toUpperCase()}`);
  await server.say(`/pick #${id} ${right}`, 'cleo');
  await server.say(`/pick #${id} ${right}`, 'dora');
  await server.say('/settings shown on', 'cleo');
  await server.at('2026-03-03T09:01Z');
  const [closed, open] = server.shown();
  expect(closed).toMatch(/Daily prompt, closed/);
  expect(closed).toContain('3 of 3, right');
  expect(closed).toContain('2 of 3 were right at the first try.');
  expect(closed).toMatch(/Who got it\W+@cleo/);
  expect(closed).toContain('And 2 others.');
  expect(closed).not.toContain('ben');
  expect(open).toContain('The one before: 2 of 3 were right at the first try.');
  expect(await server.say(`/pick #${id} ${wrong}`, 'ben')).toContain(
    `is closed. You had chosen ${right.toUpperCase()}, which was right.`,
  );
  expect(await server.say(`/pick #${id} ${wrong}`, 'emil')).toContain('You had not responded to it');
  const [review] = await server.store.reviews(await server.learner('ben'));
  expect(review).toMatchObject({
    response: right.toUpperCase(),
    verdict: 'correct',
    rating: 'good',
    at: momentOf('2026-03-02T09:01Z'),
  });
  expect(await server.say(`/why #${id}`, 'ben')).toContain('You said');
});

test('a prompt closes at its set time, and takes nothing from then on', async () => {
  const server = await aServer();
  await server.schedule({ until: '18:00' });
  await server.at('2026-03-02T09:01Z');
  expect(server.shown()[0]).toContain('until it closes: at 18:00, Europe/Lisbon.');
  const { id, right } = await letters(server);
  server.skip(9 * 3_600_000);
  expect(await server.say(`/pick #${id} ${right}`, 'ben')).toContain('is closed');
  await server.at('2026-03-02T18:00Z');
  expect(server.shown()).toEqual([expect.stringContaining('Nobody responded this time.')]);
});

test('an item comes again only when the channel has had the others', async () => {
  const server = await aServer();
  await server.schedule();
  const put: string[] = [];
  for (let day = 2; day < 2 + 6; day++) {
    await server.at(`2026-03-0${day}T09:01Z`);
    const { id, right } = await letters(server);
    await server.say(`/pick #${id} ${right}`, 'ben');
    const prompt = await server.store.prompt(id);
    put.push(prompt?.item ?? '');
  }
  const pressable = [...server.deps.content.items.values()].filter(({ form }) =>
    /single-choice|true-false/.test(form.kind),
  );
  expect(new Set(put.slice(0, pressable.length)).size).toBe(Math.min(pressable.length, put.length));
});

// biome-ignore format: a table reads down its columns
test.each([
  ['in time',                          '2026-03-02T09:01Z', [['2026-03-02', 'put']]],
  ['late, within the window',          '2026-03-02T11:00Z', [['2026-03-02', 'put']]],
  ['too late: none',                   '2026-03-02T11:02Z', [['2026-03-02', 'late']]],
  ['days later: only the last, late',  '2026-03-07T10:30Z', [['2026-03-07', 'put']]],
  ['days later, too late: none',       '2026-03-07T20:00Z', [['2026-03-07', 'late']]],
])('after an outage a prompt comes %s', async (_, back, wanted) => {
  const server = await aServer();
  await server.schedule();
  await server.at(back);
  expect(await kinds(server)).toEqual(wanted);
  expect(server.shown()).toHaveLength(wanted.filter(([, kind]) => kind === 'put').length);
});

test('what was made in time and could not be posted before it lapsed is never posted', async () => {
  const server = await aServer();
  await server.schedule();
  server.skip(3_660_000);
  await postDuePrompts(server.deps, server.now());
  expect(await kinds(server)).toEqual([['2026-03-02', 'put']]);
  await server.at('2026-03-02T14:00Z');
  expect(server.shown()).toEqual([]);
  await server.at('2026-03-03T09:01Z');
  expect(server.shown()).toEqual([expect.stringContaining('Daily prompt: ')]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['outside of them',              '22:00-07:00', '2026-03-02T09:01Z', 1],
  ['inside, waiting',              '08:00-10:00', '2026-03-02T09:01Z', 0],
  ['at their end',                 '08:00-10:00', '2026-03-02T10:01Z', 1],
  ['inside, too long to wait for', '08:00-12:00', '2026-03-02T12:01Z', 0],
  ['over midnight',                '20:00-09:30', '2026-03-02T09:31Z', 1],
])('in quiet hours nothing comes: %s', async (_, hours, at, posted) => {
  const server = await aServer();
  await server.store.setSetting(serverSubject(HERE), 'quiet-hours', hours, server.now());
  await server.schedule();
  await server.at('2026-03-02T09:01Z');
  await server.at(at);
  expect(server.shown()).toHaveLength(posted);
});

test('five in a row without a response, and they pause until somebody wants them', async () => {
  const server = await aServer();
  await server.schedule();
  for (let day = 2; day < 9; day++) await server.at(`2026-03-0${day}T09:01Z`);
  const shown = server.shown();
  expect(shown).toHaveLength(6);
  expect(shown.slice(0, 5).every((message) => message.includes('Nobody responded this time.'))).toBe(true);
  expect(shown[5]).toContain('The last 5 daily prompts had no response');
  expect((await server.store.schedule('s1'))?.state).toMatchObject({
    kind: 'paused',
    pause: { why: { kind: 'unanswered' } },
  });
});

test('one response in five keeps them coming', async () => {
  const server = await aServer();
  await server.schedule();
  for (let day = 2; day < 9; day++) {
    await server.at(`2026-03-0${day}T09:01Z`);
    const { id, right } = await letters(server);
    if (day === 5) await server.say(`/pick #${id} ${right}`, 'ben');
  }
  expect(await kinds(server)).toHaveLength(7);
});

test('a prompt of one learner is theirs alone to respond to, in direct messages of no server too', async () => {
  const server = await aServer();
  await server.schedule({ to: ANNA });
  await server.at('2026-03-02T09:01Z');
  expect(server.shown('anna')).toEqual([expect.stringContaining('Your daily prompt: ')]);
  const [prompt] = await server.store.lastPrompts('s1', 1);
  const response = `/respond #${prompt?.id} a`;
  expect(await server.say(response, 'ben', { where: 'dm' })).toContain('You have no question');
  expect(await server.say(response, 'ben')).toContain('You have no question');
  expect(await server.say(response, 'anna', { where: 'dm' })).toMatch(/Right|Not right|Partly right|cannot read/);
  const learner = await server.learner('anna');
  if ((await server.store.reviews(learner)).length === 0) return;
  const [review] = await server.store.reviews(learner);
  expect(review?.presentation).toBe(prompt?.id);
  expect(await server.store.presentation(learner, prompt?.id ?? '')).toMatchObject({ origin: 'daily', where: HERE });
});

test('whose direct messages are closed is told so at their next command, once, and no more come', async () => {
  const server = await aServer();
  await server.schedule({ to: ANNA });
  server.courier.fail({ kind: 'refused', why: 'Your direct messages are closed to the bot.' });
  await server.at('2026-03-02T09:01Z');
  await server.at('2026-03-03T09:01Z');
  expect(server.courier.calls).toBe(1);
  expect(await server.say('/scores', 'ben')).not.toContain('paused');
  expect(await server.say('/scores')).toContain(
    'Your daily prompt at 09:00 could not be posted, and is paused. Your direct messages are closed to the bot.',
  );
  expect(await server.say('/scores')).not.toContain('paused');
});

test('three processes at once make one prompt, one reveal, one of each review', async () => {
  const server = await aServer({ processes: 3 });
  await server.schedule();
  await server.at('2026-03-02T09:01Z');
  const { id, right } = await letters(server);
  await Promise.all(['ben', 'cleo', 'dora'].map((user) => server.say(`/pick #${id} ${right}`, user)));
  await server.at('2026-03-03T09:01Z');
  expect(server.shown().map((message) => /closed/.test(message.split('\n')[0] ?? ''))).toEqual([true, false]);
  expect(await kinds(server)).toEqual([
    ['2026-03-02', 'put'],
    ['2026-03-03', 'put'],
  ]);
  expect(await server.store.reviews(await server.learner('ben'))).toHaveLength(1);
});

test('one schedule that breaks does not keep the others from theirs, and is tried again', async () => {
  const server = await aServer();
  await server.schedule();
  await server.schedule({ id: 's2', to: { ...HERE, kind: 'channel', channel: 'C2' } });
  let breaks = true;
  const store = {
    ...server.store,
    timesPrompted: async (...words: Parameters<typeof server.store.timesPrompted>) => {
      if (breaks && words[1] === 'C1') throw new Error('a bug');
      return server.store.timesPrompted(...words);
    },
  };
  await expect(postDuePrompts({ ...server.deps, store }, momentOf('2026-03-02T09:01Z'))).rejects.toThrow(
    'daily prompts that broke',
  );
  expect([await kinds(server), await kinds(server, 's2')]).toEqual([[], [['2026-03-02', 'put']]]);
  breaks = false;
  await postDuePrompts({ ...server.deps, store }, momentOf('2026-03-02T09:01:30Z'));
  expect(await kinds(server)).toEqual([]);
  await postDuePrompts({ ...server.deps, store }, momentOf('2026-03-02T09:02Z'));
  expect(await kinds(server)).toEqual([['2026-03-02', 'put']]);
});

test('whoever looks on is told how late a prompt was made', async () => {
  const { observe, samples } = lookingOn();
  const server = await aServer({ observe });
  await server.schedule();
  await server.at('2026-03-02T09:10Z');
  await server.at('2026-03-02T09:20Z');
  const [sum = '', count] = await samples('hostmaster_prompt_lateness_seconds');
  expect(count).toBe('hostmaster_prompt_lateness_seconds_count{kind="put"} 1');
  const [, late = ''] = /_sum\{kind="put"\} (\S+)$/.exec(sum) ?? [];
  expect(Number(late)).toBeGreaterThan(9 * 60);
  expect(Number(late)).toBeLessThanOrEqual(10 * 60);
});
