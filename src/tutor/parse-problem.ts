import type { TimeProblem } from '../base/time-of-day.ts';
import type { WeekdayProblem } from '../base/weekdays.ts';
import type { ZoneProblem } from '../base/zone.ts';
import type { NameFault } from '../dns/name.ts';
import type { Declaration } from './command.ts';

/** Why a line is no command, with what `describeProblem` needs to say so and to say what to type instead. */
export type ParseProblem =
  | { readonly kind: 'line-too-long'; readonly most: number }
  | { readonly kind: 'unknown-command'; readonly command: string; readonly nearest: string | undefined }
  | (OfCommand & { readonly kind: 'unknown-key'; readonly key: string; readonly nearest: string | undefined })
  | (OfCommand & { readonly kind: 'missing-option'; readonly option: string })
  | (OfCommand & { readonly kind: 'given-twice'; readonly option: string; readonly word: string })
  | (OfCommand & { readonly kind: 'too-many-words'; readonly words: string })
  | (OfCommand & { readonly kind: 'bad-option'; readonly option: string; readonly word: string; readonly why: Misfit });

interface OfCommand {
  readonly declaration: Declaration;
}

/** Why a word is not what an option takes. */
export type Misfit =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-whole-number' }
  | { readonly kind: 'not-a-duration' }
  | { readonly kind: 'duration-too-long' }
  | { readonly kind: 'not-a-member' }
  | { readonly kind: 'not-a-channel' }
  | { readonly kind: 'not-a-time'; readonly problem: TimeProblem }
  | { readonly kind: 'not-a-zone'; readonly problem: ZoneProblem }
  | { readonly kind: 'not-days'; readonly problem: WeekdayProblem }
  | { readonly kind: 'not-a-name'; readonly fault: NameFault }
  | { readonly kind: 'a-web-address'; readonly host: string }
  | { readonly kind: 'not-an-rr-type'; readonly known: readonly string[] }
  | { readonly kind: 'not-one-of'; readonly known: readonly string[]; readonly nearest: string | undefined };
