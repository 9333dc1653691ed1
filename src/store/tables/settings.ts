import type { Instant } from '../../base/time.ts';
import type { Scope } from '../../tutor/store/settings.ts';

/** (scope, subject, name) is the primary key. */
export interface SettingTable {
  readonly scope: Scope;
  readonly subject: string;
  readonly name: string;
  readonly value: string;
  readonly set_at: Instant;
}
