import type { Instant } from '../../base/time.ts';
import type { Account } from '../../tutor/store/account.ts';

/** (platform, delivery) is the primary key: that is what makes a second delivery harmless. */
export interface ReceiptTable {
  readonly platform: Account['platform'];
  readonly delivery: string;
  readonly claimed_at: Instant;
}
