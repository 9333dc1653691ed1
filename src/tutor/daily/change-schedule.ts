import { assertNever } from '../../base/result.ts';
import type { Context } from '../command.ts';
import { isOrganiser } from '../is-organiser.ts';
import { button, notice, type Reply, reply, text } from '../reply.ts';
import type { Schedule } from '../store/daily.ts';
import { findSchedules } from './find-schedules.ts';
import { placeWord } from './place-word.ts';
import { spreadOf } from './plan-run.ts';
import { runOf } from './post-due-prompts.ts';
import { nextDue } from './rhythm.ts';
import { placeInWords, targetOf, type Wanted } from './target.ts';
import { tellSchedule } from './tell-schedule.ts';

export type Change = 'pause' | 'resume' | 'off';

/** Pauses, resumes or takes away the schedule that is meant; asks, if several could be. Doing it twice changes nothing more. */
export async function changeSchedule(
  context: Context,
  change: Change,
  wanted: Wanted,
  time: string | undefined,
): Promise<Reply> {
  const found = await findSchedules(context, targetOf(context, wanted));
  const meant = found.filter((each) => time === undefined || each.time === time);
  const mayChange = await isOrganiser(context.store, context.account, context.venue);
  const changeable = meant.filter(({ to }) => mayChange || to.kind === 'direct');
  const [only, ...others] = changeable;
  if (only === undefined) return meant.length > 0 ? forOrganisers() : none(time, found);
  if (others.length > 0) return askWhich(context, change, changeable);
  switch (change) {
    case 'pause':
      return pause(context, only);
    case 'resume':
      return resume(context, only);
    case 'off':
      return takeAway(context, only);
    default:
      return assertNever(change);
  }
}

/** Every schedule of the place, each by itself. */
export async function showSchedules(context: Context, wanted: Wanted, time: string | undefined): Promise<Reply> {
  const found = await findSchedules(context, targetOf(context, wanted));
  const meant = found.filter((each) => time === undefined || each.time === time);
  if (meant.length === 0) return none(time, found);
  const told = await Promise.all(meant.map((schedule) => tellSchedule(context, schedule)));
  const labels = told.flatMap(({ choices }, place) =>
    choices.map((choice) =>
      choice.kind === 'button' && told.length > 1
        ? { ...choice, label: `${choice.label}: ${labelOf(context, meant[place])}` }
        : choice,
    ),
  );
  return reply(
    told.flatMap(({ blocks }) => blocks),
    labels,
  );
}

async function pause(context: Context, schedule: Schedule): Promise<Reply> {
  const isNew = await context.store.pauseSchedule(schedule.id, { at: context.now, why: { kind: 'asked' } });
  return after(context, schedule, isNew ? 'Paused.' : 'It was paused already, so nothing has changed.');
}

/** What was in the way may still be. */
async function resume(context: Context, schedule: Schedule): Promise<Reply> {
  const { store, now, courier } = context;
  if (schedule.state.kind === 'running') return after(context, schedule, 'It was not paused, so nothing has changed.');
  const obstacles = await courier.obstacles(schedule.to);
  if (obstacles.length > 0)
    return reply(
      [text('It stays paused: I could not post there.'), ...obstacles.map(text)],
      [button('Try again', context.line)],
    );
  const [last] = await store.lastPrompts(schedule.id, 1);
  const next = runOf(nextDue(schedule, now, last?.date), spreadOf(schedule.id));
  const isNew = await store.resumeSchedule(schedule.id, next, now);
  return after(context, schedule, isNew ? 'It comes again.' : 'It was not paused, so nothing has changed.');
}

async function takeAway({ store, now, venue }: Context, schedule: Schedule): Promise<Reply> {
  const isNew = await store.removeSchedule(schedule.id, now);
  const where = placeInWords(schedule.to, venue);
  return notice(
    isNew ? `No daily prompt comes at ${schedule.time} ${where} any more.` : 'It had been taken away already.',
    [button('Show what comes', '/daily show')],
  );
}

async function after(context: Context, { id }: Schedule, said: string): Promise<Reply> {
  const schedule = await context.store.schedule(id);
  if (!schedule) throw new Error(`schedule ${id} is gone`);
  const told = await tellSchedule(context, schedule);
  return { ...told, blocks: [text(said), ...told.blocks] };
}

const labelOf = ({ venue }: Context, schedule: Schedule | undefined): string =>
  schedule === undefined ? '' : `${schedule.time} ${placeInWords(schedule.to, venue).replaceAll('`', '')}`;

const askWhich = (context: Context, change: Change, several: readonly Schedule[]): Reply =>
  notice(
    'Which one?',
    several.map((each) => button(labelOf(context, each), `/daily ${change} ${each.time} ${placeWord(each.to)}`)),
  );

const forOrganisers = (): Reply =>
  notice('What comes to a channel is for its organisers to change.', [button('Show what comes', '/daily show')]);

function none(time: string | undefined, others: readonly Schedule[]): Reply {
  const when = time === undefined ? '' : ` at ${time}`;
  const there = others.length === 0 ? '' : ` There is one at ${others.map((each) => each.time).join(', ')}.`;
  return notice(`No daily prompt comes here${when}.${there} \`/daily set 09:00\` sets one.`, [
    ...(others.length === 0 ? [] : [button('Show what comes', '/daily show')]),
    { kind: 'form', label: 'Set one', placeholder: 'such as 09:00', command: '/daily set time="{}"' },
  ]);
}
