import type { Instant } from '../../base/time.ts';
import type { Choice } from '../../learning/choose.ts';
import type { Account, LearnerId, Space } from './account.ts';
import type { NewWorld } from './worlds.ts';

/** Items as they were put to learners. */
export interface PresentationStore {
  /** Keeps a presentation and the world made for it, if any, and puts that world on the desk; or does none of it. */
  addPresentation(presentation: StoredPresentation, world?: NewWorld): Promise<void>;
  /** A presentation put to this learner, by its id or by that of a question put to many; nobody else's is ever given. */
  presentation(learner: LearnerId, id: string): Promise<StoredPresentation | undefined>;
  /** To which learner a presentation was put, if that is one of this person, whatever server or workspace it was in. */
  learnerOfPerson(id: string, person: Pick<Account, 'platform' | 'user'>): Promise<LearnerId | undefined>;
  /** The presentation put to this learner last of those they asked for themselves, open or closed. */
  latestPresentation(learner: LearnerId): Promise<StoredPresentation | undefined>;
  /**
   * Keeps that hint number `number`, 1 first, was taken. False if it was taken before, if the one before it was not, or
   * if there is a response already.
   */
  takeHint(learner: LearnerId, id: string, number: number): Promise<boolean>;
  /** How often each item was put to the learner, and when last. Items never put are absent. */
  timesPut(learner: LearnerId): Promise<ReadonlyMap<string, { readonly times: number; readonly last: Instant }>>;
}

/** One item as it was put to one learner at one moment. `body` is the presentation itself, as JSON text. */
export interface StoredPresentation {
  readonly id: string;
  readonly learner: LearnerId;
  readonly item: string;
  readonly concept: string;
  readonly world?: string;
  readonly body: string;
  readonly putAt: Instant;
  readonly origin: Origin;
  /** Unknown of what was put to many, and before this was kept. */
  readonly reason?: Reason;
  /** How many of the three hints were taken. */
  readonly hints: number;
  /** Where it was put; `channel` is absent in direct messages. Unknown of what was put before this was kept. */
  readonly where?: Where;
}
export interface Where extends Space {
  readonly channel?: string;
}
/** The id of the presentation to one learner of a question that was put to many by an id of its own. */
export const ofMany = (question: string, learner: LearnerId): string => `${question}.${learner}`;

/** How a question came to be put: asked for; or with others, by the day or in a round, closed for all at once. */
export type Origin = 'quiz' | 'daily' | 'round';
/**
 * Why it was this concept: memory said so, since it was `due`, `new` or, when nothing was either, `ahead` of its time; or
 * the learner did, who asked for it, or for what they had missed.
 */
export type Reason = Choice['reason'] | 'asked-for' | 'missed';
