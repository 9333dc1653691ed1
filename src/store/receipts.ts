import { HOUR, type Instant, instant, later } from '../base/time.ts';
import { keptFor } from '../tutor/privacy/periods.ts';
import type { Store } from '../tutor/store.ts';
import { builtOnce } from './built-once.ts';
import { withoutWaiting } from './dialects.ts';
import type { Db } from './schema.ts';
import type { ReceiptTable } from './tables/receipts.ts';

const CLEARED_EVERY = HOUR;

/**
 * What was delivered and taken. A claim is not waited for: whatever its delivery leads to is committed after it, so
 * that none of that is ever on the disk without the claim.
 */
export function receiptQueries(db: Db): Pick<Store, 'claimDelivery'> {
  let clearedAt: Instant = instant(Number.NEGATIVE_INFINITY);

  async function clear(db: Db, at: Instant): Promise<void> {
    if (at < later(clearedAt, CLEARED_EVERY)) return;
    clearedAt = at;
    await db
      .deleteFrom('receipt')
      .where('claimed_at', '<', later(at, -keptFor('receipts')))
      .execute();
  }

  return {
    claimDelivery: (platform, delivery, at) =>
      withoutWaiting(db, async (db) => {
        await clear(db, at);
        const claimed = await claim(db, { platform, delivery, claimed_at: at });
        return claimed.numAffectedRows !== 0n;
      }),
  };
}

const claim = builtOnce(['platform', 'delivery', 'claimed_at'], (db, row: ReceiptTable) =>
  db
    .insertInto('receipt')
    .values(row)
    .onConflict((conflict) => conflict.columns(['platform', 'delivery']).doNothing()),
);
