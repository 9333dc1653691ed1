import { fail, ok, type Result } from '../../base/result.ts';
import { type DurationMs, formatDuration, MINUTE, parseDuration, SECOND } from '../../base/time.ts';
import { flag, type Setting, wholeNumber } from './setting.ts';

export const MOST_QUESTIONS = 20;

export const ROUND_QUESTIONS = wholeNumber({
  name: 'round-questions',
  scopes: ['channel', 'server'],
  about: 'How many questions a round has, unless its host says.',
  usual: 5,
  least: 1,
  most: MOST_QUESTIONS,
});

/** How long a question is open; `host` if the host closes it. */
export type RoundPace = 'host' | DurationMs;
/** For longer there are rounds that stay open as a whole. */
const LONGEST_PACE: DurationMs = 10 * MINUTE;

export function readPace(text: string): Result<RoundPace, string> {
  if (text.trim().toLowerCase() === 'host') return ok('host');
  const span = parseDuration(text);
  if (!span.ok) return fail('It is `host`, or how long each question is open, such as `45s`.');
  if (span.value < SECOND) return fail('A question has to be open for a while, such as `45s`.');
  return span.value <= LONGEST_PACE
    ? ok(span.value)
    : fail('A question on the clock is open for 10 minutes at most. For longer, `open=1d` leaves a whole round open.');
}

export const ROUND_PACE: Setting<RoundPace> = {
  name: 'round-pace',
  scopes: ['channel', 'server'],
  about: 'Whether the host closes each question of a round, or a clock does, unless the host says.',
  usual: 'host',
  takes: '`host`, or a span such as `45s`',
  read: readPace,
  write: (pace) => (pace === 'host' ? pace : formatDuration(pace)),
};

export const SPEED_BONUS = flag({
  name: 'speed-bonus',
  scopes: ['channel', 'server'],
  about: 'Whether a quick right response is worth up to a fifth more, in rounds that a clock closes.',
  usual: false,
});

/** Who may start rounds. */
export const ROUNDS_BY: Setting<'organisers' | 'everybody'> = {
  name: 'rounds-by',
  scopes: ['server'],
  about: 'Who may start rounds.',
  usual: 'organisers',
  takes: '`organisers` or `everybody`',
  read: (text) => {
    const word = text.trim().toLowerCase();
    return word === 'organisers' || word === 'everybody' ? ok(word) : fail('It is `organisers` or `everybody`.');
  },
  write: (who) => who,
};
