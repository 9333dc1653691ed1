import type { Instant } from '../../base/time.ts';
import type { Account } from '../../tutor/store/account.ts';

/** (platform, space) is the primary key: a workspace has one installation, the last. */
export interface InstallationTable {
  readonly platform: Account['platform'];
  readonly space: string;
  /** Cannot be read here. */
  readonly sealed: string;
  readonly kept_at: Instant;
}
