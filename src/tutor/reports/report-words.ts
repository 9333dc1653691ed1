import type { ReportOutcome } from '../store/reports.ts';

/** What is said of a report to the one who made it, by what became of it. */
export const STATES: Readonly<Record<ReportOutcome | 'open', string>> = {
  open: 'open',
  right: 'settled: the question is right as it is',
  mend: 'settled: thank you, it will be mended',
  accepted: 'accepted: your response counts as right',
};

/** Characters; a form of either platform holds as much. */
const LONGEST_WORDS = 1000;

/** What is wrong with the words of a report; undefined if nothing is. */
export const faultOf = (words: string): string | undefined =>
  [...words].length > LONGEST_WORDS
    ? `That is too long: say it in at most ${LONGEST_WORDS.toLocaleString('en-US')} characters.`
    : undefined;
