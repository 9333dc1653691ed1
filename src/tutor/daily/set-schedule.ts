import { localDate } from '../../base/local-time.ts';
import { type Weekdays, writeWeekdays } from '../../base/weekdays.ts';
import type { Zone } from '../../base/zone.ts';
import { type Context, titleOf } from '../command.ts';
import type { Address } from '../courier.ts';
import { isOrganiser } from '../is-organiser.ts';
import { button, notice, type Reply, reply, text } from '../reply.ts';
import { roundItems } from '../rounds/make-question.ts';
import { TIME_ZONE } from '../settings/settings.ts';
import { learnerSubject, serverSubject } from '../settings/settled.ts';
import { shown } from '../shown.ts';
import type { NewSchedule } from '../store/daily.ts';
import { settledFor } from './circumstances.ts';
import { describeOddDates } from './describe-odd-dates.ts';
import { spreadOf } from './plan-run.ts';
import { runOf } from './post-due-prompts.ts';
import { nextDue, oddDates } from './rhythm.ts';
import { targetOf, type Wanted } from './target.ts';
import { tellSchedule } from './tell-schedule.ts';
import { readUntil } from './until.ts';

/** A schedule as it is typed. */
export interface Typed extends Wanted {
  readonly time: string | undefined;
  readonly zone: Zone | undefined;
  readonly days: Weekdays | undefined;
  readonly concept: string | undefined;
  readonly until: string | undefined;
}

const MOST_IN_A_PLACE = 5;
const DAYS_AHEAD = 366;

/** Keeps a schedule, and tells of it; or asks for what is missing, or says what is in the way, and keeps nothing. */
export async function setSchedule(context: Context, typed: Typed): Promise<Reply> {
  const { time } = typed;
  if (time === undefined)
    return askFor('At what time of day?', 'Set the time', 'such as 09:00', lineOf(typed, { time: 'time="{}"' }));
  const to = targetOf(context, typed);
  if (to === undefined) return askWhere(typed);
  const problem = await whatIsInTheWay(context, typed, to);
  if (problem) return problem;
  const settings = await settledFor(context.store, { to, madeBy: context.learner });
  const isZoneSet = settings.setFor(TIME_ZONE) !== undefined;
  const zone = typed.zone ?? (isZoneSet ? settings.value(TIME_ZONE) : undefined);
  if (zone === undefined) {
    const line = lineOf(typed, { zone: 'zone="{}"' });
    return askFor(
      `By the clocks of which time zone is it to come at ${time}?`,
      'Set the time zone',
      'such as Europe/Lisbon',
      line,
    );
  }
  const obstacles = await context.courier.obstacles(to);
  if (obstacles.length > 0)
    return reply(
      [text('Nothing has been set: I could not post there.'), ...obstacles.map(text)],
      [button('Try again', context.line)],
    );
  const schedule = await keep(context, typed, to, { time, zone });
  if (!schedule)
    return notice(`No more than ${MOST_IN_A_PLACE} can come to one place. Take one away first: \`/daily off\`.`, [
      button('Show them', '/daily show'),
    ]);
  const remembered = isZoneSet ? [] : [await rememberZone(context, to, zone)];
  return tell(context, schedule, remembered);
}

