import type { Move } from '../../moves/move.ts';
import { type PlayedMove, playMove, rightOrder } from '../../moves/play-move.ts';
import type { Catalogue } from '../../world/catalogue.ts';

const known = new WeakMap<Move, PlayedMove>();

/** A move played in the right order; once for all who ask. */
export function rightPlay(move: Move, catalogue: Catalogue): PlayedMove {
  const found = known.get(move);
  if (found) return found;
  const played = playMove(move, catalogue, rightOrder(move));
  if (!played.ok) throw new Error(`move ${move.id}: ${played.problem}`);
  known.set(move, played.value);
  return played.value;
}
