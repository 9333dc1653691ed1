import { type Instant, MINUTE } from '../base/time.ts';
import type { Question } from '../dns/message.ts';
import { apply } from './apply.ts';
import { ask } from './ask.ts';
import { broughtBy } from './brought.ts';
import type { WorldEvent } from './event.ts';
import { internetOf } from './internet.ts';
import type { Member } from './population.ts';
import { freshOf } from './resolvers.ts';
import { sameInternet } from './same-internet.ts';
import type { Phase } from './stretch.ts';
import { type Run, watchMember } from './watch-member.ts';
import type { World } from './world.ts';

/** A world, and all that happens in it from then on; the clock moves by events too. */
export interface Timeline {
  readonly before: World;
  readonly events: readonly WorldEvent[];
}

/** A look-up that a population goes on making, and what it should bring. */
export interface Watched {
  readonly question: Question;
  /** Whether what came, as `broughtBy` tells it, is what it should be. */
  readonly isWanted: (brought: string) => boolean;
}

/** What a timeline does to a population of resolvers. Minutes count from the beginning of the timeline. */
export interface Outage {
  readonly start: Instant;
  readonly size: number;
  /** For each minute, how many got all that they should. */
  readonly served: readonly number[];
  /** The first and the last minute in which one did not; absent where there is none. */
  readonly firstFailure?: number;
  readonly lastFailure?: number;
  /** Minutes without at the resolver that has most of them. */
  readonly worst: number;
  /** Minutes without at each resolver, in the order of the population. */
  readonly minutes: readonly number[];
  /** Minutes without, of all resolvers together. */
  readonly lost: number;
  /** The largest share of resolvers without in one minute, from 0 to 1. */
  readonly peak: number;
  /** The first minute from which on all bring the same; absent where they still differ at the end. */
  readonly agreedFrom?: number;
}

/**
 * Lets every resolver of a population look everything up once a minute while a timeline passes, and counts who gets what
 * they should. Before the beginning, the world is taken to have stood as it was for as long as the oldest of them
 * remembers. The same values give the same outage.
 */
export function measureOutage(
  { before, events }: Timeline,
  watched: readonly Watched[],
  population: readonly Member[],
): Outage {
  const start = before.now;
  const { phases, end } = phasesOf(before, events);
  const length = Math.ceil((end - start) / MINUTE);
  const questions = watched.map(({ question }) => question);
  const seen = population.map((member) => watchMember(member, questions, phases, start, length));
  const without = seen.map((runs) => minutesWithout(runs, watched, length));
  const minutes = without.map((each) => each.filter(Boolean).length);
  const failing = sum(without, length);
  const served = failing.map((count) => population.length - count);
  const first = failing.findIndex((count) => count > 0);
  const agreed = agreedFrom(seen, length);
  return {
    ...{ start, size: population.length, served },
    ...(first < 0 ? {} : { firstFailure: first, lastFailure: failing.findLastIndex((count) => count > 0) }),
    worst: Math.max(0, ...minutes),
    minutes,
    lost: failing.reduce((all, count) => all + count, 0),
    peak: Math.max(0, ...failing) / Math.max(1, population.length),
    ...(agreed === undefined ? {} : { agreedFrom: agreed }),
  };
}

/** A look-up that should go on bringing what it brings now to a resolver that remembers nothing. */
export function asItIs(world: World, question: Question): Watched {
  const now = broughtBy(ask(world, question, freshOf('resolver')));
  return { question, isWanted: (brought) => brought === now };
}

/** What answers from when on, each for as long as nothing changes. */
function phasesOf(before: World, events: readonly WorldEvent[]): { phases: readonly Phase[]; end: Instant } {
  const phases: Phase[] = [{ from: before.now, internet: internetOf(before) }];
  let world = before;
  for (const event of events) {
    if (event.kind === 'question-asked') continue;
    world = apply(world, event);
    const internet = internetOf(world);
    const last = phases.at(-1)?.internet;
    if (last === undefined || !sameInternet(last, internet)) phases.push({ from: world.now, internet });
  }
  return { phases, end: world.now };
}

/** For each minute, whether something else came than should. */
function minutesWithout(runs: readonly (readonly Run[])[], watched: readonly Watched[], length: number): boolean[] {
  const without = new Array<boolean>(length).fill(false);
  for (const [place, { isWanted }] of watched.entries()) {
    for (const [nth, { from, brought }] of (runs[place] ?? []).entries()) {
      if (!isWanted(brought)) without.fill(true, from, runs[place]?.[nth + 1]?.from ?? length);
    }
  }
  return without;
}

function sum(without: readonly (readonly boolean[])[], length: number): number[] {
  const counts = new Array<number>(length).fill(0);
  for (const minutes of without) for (const [at, is] of minutes.entries()) if (is) counts[at] = (counts[at] ?? 0) + 1;
  return counts;
}

/** Nobody changes any more, and all have the same. */
function agreedFrom(seen: readonly (readonly (readonly Run[])[])[], length: number): number | undefined {
  const [first] = seen;
  if (!first || length === 0) return 0;
  const last = (runs: readonly Run[] | undefined) => runs?.at(-1)?.brought;
  if (seen.some((runs) => runs.some((each, place) => last(each) !== last(first[place])))) return undefined;
  return Math.max(0, ...seen.flatMap((runs) => runs.map((each) => each.at(-1)?.from ?? 0)));
}
