import type { Catalogue } from '../world/catalogue.ts';
import type { Move } from './move.ts';
import { type PlayedMove, playMove, rightOrder } from './play-move.ts';

const known = new WeakMap<Move, Map<string, PlayedMove>>();

/**
 * A move played in an order, in its own world. The right order and those that tempt are played once for all who ask.
 * Throws where the move cannot be played at all.
 */
export function knownPlay(move: Move, catalogue: Catalogue, order: readonly string[] = rightOrder(move)): PlayedMove {
  const plays = known.get(move) ?? new Map<string, PlayedMove>();
  known.set(move, plays);
  const id = order.join(' ');
  const found = plays.get(id);
  if (found) return found;
  const played = playMove(move, catalogue, order);
  if (!played.ok) throw new Error(`move ${move.id}: ${played.problem}`);
  const comesAgain = [rightOrder(move), ...move.wrong.map((wrong) => wrong.order)].some(
    (each) => each.join(' ') === id,
  );
  if (comesAgain) plays.set(id, played.value);
  return played.value;
}
