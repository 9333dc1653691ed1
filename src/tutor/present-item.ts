import type { Item } from '../items/item.ts';
import { type PresentOptions, present } from '../items/present.ts';
import type { Presentation } from '../items/presentation.ts';
import type { Content } from './command.ts';

/** The presentation of an item at a seed. Throws where that is unfit: the content was to be proved to be fit at every seed. */
export function presentItem(
  { packs, catalogue }: Content,
  item: Item,
  seed: number,
  options?: PresentOptions,
): Presentation {
  const pack = packs.get(item.pack);
  if (!pack) throw new Error(`item ${item.id} is of no pack`);
  const made = present(item, pack, catalogue, seed, options);
  if (!made.ok) throw new Error(`item ${item.id} is unfit at seed ${seed}: ${made.problem.join('; ')}`);
  return made.value;
}
