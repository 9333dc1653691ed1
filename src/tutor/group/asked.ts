import { type GroupTally, groupRecallOf, LEAST_LEARNERS } from '../../learning/group-tally.ts';
import type { Content, Context } from '../command.ts';
import { counted } from '../names.ts';
import { button, type Choice, notice, type Reply } from '../reply.ts';
import { PERIODS, type Period, type Reckoning, reckon } from '../scores/period.ts';
import { TIME_ZONE } from '../settings/settings.ts';
import { serverSubject, settled } from '../settings/settled.ts';

/** What an organiser asks about: responses in a period, of all concepts or of one. */
export interface Asked {
  readonly period: Period;
  readonly concept: string | undefined;
  readonly reckoning: Reckoning;
  /** Of all concepts, whichever was asked for. */
  readonly tallies: readonly GroupTally[];
}

/** What there is in this server of what is asked about; a reply that says why nothing is told, where too few responded. */
export async function gather(
  context: Context,
  period: Period,
  concept: string | undefined,
): Promise<Asked | { readonly refused: Reply }> {
  const { store, account, now } = context;
  const zone = (await settled(store, serverSubject(account))).value(TIME_ZONE);
  const reckoning = reckon(period, zone, now);
  const tallies = await store.groupTallies(account, reckoning.within);
  const asked = { period, concept, reckoning, tallies };
  const { learners } = groupRecallOf(talliesOf(asked));
  return learners < LEAST_LEARNERS ? { refused: tooFew(asked, learners) } : asked;
}

/** Those of the concept asked about. */
export const talliesOf = ({ tallies, concept }: Asked): readonly GroupTally[] =>
  concept === undefined ? tallies : tallies.filter((tally) => tally.concept === concept);

function tooFew({ reckoning, period, concept }: Asked, learners: number): Reply {
  const who = learners === 0 ? 'Nobody has' : learners === 1 ? 'One learner has' : `${learners} learners have`;
  const about = concept === undefined ? '' : ' to this concept';
  return notice(
    `${who} responded${about} here, ${reckoning.said}. Of fewer than ${counted(LEAST_LEARNERS, 'learner')} nothing is told: it would be easy to tell whose it is.`,
    [
      ...PERIODS.filter((each) => each !== period).map((each) => periodButton(each, concept)),
      ...(concept === undefined ? [] : [button('All concepts', '/group')]),
    ],
  );
}

const LABELS: Readonly<Record<Period, string>> = { week: 'This week', month: 'This month', all: 'Since the beginning' };
export const periodButton = (period: Period, concept: string | undefined): Choice =>
  button(LABELS[period], `/group ${period}${concept === undefined ? '' : ` concept=${concept}`}`);

/** What is believed, as the packs have it; its id, should they no longer. */
export function beliefOf({ packs }: Content, id: string): string {
  const known = [...packs.values()].flatMap(({ misconceptions }) => misconceptions).find((each) => each.id === id);
  return known ? `"${known.belief.replace(/\.$/, '')}"` : `\`${id}\``;
}
