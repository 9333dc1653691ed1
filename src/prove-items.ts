import { parentPort, workerData } from 'node:worker_threads';
import { remembered } from './base/remembered.ts';
import { type Proof, proveItem } from './content-check/prove-item.ts';
import type { Item, ItemScenario } from './items/item.ts';
import { itemWorld } from './items/item-world.ts';
import type { Content } from './tutor/command.ts';
import { loadContent } from './tutor/load-content.ts';

/** One share of the items of a bank: of the scenarios, those whose place, divided by `of`, leaves `share`. */
export interface ShareOfItems {
  readonly top: string;
  readonly share: number;
  readonly of: number;
  readonly seeds: number;
}

/** Proves a share of the items, those of one scenario after each other, so that its worlds are built once. */
export function proveShare(content: Content, { share, of, seeds }: ShareOfItems): readonly Proof[] {
  const byScenario = [...Map.groupBy(content.items.values(), keyOf).values()];
  const worlds = remembered<ReturnType<typeof itemWorld>>(seeds);
  const build = (scenario: ItemScenario, seed: number) =>
    worlds(`${JSON.stringify(scenario)} ${seed}`, () => itemWorld(scenario, content.catalogue, seed));
  return byScenario
    .filter((_, place) => place % of === share)
    .flat()
    .flatMap((item) => {
      const pack = content.packs.get(item.pack);
      return pack ? [proveItem(item, pack, content.catalogue, seeds, { build })] : [];
    });
}

const keyOf = ({ id, scenario }: Item): string => (scenario ? JSON.stringify(scenario) : id);

/** Started as a worker it proves its share, and sends what came of it. */
if (parentPort && workerData?.share !== undefined) {
  const share = workerData as ShareOfItems;
  parentPort.postMessage(proveShare(loadContent(share.top), share));
}
