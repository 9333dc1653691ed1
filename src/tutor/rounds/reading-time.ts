import { type DurationMs, MINUTE, SECOND } from '../../base/time.ts';
import type { PressedPresentation } from './tally.ts';

/**
 * Slower than most read. Source: Brysbaert 2019, "How many words do we read per minute?", Journal of Memory and Language
 * 109, 104047: 238 words a minute on average, silently, of non-fiction in English; fewer in a second language.
 */
const WORDS_A_MINUTE = 200;
/** To choose, once one has read, and to press. */
const TO_CHOOSE_MS = 5 * SECOND;
const LEAST_MS = 15 * SECOND;

/** How long a question has to be open for everyone to read it and to choose: whole seconds, never less than 15 s. */
export function leastTime({ story, stem, form: { options } }: PressedPresentation): DurationMs {
  const words = wordsIn([...story, stem, ...options.map(({ text }) => text)]);
  return Math.max(LEAST_MS, Math.ceil((toRead(words) + TO_CHOOSE_MS) / SECOND) * SECOND);
}

/** How long it takes to read what a reveal says beyond its question: from 10 s to 40 s. */
export function timeToReadReveal({ rationale, misconceptions }: PressedPresentation): DurationMs {
  const longest = Math.max(0, ...Object.values(misconceptions).map((each) => wordsIn([each.belief, each.truth])));
  return Math.min(40 * SECOND, Math.max(10 * SECOND, toRead(wordsIn([rationale]) + longest)));
}

const toRead = (words: number): DurationMs => Math.ceil((words / WORDS_A_MINUTE) * MINUTE);
const wordsIn = (texts: readonly string[]): number => texts.join(' ').split(/\s+/).filter(Boolean).length;
