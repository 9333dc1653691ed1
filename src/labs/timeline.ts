import { DAY, type DurationMs, type Instant, later } from '../base/time.ts';
import { apply, replay } from '../world/apply.ts';
import { passTime } from '../world/clock.ts';
import type { WorldEvent } from '../world/event.ts';
import { internetOf } from '../world/internet.ts';
import type { World } from '../world/world.ts';

/** How the name servers of a world changed and will change, from one moment on, oldest first; the first is how they were at that moment. */
export interface Timeline {
  readonly stretches: readonly Stretch[];
  readonly end: Instant;
}
/** A world whose name servers stay as they are until the next; nobody in it remembers anything. */
export interface Stretch {
  readonly from: Instant;
  readonly world: World;
}

/** So far ahead it is looked: no record is kept for longer than a week, and no change takes longer to be published. */
const AHEAD: DurationMs = 16 * DAY;

/** @param since an earlier state of the world, whose history its own goes on from */
export function timelineOf(since: World, world: World): Timeline {
  const past = world.history.slice(since.history.length);
  const future = passTime(world, AHEAD);
  return { stretches: stretchesOf(since, [...past, ...future]), end: later(world.now, AHEAD) };
}

/** How the name servers are at a moment of a timeline, with its clock at that moment. */
export function worldAt({ stretches }: Timeline, at: Instant): World {
  const stretch = stretches.findLast(({ from }) => from <= at) ?? stretches[0];
  if (!stretch) throw new Error('a timeline without stretches');
  return { ...stretch.world, now: at };
}

/** The moments at which something changed or changes, each as the world was right before it, oldest first. */
export const changesIn = ({ stretches }: Timeline): readonly { readonly at: Instant; readonly before: World }[] =>
  stretches
    .slice(1)
    .map(({ from: at }, place) => ({ at, before: { ...(stretches[place] as Stretch).world, now: at } }));

/** What happens in one moment is one change, unless somebody asked in between. */
function stretchesOf(since: World, events: readonly WorldEvent[]): readonly Stretch[] {
  const stretches: Stretch[] = [{ from: since.now, world: { ...since, caches: new Map() } }];
  let world = since;
  let wasAsked = true;
  for (const event of events) {
    if (event.kind === 'question-asked') {
      wasAsked = true;
      continue;
    }
    const next = apply(world, event);
    if (internetOf(next) !== internetOf(world)) {
      if (!wasAsked && stretches.at(-1)?.from === next.now) stretches.pop();
      stretches.push({ from: next.now, world: { ...next, caches: new Map() } });
      wasAsked = false;
    }
    world = next;
  }
  return stretches;
}

/** The world so much later, with whatever happens by itself until then. */
export const afterWait = (world: World, span: DurationMs): World =>
  span === 0 ? world : replay(world, passTime(world, span));
