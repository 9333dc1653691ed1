import { localDate, startOfDay } from '../base/local-time.ts';
import { chooseForToday, type Enough, type Today } from '../learning/choose.ts';
import { type Due, dueToday } from '../learning/due.ts';
import type { Context } from './command.ts';
import { dueLab, type LabOffer } from './labs/offer-lab.ts';
import { askable } from './pick-item.ts';
import { button, notice, type Reply } from './reply.ts';
import { DAILY_CAP, TIME_ZONE } from './settings/settings.ts';
import { learnerSubject, settled } from './settings/settled.ts';
import type { Whose } from './whose.ts';

export type DueNow = Due & Today;

/** How many of the day's questions a learner has had, by their own clocks, and how many they want at most. */
async function todayOf({ store, learner, now }: Whose): Promise<Today> {
  const own = await settled(store, learnerSubject(learner));
  const zone = own.value(TIME_ZONE);
  const morning = startOfDay(zone, localDate(zone, now));
  return { done: await store.proposedSince(learner, morning), cap: own.value(DAILY_CAP) };
}

/** What is due, within the day's cap; of that there are questions about. */
export async function dueOf(whose: Whose): Promise<DueNow> {
  const { store, learner, content, now } = whose;
  const today = await todayOf(whose);
  const learned = { concepts: askable(content), memories: await store.memories(learner), now };
  return { ...dueToday(learned, today), ...today };
}

/** What there is to say of what is due that waits for another day; undefined if none does. */
export function waitingWords({ today, all, done }: DueNow): string | undefined {
  const rest = all - today.length;
  if (rest === 0) return undefined;
  return today.length === 0
    ? `${all} wait for another day: your ${done} for today are done.`
    : `${today.length} of ${all} today; the others wait, and nothing is lost.`;
}

/** That the day's cap is reached, or that no question is due and a lab is, with what to do instead; undefined if neither. */
export async function enoughToday(context: Context): Promise<Reply | undefined> {
  const { store, learner, content, now } = context;
  const learned = { concepts: askable(content), memories: await store.memories(learner), now };
  const chosen = chooseForToday(learned, await todayOf(context));
  if (chosen?.kind === 'enough') return tellEnough(chosen, await dueLab(context));
  const lab = chosen?.reason === 'ahead' ? await dueLab(context) : undefined;
  return lab && notice(`No question is due. ${lab.words}`, [lab.choice, button('A question anyway', '/quiz anyway')]);
}

function tellEnough({ done, waiting }: Enough, lab: LabOffer | undefined): Reply {
  const ofLab = lab ? ` ${lab.words}` : '';
  return notice(
    `That is enough for today: ${done} done. ${waits(waiting)}${ofLab} \`/settings daily-cap\` says how many a day you want.`,
    [...(lab ? [lab.choice] : []), button('Go on anyway', '/quiz anyway'), button('Review what I missed', '/review')],
  );
}

function waits(waiting: number): string {
  if (waiting === 0) return 'No more questions are due.';
  if (waiting === 1) return '1 more is due; it waits, and nothing is lost.';
  return `${waiting} more are due; they wait, the riskiest first, and nothing is lost.`;
}
