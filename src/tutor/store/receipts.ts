import type { Instant } from '../../base/time.ts';
import type { Account } from './account.ts';

/** What platforms delivered. */
export interface ReceiptStore {
  /** Takes what a platform delivered; false if it has been taken before, by whatever process. Forgotten after a day. */
  claimDelivery(platform: Account['platform'], delivery: string, at: Instant): Promise<boolean>;
}
