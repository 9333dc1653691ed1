import { parentPort, workerData } from 'node:worker_threads';
import { type Proof, proveItem } from './content-check/prove-item.ts';
import type { Content } from './tutor/command.ts';
import { loadContent } from './tutor/load-content.ts';

/** One share of the items of a bank: those whose place, divided by `of`, leaves `share`. */
export interface ShareOfItems {
  readonly top: string;
  readonly share: number;
  readonly of: number;
  readonly seeds: number;
}

/** Proves a share of the items. */
export const proveShare = (content: Content, { share, of, seeds }: ShareOfItems): readonly Proof[] =>
  [...content.items.values()].flatMap((item, place) => {
    const pack = content.packs.get(item.pack);
    return pack && place % of === share ? [proveItem(item, pack, content.catalogue, seeds)] : [];
  });

/** Started as a worker it proves its share, and sends what came of it. */
if (parentPort && workerData?.share !== undefined) {
  const share = workerData as ShareOfItems;
  parentPort.postMessage(proveShare(loadContent(share.top), share));
}
