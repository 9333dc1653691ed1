import { addDays } from '../../base/local-time.ts';
import { type Instant, later, MINUTE } from '../../base/time.ts';
import type { Deps } from '../command.ts';
import type { DueWork } from '../due-work.ts';
import { postKey } from '../posts/drawer.ts';
import type { CarriedOut, Pause, Prompt, Run, Schedule } from '../store/daily.ts';
import type { NewPost, Settlement } from '../store/posts.ts';
import { circumstancesOf } from './circumstances.ts';
import { closingOf, queueOf } from './close-prompt.ts';
import { makePrompt } from './make-prompt.ts';
import { type Plan, planRun } from './plan-run.ts';
import { type Due, lastDue, nextDue } from './rhythm.ts';

/** So many prompts in a row without any response, and no more come until somebody wants them. */
const MOST_UNANSWERED = 5;

/**
 * Puts the prompts that are due, closes those whose time is over, and pauses schedules that reach nobody. Of several
 * dates that went by only the last counts. One that breaks is tried again a minute later, and thrown once the rest is done.
 */
export const postDuePrompts: DueWork = async (deps, now) => {
  const { store } = deps;
  const faults: unknown[] = [];
  const each = async <Row>(rows: readonly Row[], act: (row: Row) => Promise<unknown>): Promise<void> => {
    for (const row of rows) await act(row).catch((error: unknown) => faults.push(error));
  };
  await each(await store.settledPrompts(), ({ prompt, settlement }) =>
    store.keepOutcome(prompt, settlement, pauseAfter(settlement, now)),
  );
  await each(await store.promptsToClose(now), async ({ id, schedule }) => {
    const of = await store.schedule(schedule);
    if (of) await store.closePrompt(id, now, closingOf(of, now));
  });
  await each(await store.dueSchedules(now), (schedule) => runOrPutOff(deps, schedule, now));
  if (faults.length > 0) throw new AggregateError(faults, 'daily prompts that broke');
};

const pauseAfter = (settlement: Settlement, at: Instant): Pause | undefined =>
  settlement.kind === 'refused' ? { at, why: { kind: 'refused', why: settlement.why } } : undefined;

async function runOrPutOff(deps: Deps, schedule: Schedule, now: Instant): Promise<void> {
  if (schedule.state.kind !== 'running') return;
  const { next: run } = schedule.state;
  try {
    const carriedOut = await carryOut(deps, schedule, run, now);
    const closes = carriedOut.next.kind === 'pause' || carriedOut.prompt !== undefined;
    const isOurs = await deps.store.runSchedule(carriedOut, closes ? closingOf(schedule, now) : undefined);
    if (isOurs && carriedOut.prompt) deps.observe?.promptMade(carriedOut.prompt.kind, now - run.at);
  } catch (error) {
    await deps.store.runSchedule(putOff(schedule, run, { at: later(now, MINUTE), date: run.date }, now));
    throw error;
  }
}

/** What is to be done about a run whose time has come. */
async function carryOut(deps: Deps, schedule: Schedule, run: Run, now: Instant): Promise<CarriedOut> {
  const circumstances = await circumstancesOf(deps.store, schedule);
  const { spread } = circumstances;
  const due = lastDue(schedule, later(now, -spread));
  // The rules of its zone were changed, or the machine's clock set back: its time has not come after all.
  if (due.date < run.date)
    return putOff(schedule, run, runOf(nextDue(schedule, due.at, addDays(run.date, -1)), spread), now);
  const plan = planRun(due, circumstances, now);
  if (plan.kind === 'wait') return putOff(schedule, run, { at: plan.until, date: due.date }, now);
  const next = { kind: 'next', run: runOf(nextDue(schedule, due.at, due.date), spread) } as const;
  const carriedOut = { schedule: schedule.id, run, at: now, next, posts: [] };
  if (plan.kind !== 'put') {
    const prompt = { kind: plan.kind, id: deps.newId(), schedule: schedule.id, date: due.date, at: now };
    return { ...carriedOut, prompt };
  }
  const unanswered = countUnanswered(schedule, await deps.store.lastPrompts(schedule.id, 4 * MOST_UNANSWERED));
  if (unanswered >= MOST_UNANSWERED) return pauseFor(schedule, carriedOut, unanswered);
  return put(deps, schedule, carriedOut, due, plan);
}

/** When to look at what is due. */
export const runOf = ({ date, at }: Due, spread: number): Run => ({ at: later(at, spread), date });

const putOff = ({ id: schedule }: Schedule, run: Run, to: Run, at: Instant): CarriedOut => ({
  ...{ schedule, run, at, posts: [] },
  next: { kind: 'next', run: to },
});

/** How many that could be responded to were not, up to now, since it was set or resumed. */
function countUnanswered({ madeAt, resumedAt = madeAt }: Schedule, newestFirst: readonly Prompt[]): number {
  const posted = newestFirst.filter((prompt) => prompt.kind === 'put' && prompt.outcome?.kind === 'posted');
  const since = posted.filter(({ at }) => at >= resumedAt);
  const answered = since.findIndex((prompt) => prompt.kind === 'put' && prompt.hasResponse);
  return answered < 0 ? since.length : answered;
}

function pauseFor(schedule: Schedule, carriedOut: CarriedOut, count: number): CarriedOut {
  const { at } = carriedOut;
  const said = {
    key: postKey('daily', schedule.id, 'paused', String(at)),
    queue: queueOf(schedule),
    to: schedule.to,
    dueAt: at,
  };
  return { ...carriedOut, next: { kind: 'pause', pause: { at, why: { kind: 'unanswered', count } } }, posts: [said] };
}

async function put(
  deps: Deps,
  schedule: Schedule,
  carriedOut: CarriedOut,
  { date }: Due,
  { lapsesAt }: Plan & { kind: 'put' },
): Promise<CarriedOut> {
  const made = await makePrompt(deps, schedule, date, carriedOut.at);
  const key = made.prompt?.kind === 'put' ? made.prompt.post : undefined;
  const posts: readonly NewPost[] =
    key === undefined ? [] : [{ key, queue: queueOf(schedule), to: schedule.to, dueAt: carriedOut.at, lapsesAt }];
  return { ...carriedOut, ...made, posts };
}
