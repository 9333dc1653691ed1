import type { Selectable } from 'kysely';
import { instant } from '../base/time.ts';
import type { Pace, Round, RoundQuestion, RoundResponse } from '../tutor/store/rounds.ts';
import type { Tables } from './schema.ts';

export const rowOfRound = (round: Round) => ({
  ...{ id: round.id, platform: round.platform, space: round.space, channel: round.channel },
  ...{ thread: round.thread ?? null, host: round.host, questions: round.questions },
  concept: round.concepts.length === 0 ? null : round.concepts.join(' '),
  pace: round.pace.kind,
  pace_ms: round.pace.kind === 'timed' ? round.pace.ms : null,
  closes_at: round.pace.kind === 'open' ? round.pace.until : null,
  teams: round.teams ?? null,
  speed_bonus: Number(round.hasSpeedBonus),
  started_at: round.startedAt,
  ...{ paused_at: null, paused_why: null, resumed_at: null, ended_at: null },
});

export const roundOf = (row: Selectable<Tables['round']>): Round => ({
  id: row.id,
  platform: row.platform,
  space: row.space,
  channel: row.channel,
  ...(row.thread !== null && { thread: row.thread }),
  host: row.host,
  concepts: row.concept === null ? [] : row.concept.split(' '),
  questions: row.questions,
  pace: paceOf(row),
  ...(row.teams !== null && { teams: row.teams }),
  hasSpeedBonus: row.speed_bonus === 1,
  startedAt: row.started_at,
  ...(row.paused_at !== null && { paused: { at: row.paused_at, why: row.paused_why ?? 'host' } }),
  ...(row.resumed_at !== null && { resumedAt: row.resumed_at }),
  ...(row.ended_at !== null && { endedAt: row.ended_at }),
});

function paceOf({ pace, pace_ms: ms, closes_at: until }: Selectable<Tables['round']>): Pace {
  if (pace === 'timed') return { kind: pace, ms: ms ?? 0 };
  return pace === 'open' ? { kind: pace, until: until ?? instant(0) } : { kind: pace };
}

export const rowOfQuestion = (question: RoundQuestion) => ({
  ...{ round: question.round, number: question.number, item: question.item, concept: question.concept },
  ...{ body: question.body, put_at: question.putAt },
  ...{ pace_ms: question.paceMs ?? null, least_ms: question.leastMs ?? null, closes_at: question.closesAt ?? null },
});

export const questionOf = (row: Selectable<Tables['round_question']>): RoundQuestion => ({
  round: row.round,
  number: row.number,
  item: row.item,
  concept: row.concept,
  body: row.body,
  putAt: row.put_at,
  ...(row.pace_ms !== null && { paceMs: row.pace_ms }),
  ...(row.least_ms !== null && { leastMs: row.least_ms }),
  ...(row.closes_at !== null && { closesAt: row.closes_at }),
  ...(row.left_ms !== null && { leftMs: row.left_ms }),
  ...(row.onward_at !== null && { onwardAt: row.onward_at }),
  ...(row.revealed_at !== null && { revealedAt: row.revealed_at }),
  isSkipped: row.skipped === 1,
});

export const responseOf = (row: Selectable<Tables['round_response']>): RoundResponse => ({
  round: row.round,
  number: row.number,
  learner: row.learner,
  response: row.response,
  at: row.responded_at,
  ...(row.left_ms !== null && { leftMs: row.left_ms }),
  first: { response: row.first_response ?? row.response, at: row.first_at ?? row.responded_at },
});
