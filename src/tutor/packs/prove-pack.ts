import { setImmediate as breath } from 'node:timers/promises';
import type { ContentFault } from '../../base/document.ts';
import type { PackInOneFile } from '../../items/load-pack-document.ts';
import { proveItem, seedsToProve } from '../../items/prove-item.ts';
import type { Catalogue } from '../../world/catalogue.ts';
import { LIMITS } from './limits.ts';

/** Between two breaths so many worlds are built, since others want to be answered meanwhile. */
const AT_ONCE = 2;

/** Proves every key of a pack in many worlds, as those of the built-in packs are. Gives what is wrong, each with its line. */
export async function provePack(
  { pack, faultAt }: PackInOneFile,
  catalogue: Catalogue,
  most: number = LIMITS.seeds,
): Promise<readonly ContentFault[]> {
  const faults: ContentFault[] = [];
  for (const [place, item] of pack.items.entries()) {
    const seeds = seedsToProve(item, most);
    for (let from = 0; from < seeds.length; from += AT_ONCE) {
      const found = tried(() => proveItem(item, pack, catalogue, seeds.slice(from, from + AT_ONCE)));
      faults.push(...found.map((message) => faultAt(place, message)));
      await breath();
      if (found.length > 0) break;
    }
  }
  return faults;
}

/** Whatever breaks on the way is a fault of the item, which nobody could be put. */
function tried(prove: () => readonly string[]): readonly string[] {
  try {
    return prove();
  } catch (error) {
    return [`this question cannot be put: ${error instanceof Error ? error.message : String(error)}`];
  }
}
