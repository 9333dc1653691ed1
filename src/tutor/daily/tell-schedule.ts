import { dateInWords, localDate, localTime } from '../../base/local-time.ts';
import { assertNever } from '../../base/result.ts';
import { later, MINUTE } from '../../base/time.ts';
import { writeWeekdays } from '../../base/weekdays.ts';
import { type Context, titleOf } from '../command.ts';
import { capitalised } from '../names.ts';
import { button, type Choice, fields, heading, type Reply, reply } from '../reply.ts';
import { QUIET_HOURS } from '../settings/settings.ts';
import { spanInWords } from '../span-words.ts';
import type { Pause, Prompt, Schedule } from '../store/daily.ts';
import { circumstancesOf } from './circumstances.ts';
import { placeWord } from './place-word.ts';
import { planRun } from './plan-run.ts';
import { dueOn } from './rhythm.ts';
import { placeInWords } from './target.ts';

/** A schedule, when it comes next, and what came last; for whoever asks, alone. */
export async function tellSchedule(context: Context, schedule: Schedule): Promise<Reply> {
  const { zone, time, days, to, concept, until } = schedule;
  const [last] = await context.store.lastPrompts(schedule.id, 1);
  const quiet = await quietEffect(context, schedule);
  return reply(
    [
      heading(`Daily prompt at ${time}`),
      fields(
        ['Comes', `${capitalised(placeInWords(to, context.venue))}, at ${time}, ${zone}, ${writeWeekdays(days)}`],
        ['About', concept === undefined ? 'all concepts' : titleOf(context.content, concept)],
        ['Next', nextOf(context, schedule)],
        ...(quiet === undefined ? [] : [['Quiet hours', quiet] as const]),
        ...(to.kind === 'channel'
          ? [['Open', until === undefined ? 'until the next comes' : openFor(until)] as const]
          : []),
        ...(last ? [['Last', lastOf(schedule, last)] as const] : []),
      ),
    ],
    choicesFor(schedule),
  );
}

function nextOf({ now }: Context, { zone, state }: Schedule): string {
  if (state.kind === 'paused') return `paused: ${describePause(state.pause)}`;
  const { at, date } = state.next;
  const shows = localTime(zone, at);
  const day = localDate(zone, at);
  const early = day === date ? '' : `, for ${dateInWords(date)}`;
  // As the minute begins: what it is spread by within that is nobody's concern.
  return `${dateInWords(day)} at ${shows}, in ${spanInWords(at - (at % MINUTE) - now)}${early}`;
}

function describePause({ why }: Pause): string {
  switch (why.kind) {
    case 'asked':
      return 'somebody paused it.';
    case 'unanswered':
      return `the last ${why.count} had no response.`;
    case 'refused':
      return `it could not be posted. ${why.why}`;
    default:
      return assertNever(why);
  }
}

/** What quiet hours do to the next one, if they do anything. */
async function quietEffect({ store }: Context, schedule: Schedule): Promise<string | undefined> {
  if (schedule.state.kind !== 'running') return undefined;
  const due = dueOn(schedule, schedule.state.next.date);
  const circumstances = await circumstancesOf(store, schedule);
  const { quietHours, spread, lateWindow, zone } = circumstances;
  if (!due || quietHours === undefined) return undefined;
  const plan = planRun(due, circumstances, later(due.at, spread));
  const hours = QUIET_HOURS.write(quietHours);
  if (plan.kind === 'wait') return `${hours}: it waits, and comes at ${localTime(zone, plan.until)}`;
  if (plan.kind !== 'quiet') return undefined;
  return `${hours}: it does not come, since it would have to wait more than ${lateWindow / MINUTE} minutes. Change its time, or the settings \`quiet-hours\` or \`late-window\``;
}

const openFor = (until: string): string =>
  /^\d+$|[:.]|[ap]m|noon|midnight/i.test(until) ? `until ${until}` : `for ${until}`;

function lastOf({ zone }: Schedule, prompt: Prompt): string {
  const day = dateInWords(prompt.date);
  switch (prompt.kind) {
    case 'late':
      return `${day}: none, it would have come too late`;
    case 'quiet':
      return `${day}: none, because of quiet hours`;
    case 'no-items':
      return `${day}: none, there was nothing to ask`;
    case 'put':
      return `${day}: ${outcomeOf(prompt, localTime(zone, prompt.at))}`;
    default:
      return assertNever(prompt);
  }
}

function outcomeOf({ outcome, hasResponse }: Prompt & { kind: 'put' }, at: string): string {
  switch (outcome?.kind) {
    case undefined:
      return 'on its way';
    case 'posted':
      return `posted at ${at}, ${hasResponse ? 'with responses' : 'no response'}`;
    case 'refused':
      return `not posted. ${outcome.why}`;
    case 'lapsed':
    case 'void':
      return 'not posted, it would have come too late';
    default:
      return assertNever(outcome);
  }
}

const choicesFor = ({ time, to, state }: Schedule): readonly Choice[] => {
  const which = `${time} ${placeWord(to)}`;
  const onOrOff =
    state.kind === 'paused' ? button('Resume', `/daily resume ${which}`) : button('Pause', `/daily pause ${which}`);
  return [onOrOff, button('Take it away', `/daily off ${which}`)];
};
