import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SECOND } from '../../src/base/time.ts';
import { letterOf } from '../../src/items/presentation.ts';
import { retroOf } from '../../src/tutor/rounds/retro.ts';
import { bonusOf, placesOf, type Score, scoresIn, teamOf, teamScoresIn } from '../../src/tutor/rounds/scores.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import type { Round, RoundQuestion, RoundResponse, Seat } from '../../src/tutor/store/rounds.ts';
import { NOON } from '../support/store.ts';

const OPTIONS = 3;
/** Questions whose key is always A; B and C have misconceptions of their own. */
const aQuestion = (number: number, over: Partial<RoundQuestion> = {}): RoundQuestion => {
  const options = Array.from({ length: OPTIONS }, (_, place) => ({
    text: `option ${letterOf(place)}`,
    ...(place > 0 && { misconception: `m${place}` }),
  }));
  const misconceptions = { m1: { belief: 'b1', truth: 't1' }, m2: { belief: 'b2', truth: 't2' } };
  const form = { kind: 'single-choice', options, key: 0 };
  return {
    ...{ round: 'r', number, item: `i${number}`, concept: `c${number}`, putAt: NOON, isSkipped: false },
    body: JSON.stringify({ story: [], stem: '?', form, misconceptions }),
    revealedAt: NOON,
    ...over,
  };
};
const gave = (learner: string, number: number, response: string, over: Partial<RoundResponse> = {}): RoundResponse => ({
  ...{ round: 'r', number, learner: learner as LearnerId, response, at: NOON, first: { response, at: NOON } },
  ...over,
});
const TIMED = { pace: { kind: 'timed', ms: 60 * SECOND } } as const;
const plain = (over: Partial<Round> = {}) => ({ hasSpeedBonus: false, pace: { kind: 'host' } as const, ...over });
const points = (scores: ReadonlyMap<LearnerId, Score>) =>
  Object.fromEntries([...scores].map(([learner, score]) => [learner, score.points]));

test('what counts is what is right, of the questions that are revealed and not skipped', () => {
  const questions = [
    aQuestion(1),
    aQuestion(2, { isSkipped: true }),
    (({ revealedAt: _, ...open }) => open)(aQuestion(3)),
  ];
  const responses = [gave('a', 1, 'A'), gave('b', 1, 'B'), gave('a', 2, 'A'), gave('c', 2, 'A'), gave('b', 3, 'A')];
  expect(points(scoresIn(plain(), questions, responses))).toEqual({ a: 100, b: 0 });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['all the time left',                 60, 20, 60,   20],
  ['no longer taken than to read',      60, 20, 40,   20],
  ['half of the rest left',             60, 20, 20,   10],
  ['a tenth of the rest left',          60, 20, 4,    2],
  ['none left',                         60, 20, 0,    0],
  ['more left, after an extension',     60, 20, 90,   20],
  ['no time but to read',               20, 20, 20,   0],
])('quickness is worth, with %s, so many hundredths', (_, pace, least, left, worth) => {
  const question = { paceMs: pace * SECOND, leastMs: least * SECOND };
  expect(bonusOf(question, { leftMs: left * SECOND })).toBe(worth);
});

test('quickness is worth a fifth of a point at most, nothing when wrong, and nothing where it is not on', () => {
  const lengths = fc.record({
    paceMs: fc.nat(600_000),
    leastMs: fc.nat(600_000),
    leftMs: fc.integer({ min: -1000, max: 900_000 }),
  });
  fc.assert(
    fc.property(
      lengths,
      fc.constantFrom('A', 'B'),
      fc.boolean(),
      fc.constantFrom('host', 'timed', 'open'),
      (of, letter, isOn, kind) => {
        const { leftMs, ...question } = of;
        const round = plain({ hasSpeedBonus: isOn, pace: { kind } as Round['pace'] });
        const scores = points(scoresIn(round, [aQuestion(1, question)], [gave('a', 1, letter, { leftMs })]));
        const most = letter === 'B' ? 0 : isOn && kind === 'timed' ? 120 : 100;
        expect(scores.a).toBeLessThanOrEqual(most);
        expect(scores.a).toBeGreaterThanOrEqual(letter === 'A' ? 100 : 0);
      },
    ),
  );
});

