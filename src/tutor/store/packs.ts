import type { Instant } from '../../base/time.ts';
import type { LearnerId, Space } from './account.ts';

/** Which packs a server or workspace uses, those that it has added itself, and the questions drafted there. */
export interface PackStore {
  packsAt(space: Space): Promise<PacksAt>;
  /** False if it was so already. */
  switchPack(space: Space, pack: string, isOn: boolean, by: LearnerId, at: Instant): Promise<boolean>;

  /** Keeps a document that was sent as a pack until it is added, and drops what the same learner sent before and did not add. */
  offerPack(space: Space, offer: PackOffer): Promise<void>;
  /** A document that was offered or kept here, whatever became of it. */
  ownPack(space: Space, id: string): Promise<OwnPack | undefined>;
  /** Adds what was offered, in the place of what the place has by the same name; at most so many packs, and each once. */
  keepPack(space: Space, id: string, by: LearnerId, at: Instant, most: number): Promise<Kept>;
  /** False if the place has no such pack of its own. */
  removePack(space: Space, pack: string, by: LearnerId, at: Instant): Promise<boolean>;

  /** False if the place has `most` open drafts already, or the author `mostByOne` of them. */
  addDraft(space: Space, draft: NewDraft, most: number, mostByOne: number): Promise<boolean>;
  draft(space: Space, id: string): Promise<Draft | undefined>;
  /** The oldest first. */
  drafts(space: Space, state: DraftState): Promise<readonly Draft[]>;
  /**
   * Settles an open draft, or takes back an approved one. Approving is for others than the author. False if it changes
   * nothing: it was settled before, or its author may not.
   */
  settleDraft(space: Space, id: string, settlement: DraftSettlement): Promise<boolean>;
}

/** What a place has of its own, and which packs it has switched off. */
export interface PacksAt {
  readonly off: readonly string[];
  /** By the id of the document; the pack's own id is `pack`. In the order in which they were first added. */
  readonly own: readonly { readonly id: string; readonly pack: string }[];
  /** The ids of the drafts that were approved, in the order in which they were drafted. */
  readonly items: readonly string[];
}

export interface PackOffer {
  readonly id: string;
  readonly pack: string;
  readonly text: string;
  readonly by: LearnerId;
  readonly at: Instant;
}
export interface OwnPack extends PackOffer {
  readonly keptAt?: Instant;
  readonly removedAt?: Instant;
}
export type Kept = 'kept' | 'kept-before' | 'too-many' | 'gone';

export type DraftState = 'open' | 'approved' | 'rejected' | 'withdrawn';
export interface NewDraft {
  readonly id: string;
  /** The item, as JSON text. */
  readonly item: string;
  readonly author: LearnerId;
  readonly draftedAt: Instant;
}
export interface Draft extends NewDraft {
  readonly state: DraftState;
  readonly settledBy?: LearnerId;
  readonly settledAt?: Instant;
}
export interface DraftSettlement {
  readonly state: Exclude<DraftState, 'open'>;
  readonly by: LearnerId;
  readonly at: Instant;
}
