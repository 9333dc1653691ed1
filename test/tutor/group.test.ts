import { expect, test } from 'vitest';
import { DAY, later } from '../../src/base/time.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import { type Members, someMembers } from '../support/members.ts';
import { START } from '../support/tutor.ts';

const ORGANISER = { manages: true, now: later(START, 3 * DAY) };
const NEAR = { misconceptions: ['one-job'] };

/** Four members: fees are missed by nearly all, delegation by some, jobs by nobody. */
async function aGroup(): Promise<Members> {
  const members = await someMembers();
  for (const [i, user] of ['anna', 'ben', 'cleo', 'dora'].entries()) {
    await members.responded(user, 'cccc', { concept: 'jobs', since: DAY });
    await members.responded(user, 'iiic', { concept: 'fees', since: DAY, ...NEAR });
    await members.responded(user, `${'c'.repeat(i)}${'i'.repeat(4 - i)}`, { concept: 'delegation', since: DAY });
  }
  return members;
}
const ask = ({ say }: Members, line: string) => say(line, 'boss', ORGANISER);
const fileOf = ({ blocks }: Reply) => {
  const file = blocks.find(({ kind }) => kind === 'file');
  if (file?.kind !== 'file') throw new Error('no file');
  return {
    ...file,
    rows: file.text
      .split('\r\n')
      .slice(0, -1)
      .map((row) => row.split(',')),
  };
};

test('the concept that sinks the group comes first, with what is believed most, and nobody is named', async () => {
  const words = await ask(await aGroup(), '/group');
  expect(words).toContain('48 responses of 4 learners here, since the beginning.');
  const meters = [...words.matchAll(/^ *(.*?) +[█░]+ +\d+% +(.*)$/gm)].map(([, label, text]) => [label, text]);
  expect(meters).toEqual([
    ['Who is paid', '4 of 16 right at first try, by 4 learners'],
    ['The delegation', '6 of 16 right at first try, by 4 learners'],
    ['Two jobs', '16 of 16 right at first try, by 4 learners'],
  ]);
  expect(words).toContain('Most often believed: "Registering is hosting" (12 responses).');
  expect(words).not.toMatch(/anna|ben|cleo|dora/);
});

test('one concept is looked at more closely', async () => {
  const words = await ask(await aGroup(), '/group fees');
  expect(words).toContain('16 responses of 4 learners here');
  expect(words).toContain('Believed: "Registering is hosting" (12 responses).');
  expect(words).not.toContain('Two jobs');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nobody',          [],                 'Nobody has responded here'],
  ['one',             ['anna'],           'One learner has responded here'],
  ['two',             ['anna', 'ben'],    '2 learners have responded here'],
])('of %s nothing is told, and why', async (_, users, words) => {
  const members = await someMembers();
  for (const user of users) await members.responded(user, 'ciciciciciciciciciii', NEAR);
  for (const line of ['/group', '/group items', '/group export', '/group export items']) {
    const said = await ask(members, line);
    expect(said).toContain(words);
    expect(said).toContain('Of fewer than 3 learners nothing is told: it would be easy to tell whose it is.');
  }
});

test('a concept that two have met is left out, and asked for by name not told of either', async () => {
  const members = await aGroup();
  for (const user of ['anna', 'ben']) await members.responded(user, 'iiiiii', { concept: 'glue', since: DAY });
  expect(await ask(members, '/group')).not.toContain('Glue');
  expect(await ask(members, '/group glue')).toContain('2 learners have responded to this concept here');
  expect(await ask(members, '/group export responses concept=glue')).toContain('2 learners have');
});

test('a period counts what was responded in it, in this server only', async () => {
  const members = await aGroup();
  for (const user of ['anna', 'ben', 'cleo']) {
    await members.responded(user, 'cc', { concept: 'jobs', since: -60 * DAY });
    await members.responded(user, 'iiiiii', { concept: 'glue', since: DAY, space: { platform: 'slack', space: 'T2' } });
  }
  expect(await ask(members, '/group')).toContain('54 responses of 4 learners');
  expect(await ask(members, '/group week')).toContain(
    '48 responses of 4 learners here, this week, since Monday, 2026-03-02 (UTC).',
  );
  expect(await ask(members, '/group')).not.toContain('Glue');
});

test('questions: those that want looking at come first', async () => {
  const members = await aGroup();
  const words = await ask(members, '/group items');
  const rows = [...words.matchAll(/^ *(\w+\.1) +(.*)$/gm)].map(([, item, text]) => [item, text]);
  expect(rows).toEqual([
    [
      'fees.1',
      `25% right (4 of 16, by 4 learners); discrimination 0.00; half within 1 second; most tempting: "Registering is hosting". It hardly tells those who know from those who do not.${GONE}`,
    ],
    ['jobs.1', `100% right (16 of 16, by 4 learners); half within 1 second. Nearly everybody gets it right.${GONE}`],
    ['delegation.1', `38% right (6 of 16, by 4 learners); half within 1 second.${GONE}`],
  ]);
});
/** The questions here are of no pack. */
const GONE = ' It is in no pack any more.';