test('being slower is never worth more', () => {
  fc.assert(
    fc.property(fc.nat(60_000), fc.nat(60_000), (one, other) => {
      const question = { paceMs: 60_000, leastMs: 17_000 };
      const worth = (leftMs: number) => bonusOf(question, { leftMs });
      expect(Math.sign(worth(one) - worth(other)) * Math.sign(one - other)).toBeGreaterThanOrEqual(0);
    }),
  );
});

// biome-ignore format: a table reads down its columns
test.each<[string, Record<string, number>, (readonly [number, string])[]]>([
  ['nobody',                {},                              []],
  ['all apart',             { a: 1, b: 3, c: 2 },            [[1, 'b'], [2, 'c'], [3, 'a']]],
  ['two first',             { a: 3, b: 3, c: 2 },            [[1, 'ab'], [3, 'c']]],
  ['two second',            { a: 3, b: 2, c: 2, d: 0 },      [[1, 'a'], [2, 'bc'], [4, 'd']]],
  ['all the same',          { a: 0, b: 0 },                  [[1, 'ab']]],
])('places, with %s', (_, reached, wanted) => {
  const scores = new Map(Object.entries(reached).map(([id, each]) => [id as LearnerId, { right: each, points: 100 * each }]));
  expect(placesOf(scores).map(({ place, learners }) => [place, learners.join('')])).toEqual(wanted);
});

test('whoever comes next is put into the smallest team', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 60 }), (teams, people) => {
      const sizes = Array.from({ length: teams }, (_, team) => {
        const seats = Array.from({ length: people }, (__, i) => teamOf({ seat: i + 1 }, teams));
        return seats.filter((each) => each === team + 1).length;
      });
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

const seat = (learner: string, place: number, number = 1): Seat => ({
  learner: learner as LearnerId,
  seat: place,
  number,
});
const QUESTIONS = [aQuestion(1), aQuestion(2), aQuestion(3), aQuestion(4)];

test("a team's score is the mean of its members' shares, each since they joined, whatever its size", () => {
  const seats = [seat('a', 1), seat('b', 2), seat('c', 3, 3)];
  const responses = [gave('a', 1, 'A'), gave('a', 2, 'A'), gave('b', 1, 'B'), gave('c', 3, 'A'), gave('c', 4, 'A')];
  expect(teamScoresIn({ ...TIMED, teams: 2 }, QUESTIONS, responses, seats)).toEqual([
    { team: 1, members: 2, share: 0.75 },
    { team: 2, members: 1, share: 0 },
  ]);
});

test('where all questions are put at once, nobody joins late', () => {
  const pace = { kind: 'open', until: NOON } as const;
  const scores = teamScoresIn({ pace, teams: 2 }, QUESTIONS, [gave('c', 3, 'A')], [seat('c', 1, 3)]);
  expect(scores).toEqual([{ team: 1, members: 1, share: 0.25 }]);
});

test('a member of whose questions none counts yet is left out', () => {
  expect(teamScoresIn({ ...TIMED, teams: 2 }, QUESTIONS.slice(0, 1), [], [seat('a', 1, 2)])).toEqual([]);
});

test('a retro names the two concepts most missed, and the wrong option that tempted most', () => {
  const responses = [
    ...['a', 'b', 'c'].map((who) => gave(who, 1, 'A')),
    ...['a', 'b', 'c', 'd'].map((who, i) => gave(who, 2, 'ABBC'.charAt(i))),
    ...['a', 'b'].map((who) => gave(who, 3, 'C')),
    ...['a', 'b', 'c'].map((who, i) => gave(who, 4, 'AAB'.charAt(i))),
  ];
  const { missed, tempting } = retroOf(QUESTIONS, responses);
  expect(missed).toEqual([
    { concept: 'c3', right: 0, all: 2 },
    { concept: 'c2', right: 1, all: 4 },
  ]);
  expect(tempting).toMatchObject({ number: 3, place: 2, chosenBy: 2, all: 2 });
});

test('of questions that were skipped, or that everyone got, a retro says nothing', () => {
  const responses = [gave('a', 1, 'A'), gave('a', 2, 'B')];
  const questions = [aQuestion(1), aQuestion(2, { isSkipped: true })];
  expect(retroOf(questions, responses)).toEqual({ missed: [] });
});
