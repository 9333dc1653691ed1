import type { Instant } from '../../base/time.ts';
import type { Account } from './account.ts';

/** What workspaces granted. */
export interface InstallationStore {
  /** Keeps what a workspace granted, in place of what it had granted: a text sealed by the adapter; the store cannot read it. */
  keepInstallation(platform: Account['platform'], space: string, sealed: string, at: Instant): Promise<void>;
  installation(platform: Account['platform'], space: string): Promise<string | undefined>;
  /** Drops what a workspace granted up to a moment; false if there is none, or it was granted later. */
  dropInstallation(platform: Account['platform'], space: string, at: Instant): Promise<boolean>;
}
