import { MINUTE } from '../base/time.ts';

/**
 * What Discord accepts, lengths in code points. Source: Discord's developer documentation, Components Reference,
 * Application Commands, Receiving and Responding; the text of a whole message was found by trying.
 */
export const LIMITS = {
  messageText: 4000,
  /** Of one message, those inside others counted too. */
  components: 40,
  /** Of one message. */
  files: 10,
  /** Ours: more of a file would bury the rest of the message. */
  shownOfFile: 1500,
  fileDescription: 1024,
  customId: 100,
  buttonLabel: 80,
  buttonUrl: 512,
  buttonsInRow: 5,
  menuOptions: 25,
  menuPlaceholder: 150,
  optionLabel: 100,
  optionDescription: 100,
  optionValue: 100,
  threadTitle: 100,
  modalTitle: 45,
  inputLabel: 45,
  inputPlaceholder: 100,
  inputValue: 4000,
  nonce: 25,
  /** At once. */
  listedMessages: 100,
  suggestions: 25,
  suggestion: 100,
  commandName: 32,
  commandDescription: 100,
  commandChoices: 25,
  /** From the click to the first answer; after that nobody can answer any more. */
  acknowledgeMs: 3000,
  /** From the click to the last follow-up. */
  tokenMs: 15 * MINUTE,
} as const;

/** Discord counts code points, not UTF-16 units: 4,000 emoji are a legal message. */
export const lengthOf = (text: string): number => (SHORT.test(text) ? text.length : [...text].length);
/** One unit a code point. */
const SHORT = /^[\0-\ud7ff]*$/;

/** The text on at most so many code points, with `…` where something was left out; no character is cut in two. */
export function shorten(text: string, most: number): string {
  if (lengthOf(text) <= most) return text;
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (lengthOf(kept) + lengthOf(segment) > most - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

export const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
