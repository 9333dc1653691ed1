import { type Instant, instant, later, MINUTE, SECOND } from '../base/time.ts';
import type { Question } from '../dns/message.ts';
import { type Cache, type CacheEntry, emptyCache, nodataId, nxdomainId, setId } from '../dns/resolver/cache.ts';
import { type Internet, resolveIn } from '../dns/resolver/internet.ts';
import type { Resolution } from '../dns/resolver/resolution.ts';
import { rootAnchors } from './ask.ts';
import { broughtBy } from './brought.ts';
import { isSteady } from './is-steady.ts';
import type { Member } from './population.ts';
import { aheadBy, type Mark, takenAhead } from './recurrence.ts';

/** What answers from a moment on, until the next phase. */
export interface Phase {
  readonly from: Instant;
  readonly internet: Internet;
}

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
  const stretches = stretchesOf(phases, start);
  const momentAt = (minute: number): Instant => later(start, minute * MINUTE + member.phase);
  const minuteFrom = (moment: number): number => Math.ceil((moment - start - member.phase) / MINUTE);
  const own = new Set(questions.filter(({ qtype }) => !SHARED.has(qtype)).flatMap(idsOf));
  const runs = questions.map((): Run[] => []);
  const next = questions.map(() => -(member.age / MINUTE));
  const failed = questions.map((): Internet | undefined => undefined);
  const brought = questions.map(() => '');
  let cache: Cache = emptyCache;
  let changed = Number.NEGATIVE_INFINITY;
  let mark: (Mark & { readonly stretch: Stretch; readonly patience: number }) | undefined;
  let ticks = 0;
  for (let minute = Math.min(...next); minute < length; minute = Math.min(...next)) {
    const now = momentAt(minute);
    const stretch = stretchAt(stretches, now);
    const due = questions.flatMap((question, place) => ((next[place] ?? 0) <= minute ? [{ question, place }] : []));
    const looked = due.map(({ question, place }) => {
      const resolution = look(member, stretch.internet, question, cache, now);
      cache = resolution.cache;
      const came = broughtBy(resolution);
      if (came !== brought[place]) changed = minute;
      brought[place] = came;
      note(runs[place] ?? [], Math.max(0, minute), came);
      return { question, place, lasting: lastingOf(resolution, now) };
    });
    // Those first that may change whom the others ask.
    for (const { question, place, lasting } of looked.toSorted((a, b) => Number(isUnsure(b)) - Number(isUnsure(a)))) {
      const isAgain = failed[place] === stretch.internet;
      failed[place] = lasting === undefined ? stretch.internet : undefined;
      const then = lasting === undefined ? afterFailure(isAgain) : afterAnswer(question, place, lasting);
      next[place] = Math.max(minute + 1, then);
    }
    leapAhead();

    /** A failure is looked at again at once; if it stays one, when it can first turn out otherwise. */
    function afterFailure(isAgain: boolean): number {
      return isAgain ? minuteFrom(nextChange(cache, member, now, stretch.until)) : minute + 1;
    }

    /** When the answer has run out; or, if it is sure to be told the same until then, the last time before that may change. */
    function afterAnswer(question: Question, place: number, lasting: Instant): number {
      const then = minuteFrom(lasting);
      const unsure = questions.flatMap(({ qtype }, other) =>
        other !== place && (SHARED.has(qtype) || failed[other]) ? [next[other] ?? 0] : [],
      );
      const horizon = Math.min(minuteFrom(horizonOf(cache, own, now, stretch)), ...unsure);
      const times = Math.floor((horizon - 1 - minute) / (then - minute));
      if (times < 2 || !steady(question, place)) return then;
      return Number.isFinite(times) ? minute + times * (then - minute) : length;
    }

    function steady(question: Question, place: number): boolean {
      return isSteady(stretch.internet, question, brought[place] ?? '', { cache, now, habits: member.habits });
    }

    /** Where all is as it was at the mark, and nothing else came since, the same is left out for as long as it goes on. */
    function leapAhead(): void {
      const here = { minute, now, cache, next: [...next] };
      if (mark?.stretch === stretch && changed <= mark.minute) {
        const horizon = Math.min(length, minuteFrom(stretch.until));
        const minutes = aheadBy(mark, here, member, minuteFrom, horizon);
        if (minutes > 0 && questions.every((question, place) => failed[place] || steady(question, place))) {
          cache = takenAhead(mark, here, minutes);
          for (const place of next.keys()) next[place] = (next[place] ?? 0) + minutes;
          mark = undefined;
          return;
        }
      }
      ticks += 1;
      if (mark?.stretch === stretch && ticks < mark.patience) return;
      mark = { ...here, stretch, patience: mark?.stretch === stretch ? 2 * mark.patience : 1 };
      ticks = 0;
    }
  }
  return runs;
}

/** A look-up that brought nothing to remember, or something that other look-ups use. */
const isUnsure = ({
  question,
  lasting,
}: {
  readonly question: Question;
  readonly lasting: Instant | undefined;
}): boolean => lasting === undefined || SHARED.has(question.qtype);

/** A phase, or the time before the beginning, in which nothing changes that answers. */
interface Stretch extends Phase {
  readonly until: Instant;
}

function stretchesOf(phases: readonly Phase[], start: Instant): readonly Stretch[] {
  const stretches = phases.map((phase, place) => ({ ...phase, until: phases[place + 1]?.from ?? FOREVER }));
  const [first] = phases;
  if (!first) throw new Error('a timeline has no beginning');
  return [{ internet: first.internet, from: instant(Number.NEGATIVE_INFINITY), until: start }, ...stretches];
}

function stretchAt(stretches: readonly Stretch[], now: Instant): Stretch {
  const stretch = stretches.findLast(({ from }) => from <= now);
  if (!stretch) throw new Error('no stretch begins that early');
  return stretch;
}

const FOREVER = instant(Number.POSITIVE_INFINITY);

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
