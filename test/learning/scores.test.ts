import { expect, test } from 'vitest';
import { instant } from '../../src/base/time.ts';
import { isMastered, isRecalled, recallByConcept, type ScoredReview, scoresOf } from '../../src/learning/scores.ts';

const VERDICTS = { c: 'correct', p: 'partial', i: 'incorrect' } as const;
const SCORES = { c: 1, p: 0.5, i: 0 } as const;

/** `c 2026-03-01T09:00 zone`: a correct response at that moment, in UTC, to a concept. */
function reviews(...lines: readonly string[]): ScoredReview[] {
  return lines.map((line) => {
    const [mark, at, concept = 'zone'] = line.split(' ') as [keyof typeof SCORES, string, string?];
    return { concept, verdict: VERDICTS[mark], score: SCORES[mark], hints: 0, at: instant(Date.parse(`${at}Z`)) };
  });
}

// biome-ignore format: a table reads down its columns
test.each([
  ['never asked',                                [],                                                                                          false],
  ['two right on two days',                      ['c 2026-03-01T09:00', 'c 2026-03-02T09:00'],                                                false],
  ['three right within one UTC day',             ['c 2026-03-01T00:00', 'c 2026-03-01T12:00', 'c 2026-03-01T23:59'],                          false],
  ['three right, the last after UTC midnight',   ['c 2026-03-01T09:00', 'c 2026-03-01T23:59', 'c 2026-03-02T00:00'],                          true],
  ['three right on three days',                  ['c 2026-03-01T09:00', 'c 2026-03-05T09:00', 'c 2026-03-20T09:00'],                          true],
  ['wrong long ago, then three right',           ['i 2026-02-01T09:00', 'c 2026-03-01T09:00', 'c 2026-03-02T09:00', 'c 2026-03-03T09:00'],    true],
  ['two days, but not among the last three',     ['c 2026-02-01T09:00', 'c 2026-03-01T09:00', 'c 2026-03-01T10:00', 'c 2026-03-01T11:00'],    false],
  ['a partial response among the last three',    ['c 2026-03-01T09:00', 'p 2026-03-02T09:00', 'c 2026-03-03T09:00'],                          false],
  ['mastered once, then forgotten',              ['c 2026-03-01T09:00', 'c 2026-03-02T09:00', 'c 2026-03-03T09:00', 'i 2026-03-04T09:00'],    false],
] as const)('mastered: %s', (_, lines, mastered) => {
  expect(isMastered(reviews(...lines))).toBe(mastered);
});

test('scores by concept, in the order first asked, and in all', () => {
  const log = reviews(
    'i 2026-03-01T09:00 zone',
    'p 2026-03-01T09:01 glue',
    'c 2026-03-01T09:02 zone',
    'c 2026-03-02T09:00 zone',
    'c 2026-03-03T09:00 zone',
  );
  expect(scoresOf(log)).toEqual({
    concepts: [
      { concept: 'zone', responses: 4, correct: 3, firstTry: 'incorrect', lastVerdict: 'correct', mastered: true },
      { concept: 'glue', responses: 1, correct: 0, firstTry: 'partial', lastVerdict: 'partial', mastered: false },
    ],
    responses: 5,
    correct: 3,
    points: 3.5,
    mastered: 1,
  });
});

test('an empty log comes to nothing', () => {
  expect(scoresOf([])).toEqual({ concepts: [], responses: 0, correct: 0, points: 0, mastered: 0 });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['right',                'correct',    0, true],
  ['right after a hint',   'correct',    1, false],
  ['partly right',         'partial',    0, false],
  ['not right',            'incorrect',  0, false],
] as const)('recalled at first try: %s', (_, verdict, hints, recalled) => {
  expect(isRecalled({ verdict, hints })).toBe(recalled);
});

test('recall counts what was made from the beginning of a stretch up to its end', () => {
  const log = reviews(
    'c 2026-03-01T23:59',
    'c 2026-03-02T00:00',
    'i 2026-03-05T09:00',
    'c 2026-03-08T23:59 glue',
    'i 2026-03-09T00:00 glue',
  );
  const within = { from: instant(Date.UTC(2026, 2, 2)), to: instant(Date.UTC(2026, 2, 9)) };
  expect(recallByConcept(log, within)).toEqual(
    new Map([
      ['zone', { responses: 2, recalled: 1 }],
      ['glue', { responses: 1, recalled: 1 }],
    ]),
  );
});
