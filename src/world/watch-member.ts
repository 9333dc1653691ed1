import { type Instant, later, MINUTE, SECOND } from '../base/time.ts';
import type { Question } from '../dns/message.ts';
import { type Cache, type CacheEntry, emptyCache, nodataId, nxdomainId, setId } from '../dns/resolver/cache.ts';
import { type Internet, resolveIn } from '../dns/resolver/internet.ts';
import type { Resolution } from '../dns/resolver/resolution.ts';
import { rootAnchors } from './ask.ts';
import { broughtBy } from './brought.ts';
import { isSteady } from './is-steady.ts';
import type { Member } from './population.ts';
import { aheadBy, type Mark, takenAhead } from './recurrence.ts';
import { type Phase, type Stretch, stretchAt, stretchesOf } from './stretch.ts';

/** What a member was brought for one question, from a minute on until the next. */
export interface Run {
  readonly from: number;
  readonly brought: string;
}

/** What a member is brought for each question over so many minutes, as runs of minutes with the same. */
export function watchMember(
  member: Member,
  questions: readonly Question[],
  phases: readonly Phase[],
  start: Instant,
  length: number,
): readonly (readonly Run[])[] {
  const own = new Set(questions.filter(({ qtype }) => !SHARED.has(qtype)).flatMap(idsOf));
  const minuteFrom = (moment: number): number => Math.ceil((moment - start - member.phase) / MINUTE);
  const watch: Watch = { member, questions, own, length, minuteFrom };
  const state: State = {
    ...{ cache: emptyCache, changed: Number.NEGATIVE_INFINITY, mark: undefined },
    next: questions.map(() => -(member.age / MINUTE)),
    brought: questions.map(() => ''),
    failed: questions.map(() => undefined),
    runs: questions.map(() => []),
  };
  const stretches = stretchesOf(phases, start);
  for (let minute = Math.min(...state.next); minute < length; minute = Math.min(...state.next)) {
    const now = later(start, minute * MINUTE + member.phase);
    const tick: Tick = { minute, now, stretch: stretchAt(stretches, now) };
    const looked = lookAround(watch, state, tick);
    // Those first that may change whom the others ask.
    for (const one of looked.toSorted((a, b) => Number(isUnsure(b)) - Number(isUnsure(a)))) {
      state.next[one.place] = Math.max(minute + 1, nextLook(watch, state, tick, one));
    }
    leapAhead(watch, state, tick);
  }
  return state.runs;
}

/** Who is watched, and at what. */
interface Watch {
  readonly member: Member;
  readonly questions: readonly Question[];
  /** What is remembered of these questions alone and used for nothing else, by id. */
  readonly own: ReadonlySet<string>;
  readonly length: number;
  /** The first minute in which the member asks at or after a moment. */
  readonly minuteFrom: (moment: number) => number;
}

/** How far the member has come. Lists have an entry for each question. */
interface State {
  cache: Cache;
  /** The minute in which each is looked up again. */
  readonly next: number[];
  readonly brought: string[];
  /** Where the last look-up failed. */
  readonly failed: (Internet | undefined)[];
  readonly runs: Run[][];
  /** The last minute in which one of them brought something else than before. */
  changed: number;
  mark: (Mark & { readonly stretch: Stretch; readonly patience: number; readonly waited: number }) | undefined;
}

interface Tick {
  readonly minute: number;
  readonly now: Instant;
  readonly stretch: Stretch;
}

/** A look-up that was made, and until when what it brought is remembered, if it is. */
interface Looked {
  readonly place: number;
  readonly question: Question;
  readonly lasting: Instant | undefined;
}

/** Looks up what is due. */
function lookAround({ member, questions }: Watch, state: State, { minute, now, stretch }: Tick): readonly Looked[] {
  const due = questions.flatMap((question, place) => ((state.next[place] ?? 0) <= minute ? [{ question, place }] : []));
  return due.map(({ question, place }) => {
    const resolution = look(member, stretch.internet, question, state.cache, now);
    const came = broughtBy(resolution);
    if (came !== state.brought[place]) state.changed = minute;
    state.cache = resolution.cache;
    state.brought[place] = came;
    note(state.runs[place] ?? [], Math.max(0, minute), came);
    return { question, place, lasting: lastingOf(resolution, now) };
  });
}

/**
 * When to look again. A failure at once, and if it stays one, when it can first turn out otherwise. An answer when it has
 * run out; or, if the same is sure to come until then, the last time before something else runs out or changes.
 */
