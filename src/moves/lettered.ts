import { seededRng, shuffle } from '../base/random.ts';
import type { Move, MoveStep } from './move.ts';

/** The steps of a move as they are put, A first: in an order of chance that is not the right one, the same for everybody. */
export function lettered({ id, seed, steps }: Pick<Move, 'id' | 'seed' | 'steps'>): readonly MoveStep[] {
  const mixed = shuffle(seededRng([...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), seed) | 0), steps);
  return mixed.every((step, place) => step === steps[place]) ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}
