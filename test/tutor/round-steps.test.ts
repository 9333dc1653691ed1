import { expect, test } from 'vitest';
import { type Instant, later, MINUTE, SECOND } from '../../src/base/time.ts';
import { nextStep, type Step } from '../../src/tutor/rounds/next-step.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import type { Settlement, StoredPost } from '../../src/tutor/store/posts.ts';
import type { Pace, Round, RoundQuestion } from '../../src/tutor/store/rounds.ts';
import { NOON } from '../support/store.ts';

const after = (seconds: number): Instant => later(NOON, seconds * SECOND);
const TIMED: Pace = { kind: 'timed', ms: MINUTE };
const OPEN: Pace = { kind: 'open', until: after(3600) };

const aRound = (pace: Pace, over: Partial<Round> = {}): Round => ({
  ...{ id: 'r', platform: 'discord', space: '1', channel: 'c', host: 'h' as LearnerId, concepts: [], questions: 2 },
  ...{ pace, hasSpeedBonus: false, startedAt: NOON },
  ...over,
});
const BODY = JSON.stringify({
  ...{ story: [], stem: '?', rationale: 'So it is.', misconceptions: {} },
  form: { kind: 'true-false', options: [{ text: 'True' }, { text: 'False' }], key: 0 },
});
const aQuestion = (over: Partial<RoundQuestion> = {}): RoundQuestion => ({
  ...{ round: 'r', number: 1, item: 'i', concept: 'c', body: BODY, putAt: NOON, paceMs: 60_000, isSkipped: false },
  ...over,
});
const POSTED: Settlement = { kind: 'posted', message: { channel: 'c', message: 'm' } };
const aPost = (settled?: Settlement): StoredPost => ({
  ...{ key: 'k', queue: 'q', to: { platform: 'discord', space: '1', kind: 'channel', channel: 'c' } },
  ...{ dueAt: NOON, tries: 1, ...(settled && { settled, settledAt: after(5) }) },
});
const closed = (over: Partial<RoundQuestion> = {}) => aQuestion({ revealedAt: after(65), ...over });
const REFUSED: Settlement = { kind: 'refused', why: 'No.' };

/** The least that is given to read a reveal, in seconds. */
const READ = 10;

// biome-ignore format: a table reads down its columns
test.each<[string, Round, RoundQuestion, { question?: StoredPost; reveal?: StoredPost }, number, Step | undefined]>([
  ['nothing, while a question is not posted yet',        aRound(TIMED),                            aQuestion(),                              { question: aPost() },                                   9999, undefined],
  ['its deadline, from when it was posted',              aRound(TIMED),                            aQuestion(),                              { question: aPost(POSTED) },                             6,    { kind: 'set-deadline', number: 1, closesAt: after(65) }],
  ['its own deadline, if it takes longer',               aRound(TIMED),                            aQuestion({ paceMs: 90_000 }),            { question: aPost(POSTED) },                             6,    { kind: 'set-deadline', number: 1, closesAt: after(95) }],
  ['what was left of it, from when the pause ended',     aRound(TIMED, { resumedAt: after(50) }),  aQuestion({ leftMs: 20_000 }),            { question: aPost(POSTED) },                             51,   { kind: 'set-deadline', number: 1, closesAt: after(70) }],
  ['a pause, if it could not be posted',                 aRound(TIMED),                            aQuestion(),                              { question: aPost(REFUSED) },                            6,    { kind: 'pause' }],
  ['nothing before the deadline',                        aRound(TIMED),                            aQuestion({ closesAt: after(65) }),       { question: aPost(POSTED) },                             64,   undefined],
  ['the close at the deadline',                          aRound(TIMED),                            aQuestion({ closesAt: after(65) }),       { question: aPost(POSTED) },                             65,   { kind: 'close', number: 1 }],
  ['nothing, while a reveal is not posted yet',          aRound(TIMED),                            closed(),                                 { reveal: aPost() },                                     9999, undefined],
  ['time to read, from when the reveal was posted',      aRound(TIMED),                            closed(),                                 { reveal: aPost(POSTED) },                               70,   { kind: 'set-onward', number: 1, at: after(5 + READ) }],
  ['the same, though the reveal could not be posted',    aRound(TIMED),                            closed(),                                 { reveal: aPost(REFUSED) },                              70,   { kind: 'set-onward', number: 1, at: after(5 + READ) }],
  ['nothing, while the reveal is being read',            aRound(TIMED),                            closed({ onwardAt: after(90) }),          { reveal: aPost(POSTED) },                               89,   undefined],
  ['the next question after that',                       aRound(TIMED),                            closed({ onwardAt: after(90) }),          { reveal: aPost(POSTED) },                               90,   { kind: 'put' }],
  ['the end, after the last question',                   aRound(TIMED),                            closed({ number: 2, onwardAt: after(90) }), { reveal: aPost(POSTED) },                             90,   { kind: 'end' }],
  ['nothing in a pause',                                 aRound(TIMED, { paused: { at: NOON, why: 'host' } }), aQuestion({ closesAt: after(65) }), { question: aPost(POSTED) },                     9999, undefined],
  ['nothing after the end',                              aRound(TIMED, { endedAt: NOON }),         aQuestion(),                              { question: aPost(POSTED) },                             9999, undefined],
  ['nothing where the host leads',                       aRound({ kind: 'host' }),                 aQuestion(),                              { question: aPost(POSTED) },                             9999, undefined],
  ['nothing while a round stays open',                   aRound(OPEN),                             aQuestion({ closesAt: after(3600) }),     {},                                                      3599, undefined],
  ['the close of its questions, as the round closes',    aRound(OPEN),                             aQuestion({ closesAt: after(3600) }),     {},                                                      3600, { kind: 'close', number: 1 }],
  ['the end, once all of them are closed',               aRound(OPEN),                             closed({ closesAt: after(3600) }),        {},                                                      3600, { kind: 'end' }],
  ['no end before that, though all are skipped',         aRound(OPEN),                             closed({ isSkipped: true }),              {},                                                      3599, undefined],
])('the clock brings %s', (_, round, question, posts, seconds, step) => {
  expect(nextStep({ round, questions: [question] }, posts, after(seconds))).toEqual(step);
});