test('the responses as a file: no names, no typed text, the same number for the same learner', async () => {
  const members = await aGroup();
  const first = fileOf(await members.reply('/group export', 'boss', ORGANISER));
  expect(first.name).toBe('responses-2026-03-04-1.csv');
  expect(first.rows[0]).toEqual([
    ...['learner', 'item', 'concept', 'response', 'verdict', 'score', 'misconceptions', 'hints', 'origin', 'date'],
  ]);
  expect(first.rows).toHaveLength(49);
  expect(first.rows[1]).toEqual(['1', 'jobs.1', 'jobs', 'B', 'correct', '1', '', '0', 'quiz', '2026-03-02']);
  expect(first.rows[5]).toEqual(['1', 'fees.1', 'fees', 'B', 'incorrect', '0', 'one-job', '0', 'quiz', '2026-03-02']);
  expect(new Set(first.rows.slice(1).map(([learner]) => learner))).toEqual(new Set(['1', '2', '3', '4']));
  const week = fileOf(await members.reply('/group export week concept=delegation', 'boss', ORGANISER));
  expect(week.rows.slice(1).map(([learner, , concept]) => [learner, concept])).toEqual(
    ['1', '2', '3', '4'].flatMap((learner) => Array.from({ length: 4 }, () => [learner, 'delegation'])),
  );
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a letter',              ' b ',              'B'],
  ['letters',               'a, c d',           'A C D'],
  ['what may be a name',    'Abe',              ''],
  ['an address',            'anna@example.com', ''],
  ['a formula',             '=HYPERLINK("x")',  ''],
])('of a response, %s', async (_, response, written) => {
  const members = await aGroup();
  const { store } = members.tutor;
  const [row] = await store.groupResponses({ platform: 'slack', space: 'T1' }, { from: START, to: ORGANISER.now }, { after: 0, most: 1 });
  const learner = await store.learnerOf({ platform: 'slack', space: 'T1', user: 'anna' }, START);
  const where = { platform: 'slack', space: 'T1' } as const;
  await store.addPresentation({ id: 'typed', learner, item: 'x.1', concept: 'x', body: '{}', putAt: START, origin: 'quiz', hints: 0, where });
  const { verdict, score, misconceptions } = row!;
  await store.addReview({ presentation: 'typed', learner, item: 'x.1', concept: 'x', response, verdict, score, misconceptions, rating: 'good', offered: [], hints: 0, at: START });
  const { rows } = fileOf(await members.reply('/group export', 'boss', ORGANISER));
  expect(rows.find(([, item]) => item === 'x.1')?.[3]).toBe(written);
});

test('statistics as a file', async () => {
  const { name, rows } = fileOf(await (await aGroup()).reply('/group export items', 'boss', ORGANISER));
  expect(name).toBe('questions-2026-03-04.csv');
  expect(rows).toEqual([
    [
      ...['item', 'version', 'concept', 'learners', 'responses', 'facility', 'discrimination', 'most tempting'],
      ...['median seconds', 'reports', 'open reports', 'flag'],
    ],
    ['delegation.1', '', 'delegation', '4', '16', '0.375', '', '', '0', '0', '0', ''],
    ['fees.1', '', 'fees', '4', '16', '0.25', '0', 'one-job', '0', '0', '0', 'does-not-discriminate'],
    ['jobs.1', '', 'jobs', '4', '16', '1', '', '', '0', '0', '0', 'too-easy'],
  ]);
});

test('of one concept its questions alone; what tells the wrong way round is a number below nought', async () => {
  const members = await aGroup();
  for (const [i, user] of ['anna', 'ben', 'cleo', 'dora'].entries())
    await members.responded(user, `${'i'.repeat(i)}${'c'.repeat(4 - i)}`, {
      concept: 'jobs',
      item: 'jobs.2',
      since: DAY,
    });
  const { rows } = fileOf(await members.reply('/group export items concept=jobs', 'boss', ORGANISER));
  expect(rows.slice(1)).toEqual([
    ['jobs.1', '', 'jobs', '4', '16', '1', '', '', '0', '0', '0', 'too-easy'],
    [
      ...['jobs.2', '', 'jobs', '4', '16', '0.625', expect.stringMatching(/^-0\.\d+$/), ''],
      ...['0', '0', '0', 'does-not-discriminate'],
    ],
  ]);
  expect(await ask(members, '/group items jobs')).not.toContain('fees.1');
});

test('many responses make several files', async () => {
  const members = await aGroup();
  for (const user of ['anna', 'ben', 'cleo']) await members.responded(user, 'c'.repeat(350), { since: -3 * DAY });
  const first = await members.reply('/group export', 'boss', ORGANISER);
  expect(fileOf(first).rows).toHaveLength(1001);
  expect(first.choices).toEqual([
    { kind: 'button', label: 'The next file', command: '/group export responses all page=2' },
  ]);
  expect(fileOf(await members.reply('/group export responses all page=2', 'boss', ORGANISER)).rows).toHaveLength(99);
  expect(await ask(members, '/group export page=3')).toContain('There is no file 3');
  expect(await ask(members, '/group export page=0')).toContain('Files count from 1');
});

test('it is for organisers', async () => {
  const { say } = await aGroup();
  expect(await say('/group')).toContain('is for those who organise');
});