function nextLook(
  watch: Watch,
  state: State,
  { minute, now, stretch }: Tick,
  { question, place, lasting }: Looked,
): number {
  const { questions, member, own, length, minuteFrom } = watch;
  const isAgain = state.failed[place] === stretch.internet;
  state.failed[place] = lasting === undefined ? stretch.internet : undefined;
  if (lasting === undefined)
    return isAgain ? minuteFrom(nextChange(state.cache, member, now, stretch.until)) : minute + 1;
  const then = minuteFrom(lasting);
  const unsure = questions.flatMap(({ qtype }, other) =>
    other !== place && (SHARED.has(qtype) || state.failed[other]) ? [state.next[other] ?? 0] : [],
  );
  const horizon = Math.min(minuteFrom(horizonOf(state.cache, own, now, stretch)), ...unsure);
  const times = Math.floor((horizon - 1 - minute) / (then - minute));
  if (times < 2 || !bringsTheSame(watch, state, { now, stretch }, question, place)) return then;
  return Number.isFinite(times) ? minute + times * (then - minute) : length;
}

/** Where all is as it was at the mark, and nothing else came since, leaves out the same for as long as it goes on. */
function leapAhead(watch: Watch, state: State, tick: Tick): void {
  const { questions, member, length, minuteFrom } = watch;
  const { minute, now, stretch } = tick;
  const here = { minute, now, cache: state.cache, next: [...state.next] };
  const mark = state.mark?.stretch === stretch ? state.mark : undefined;
  if (mark && state.changed <= mark.minute) {
    const minutes = aheadBy(mark, here, member, minuteFrom, Math.min(length, minuteFrom(stretch.until)));
    const isSure = (question: Question, place: number) =>
      state.failed[place] !== undefined || bringsTheSame(watch, state, tick, question, place);
    if (minutes > 0 && questions.every(isSure)) {
      state.cache = takenAhead(mark, here, minutes);
      for (const [place, at] of here.next.entries()) state.next[place] = at + minutes;
      state.mark = undefined;
      return;
    }
  }
  // The mark is moved less and less often, so that periods of any length are found.
  if (mark && mark.waited + 1 < mark.patience) state.mark = { ...mark, waited: mark.waited + 1 };
  else state.mark = { ...here, stretch, patience: mark ? 2 * mark.patience : 1, waited: 0 };
}

const bringsTheSame = (
  { member: { habits } }: Watch,
  { cache, brought }: State,
  { now, stretch }: Pick<Tick, 'now' | 'stretch'>,
  question: Question,
  place: number,
): boolean => isSteady(stretch.internet, question, brought[place] ?? '', { cache, now, habits });

/** A look-up that brought nothing to remember, or something that other look-ups use. */
const isUnsure = ({ question, lasting }: Looked): boolean => lasting === undefined || SHARED.has(question.qtype);

/** Until when everything stays as it is that decides whom to ask and what to believe. */
function horizonOf(cache: Cache, own: ReadonlySet<string>, now: Instant, { until }: Stretch): number {
  let horizon: number = until;
  for (const [id, entry] of cache.entries) {
    if (entry.until > now && entry.until < horizon && !own.has(id)) horizon = entry.until;
  }
  return horizon;
}

/** What answers of these types say is used for other look-ups too. */
const SHARED: ReadonlySet<string> = new Set(['NS', 'DS', 'DNSKEY', 'ANY']);

const idsOf = ({ qname, qtype }: Question): readonly string[] =>
  qtype === 'ANY' ? [] : [setId(qname, qtype), nodataId(qname, qtype), nxdomainId(qname)];

function look(
  { habits, validates }: Member,
  internet: Internet,
  question: Question,
  cache: Cache,
  now: Instant,
): Resolution {
  const validate = validates && { trustAnchors: rootAnchors(internet) };
  return resolveIn(internet, question, { cache, now, config: { ...habits, validate } });
}

/** Until when what came is remembered; undefined where it is not: failures, and what was out of date. */
function lastingOf({ outcome, answer, authority, steps }: Resolution, now: Instant): Instant | undefined {
  const ttls = [...answer, ...authority].map(({ ttl }) => ttl);
  const isStale = steps.some((step) => step.kind === 'cache-hit' && step.stale === true);
  if (outcome === 'failure' || isStale || ttls.length === 0) return undefined;
  const ttl = Math.min(...ttls);
  return ttl > 0 ? later(now, ttl * SECOND) : undefined;
}

/** When a failure can first turn out otherwise: something remembered runs out, or what answers changes. */
function nextChange(cache: Cache, { habits }: Member, now: Instant, until: Instant): number {
  const ends = [...cache.entries.values()].flatMap((entry) => endsOf(entry, habits.staleFor ?? 0));
  return Math.min(until, ...ends.filter((end) => end > now));
}

const endsOf = ({ until }: CacheEntry, staleFor: number): readonly number[] =>
  staleFor > 0 ? [until, until + staleFor * SECOND] : [until];

function note(runs: Run[], from: number, brought: string): void {
  const last = runs.at(-1);
  if (last?.brought === brought) return;
  if (last?.from === from) runs.pop();
  if (runs.at(-1)?.brought !== brought) runs.push({ from, brought });
}