/** What the prompt is to be like, besides where and when. */
async function whatIsInTheWay(context: Context, typed: Typed, to: Address): Promise<Reply | undefined> {
  const { store, account, venue, content } = context;
  const { concept, until } = typed;
  if (to.kind === 'channel' && !(await isOrganiser(store, account, venue)))
    return notice(
      'What comes to a channel is for its organisers to set. Your own prompts can come by direct message.',
      [button('My direct messages', lineOf({ ...typed, channel: undefined }, { place: 'me' }))],
    );
  const about = concept === undefined ? '' : ` about "${titleOf(content, concept)}"`;
  const items =
    to.kind === 'channel'
      ? roundItems(content, concept === undefined ? [] : [concept])
      : [...content.items.values()].filter((item) => concept === undefined || item.concept === concept);
  if (items.length === 0) {
    const kind = to.kind === 'channel' ? ' that a channel can respond to by pressing a letter' : '';
    return notice(`There are no questions${about}${kind}.`, [button('Concepts', '/concepts')]);
  }
  if (until === undefined) return undefined;
  if (to.kind === 'direct')
    return notice('A prompt in direct messages is open until you respond to it: leave out `until`.', [
      button('Set it so', lineOf(typed, { until: '' })),
    ]);
  const read = readUntil(until);
  return read.ok ? undefined : notice(`${shown(until)} cannot be \`until\`. ${read.problem}`);
}

/** Undefined if the place has the most there may be. One of the same time keeps its id, so that no date gets two. */
async function keep(
  { store, learner, now, newId }: Context,
  { days = [1, 2, 3, 4, 5, 6, 7], concept, until }: Typed,
  to: Address,
  { time, zone }: { readonly time: string; readonly zone: Zone },
): Promise<NewSchedule | undefined> {
  const there =
    to.kind === 'channel'
      ? await store.schedulesOfChannel(to, to.channel)
      : await store.schedulesOfPerson(to, to.space);
  const before = there.find((each) => each.time === time);
  const id = before?.id ?? newId();
  const [last] = before ? await store.lastPrompts(id, 1) : [];
  const rhythm = { zone, time, days };
  const next = runOf(nextDue(rhythm, now, last?.date), spreadOf(id));
  const about = { ...(concept !== undefined && { concept }), ...(until !== undefined && { until }) };
  const schedule: NewSchedule = { id, to, ...rhythm, ...about, madeBy: learner, madeAt: now, next };
  return (await store.setSchedule(schedule, MOST_IN_A_PLACE)) ? schedule : undefined;
}

/** So that nobody is asked a second time. */
async function rememberZone({ store, learner, now }: Context, to: Address, zone: Zone): Promise<string> {
  const [subject, whose] =
    to.kind === 'channel' ? [serverSubject(to), "this server's"] : [learnerSubject(learner), 'your'];
  await store.setSetting(subject, TIME_ZONE.name, TIME_ZONE.write(zone), now);
  return `${zone} is now ${whose} time zone in general too; \`/settings\` changes that.`;
}

async function tell(context: Context, { id, zone }: NewSchedule, notes: readonly string[]): Promise<Reply> {
  const schedule = await context.store.schedule(id);
  if (!schedule) throw new Error(`schedule ${id} is gone`);
  const odd = describeOddDates(schedule, oddDates(schedule, localDate(zone, context.now), DAYS_AHEAD));
  const told = await tellSchedule(context, schedule);
  return { ...told, blocks: [...told.blocks, ...[...odd, ...notes].map(text)] };
}

const askFor = (words: string, label: string, placeholder: string, command: string): Reply =>
  notice(words, [{ kind: 'form', label, placeholder, command }]);

const askWhere = (typed: Typed): Reply =>
  notice('Where is it to come?', [
    button('This channel', lineOf(typed, { place: 'here' })),
    button('My direct messages', lineOf(typed, { place: 'me' })),
  ]);

type Part = 'time' | 'zone' | 'place' | 'until';

/** The command again, with parts in the place of what was typed for them. */
function lineOf(
  { time, zone, days, place, channel, concept, until }: Typed,
  over: Partial<Record<Part, string>>,
): string {
  const where = channel === undefined ? place : `#${channel}`;
  const parts = [
    over.time ?? time,
    over.zone ?? zone,
    days && writeWeekdays(days),
    over.place ?? where,
    concept && `concept=${concept}`,
    over.until ?? (until && `until=${until}`),
  ];
  return ['/daily set', ...parts.filter((part) => part !== undefined && part !== '')].join(' ');
}
