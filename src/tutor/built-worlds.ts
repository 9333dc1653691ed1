import { replay } from '../world/apply.ts';
import type { World } from '../world/world.ts';
import type { Content } from './command.ts';
import type { TakenStep, WorldHead } from './store/worlds.ts';
import { readEvents } from './stored.ts';

/** A world as it was after a number of its steps; the token is that of the last of them, absent where there is none. */
export interface BuiltWorld {
  readonly length: number;
  readonly token?: string | undefined;
  readonly world: World;
}

/** What is remembered of a stored world: how it begins, and how it was after some of its steps, the fewest first. */
export interface Remembered<Beginning> {
  readonly recipe: string;
  readonly beginning: Beginning;
  readonly built: readonly BuiltWorld[];
}

/**
 * What is remembered of a stored world, so that a command need not replay it from its beginning.
 * @param begin how the world begins; asked for only if nothing is remembered
 */
export function recall<Beginning extends { readonly world: World }>(
  content: Content,
  { id, recipe }: WorldHead,
  begin: () => Beginning | undefined,
): Remembered<Beginning> | undefined {
  const known = memoryOf(content).get(id) as Remembered<Beginning> | undefined;
  if (known?.recipe === recipe) return keep(content, id, known);
  const beginning = begin();
  return beginning && keep(content, id, { recipe, beginning, built: [{ length: 0, world: beginning.world }] });
}

/** The last world of those remembered that has no more steps than that. */
export function latest({ built }: Remembered<unknown>, length: number): BuiltWorld {
  const found = built.findLast((each) => each.length <= length);
  if (!found) throw new Error('the beginning of a world was forgotten');
  return found;
}

/**
 * Builds on from a remembered world and remembers what comes of it. Undefined if that world is of other steps than
 * stand there by now, which their tokens tell; it is then forgotten.
 * @param steps the last of those it was built of, if any, and all since
 */
export function buildOn<Beginning>(
  content: Content,
  id: string,
  known: Remembered<Beginning>,
  from: BuiltWorld,
  steps: readonly TakenStep[],
): BuiltWorld | undefined {
  if (from.length > 0 && steps[0]?.token !== from.token) {
    keep(content, id, { ...known, built: known.built.filter((each) => each !== from) });
    return undefined;
  }
  const since = from.length > 0 ? steps.slice(1) : steps;
  const before: Remembered<Beginning> = { ...known, built: known.built.slice(0, known.built.indexOf(from) + 1) };
  const then = since.reduce(withStep, before);
  return latest(keep(content, id, then), Number.POSITIVE_INFINITY);
}

/** Remembers a stored world as it is after one step more. */
export function rememberStep(content: Content, id: string, now: BuiltWorld): void {
  const known = memoryOf(content).get(id);
  if (known) keep(content, id, withBuilt(known, now));
}

const withStep = <Beginning>(known: Remembered<Beginning>, step: TakenStep): Remembered<Beginning> => {
  const { length, world } = latest(known, Number.POSITIVE_INFINITY);
  return withBuilt(known, { length: length + 1, token: step.token, world: replay(world, readEvents(step)) });
};

const withBuilt = <Beginning>(known: Remembered<Beginning>, now: BuiltWorld): Remembered<Beginning> => ({
  ...known,
  built: [...known.built.filter(({ length }) => isWorthKeeping(length, now.length)), now],
});

/**
 * Whether a world of so many steps is kept once there are `now`: each of the last eight, every second of the eight
 * before, every fourth of the sixteen before, and so on. To take back many, a quarter as many are replayed at most.
 */
const isWorthKeeping = (length: number, now: number): boolean =>
  length < now && (length === 0 || now - length <= EACH_OF_LAST * lowestBit(length));
const EACH_OF_LAST = 8;
const lowestBit = (length: number): number => length & -length;

/** Of how many stored worlds something is remembered: those that were used last. */
const MOST_WORLDS = 200;

type Memory = Map<string, Remembered<unknown>>;
/** By the content of everybody, as one recipe builds other worlds of other content; then by the stored world's id, the one used last at the end. */
const memories = new WeakMap<Content, Memory>();

function memoryOf(content: Content): Memory {
  const of = content.base ?? content;
  const known = memories.get(of) ?? new Map();
  memories.set(of, known);
  return known;
}

function keep<Beginning>(content: Content, id: string, known: Remembered<Beginning>): Remembered<Beginning> {
  const memory = memoryOf(content);
  memory.delete(id);
  memory.set(id, known);
  const [oldest] = memory.keys();
  if (memory.size > MOST_WORLDS && oldest !== undefined) memory.delete(oldest);
  return known;
}
