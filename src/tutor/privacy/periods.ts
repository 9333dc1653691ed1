import { DAY, type DurationMs } from '../../base/time.ts';
import type { OutdatedKind } from '../store/privacy.ts';

/** How long something is kept once it is of no more use, and why not less. */
export interface Period {
  readonly kind: OutdatedKind;
  /** As the end of "… go after so long". */
  readonly what: string;
  readonly keptFor: DurationMs;
  readonly why: string;
}

/** All that goes by itself. What is not here is kept until somebody has it deleted. */
export const PERIODS: readonly Period[] = [
  {
    ...{ kind: 'receipts', what: 'Numbers of deliveries from Discord and Slack', keptFor: DAY },
    why: 'so that what is delivered twice is carried out once; no platform repeats anything later',
  },
  {
    ...{ kind: 'link-codes', what: 'Codes that link accounts, once they no longer work', keptFor: DAY },
    why: 'so that whoever types an old one is told that it is old',
  },
  {
    ...{ kind: 'link-tries', what: 'Wrong tries at such a code', keptFor: DAY },
    why: 'so that nobody can guess a code by trying; an hour is looked at',
  },
  {
    ...{ kind: 'pack-offers', what: 'Question packs that were sent and not added', keptFor: 7 * DAY },
    why: 'so that they can still be looked at and added',
  },
  {
    ...{
      kind: 'posts',
      what: 'Where a message of a round or a prompt was posted, once it is done with',
      keptFor: 90 * DAY,
    },
    why: 'so that the message can be carried on and is never posted twice',
  },
  {
    ...{
      kind: 'question-worlds',
      what: 'The simulated Internet of a question that was responded to',
      keptFor: 90 * DAY,
    },
    why: 'so that what you changed in it is still there; after that `/why` makes it anew from the question',
  },
  {
    ...{ kind: 'put-aside', what: 'A sandbox, or zones of your own, once another took its place', keptFor: 90 * DAY },
    why: 'so that `/undo` brings a sandbox back',
  },
  {
    ...{ kind: 'removed-packs', what: 'Question packs that were removed', keptFor: 90 * DAY },
    why: 'so that one removed by mistake is not lost at once',
  },
  {
    ...{ kind: 'drafts', what: 'Drafts of questions that were rejected or taken back', keptFor: 90 * DAY },
    why: 'so that their authors can see what became of them',
  },
  {
    ...{ kind: 'report-words', what: 'The words of a report or an appeal, once it is settled', keptFor: 180 * DAY },
    why: 'so that organisers can mend the question, and you can read what you said',
  },
];

/** How long one kind is kept. */
export const keptFor = (kind: OutdatedKind): DurationMs => {
  const period = PERIODS.find((each) => each.kind === kind);
  if (!period) throw new Error(`nothing says how long ${kind} are kept`);
  return period.keptFor;
};
