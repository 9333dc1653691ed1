import type { Generated } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Account } from '../../tutor/store/account.ts';

/** `key` is unique: that is what makes adding it twice harmless. `number` grows with every row. */
export interface PostTable {
  readonly number: Generated<number>;
  readonly key: string;
  readonly queue: string;
  readonly platform: Account['platform'];
  /** JSON: the address. */
  readonly place: string;
  readonly replaces: string | null;
  readonly below: string | null;
  readonly due_at: Instant;
  readonly lapses_at: Instant | null;
  /** Until when nobody may take it. */
  readonly taken_until: Instant;
  readonly tries: number;
  readonly first_tried_at: Instant | null;
  readonly settled_at: Instant | null;
  /** JSON. */
  readonly settlement: string | null;
}
