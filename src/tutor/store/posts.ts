import type { Instant } from '../../base/time.ts';
import type { Address, PostedMessage } from '../courier.ts';
import type { Account } from './account.ts';

/** What is to be said unasked: committed with what it tells of, and then posted by whichever process takes it. */
export interface PostStore {
  /** False if there is one of that key. */
  addPost(post: NewPost): Promise<boolean>;
  post(key: string): Promise<StoredPost | undefined>;
  /**
   * Takes the first that is due on one of the platforms, until a moment: then it is free again, should the process have
   * ended. Of a queue only the first that is not settled can be taken.
   */
  takePost(platforms: readonly Account['platform'][], now: Instant, until: Instant): Promise<StoredPost | undefined>;
  /** From then on it is done with; false if it was before. */
  settlePost(key: string, settlement: Settlement, at: Instant): Promise<boolean>;
  /** Has one that was refused, or came too late, tried anew; false if it is not such a one. */
  reopenPost(key: string, at: Instant): Promise<boolean>;
  /** Lets nobody take it before a moment. */
  deferPost(key: string, until: Instant): Promise<void>;
}

export interface NewPost {
  /** Its kind and whatever that is told by, as `prompt:4f2a:put`; unique, at most 100 characters. */
  readonly key: string;
  /** Those of one queue are posted in the order in which they were added. */
  readonly queue: string;
  readonly to: Address;
  /** The key of the post whose message it takes the place of. */
  readonly replaces?: string;
  /** The key of the post in whose thread it is said; in the channel, if no thread could be had. */
  readonly below?: string;
  readonly dueAt: Instant;
  /** What has not been tried by then is not said any more. */
  readonly lapsesAt?: Instant;
}
export interface StoredPost extends NewPost {
  /** How often it was taken. */
  readonly tries: number;
  readonly firstTriedAt?: Instant;
  readonly settled?: Settlement;
  readonly settledAt?: Instant;
}
export type Settlement =
  | { readonly kind: 'posted'; readonly message: PostedMessage }
  | { readonly kind: 'refused'; readonly why: string }
  /** `lapsed`: it came too late; `void`: when its time came there was nothing to say any more. */
  | { readonly kind: 'lapsed' | 'void' };
