import type { Instant } from '../base/time.ts';
import type { Memory, Rating } from '../learning/memory.ts';
import type { Member } from './venue.ts';

/**
 * What the tutor needs kept. The real one stands in `store/`; tests use that one on `:memory:`.
 * Races are settled by unique constraints, said by a `false` here, never by a check before a write.
 */
export interface Store {
  /** The learner behind an account of a platform; made at first sight. */
  learnerOf(account: Account, at: Instant): Promise<LearnerId>;

  /** Keeps a new world, as the recipe that builds it and no steps yet; one that is there already stays as it is. */
  addWorld(world: NewWorld, at: Instant): Promise<void>;
  world(id: string): Promise<StoredWorld | undefined>;
  /** Appends step number `seq` (0 first); false if that number is taken already. */
  addStep(world: string, seq: number, step: WorldStep, at: Instant): Promise<boolean>;
  /** Drops every step from number `seq` on. */
  dropSteps(world: string, seq: number): Promise<void>;
  /** The ids of the worlds a learner works in. */
  desk(learner: LearnerId): Promise<Desk>;
  setDesk(learner: LearnerId, desk: Desk): Promise<void>;

  /** Keeps a presentation and the world made for it, if any, and puts that world on the desk; or does none of it. */
  addPresentation(presentation: StoredPresentation, world?: NewWorld): Promise<void>;
  /** A presentation put to this learner; nobody else's is ever given. */
  presentation(learner: LearnerId, id: string): Promise<StoredPresentation | undefined>;
  /** The presentation put to this learner last, open or closed. */
  latestPresentation(learner: LearnerId): Promise<StoredPresentation | undefined>;

  /**
   * Logs the review, moves the memory, which it returns, and appends the step that follows in a world, if any; or does
   * none of it: false if the presentation has its response.
   */
  addReview(review: Review, step?: StepInWorld): Promise<Memory | false>;
  reviewOf(presentation: string): Promise<Review | undefined>;
  /** The whole log of one learner, oldest first. */
  reviews(learner: LearnerId): Promise<readonly Review[]>;
  memories(learner: LearnerId): Promise<ReadonlyMap<string, Memory>>;
  /** How often each item was put to the learner, and when last. Items never put are absent. */
  timesPut(learner: LearnerId): Promise<ReadonlyMap<string, { readonly times: number; readonly last: Instant }>>;

  /** Takes what a platform delivered; false if it has been taken before, by whatever process. Forgotten after a day. */
  claimDelivery(platform: Account['platform'], delivery: string, at: Instant): Promise<boolean>;

  /** Whom the organisers of a server or workspace have allowed to organise too, in the order in which they did. */
  organisers(space: Space): Promise<readonly Member[]>;
  /** False if they were allowed already. */
  addOrganiser(space: Space, member: Member, at: Instant): Promise<boolean>;
  /** False if they were not allowed. */
  removeOrganiser(space: Space, member: Member): Promise<boolean>;

  /** Keeps what a workspace granted, in place of what it had granted: a text sealed by the adapter; the store cannot read it. */
  keepInstallation(platform: Account['platform'], space: string, sealed: string, at: Instant): Promise<void>;
  installation(platform: Account['platform'], space: string): Promise<string | undefined>;
  /** Drops what a workspace granted up to a moment; false if there is none, or it was granted later. */
  dropInstallation(platform: Account['platform'], space: string, at: Instant): Promise<boolean>;

  /** Keeps a round and its first question; false, and keeps neither, if one runs in that channel already. */
  addRound(round: Round, first: RoundQuestion): Promise<boolean>;
  /** A round of this server or workspace; no other's is ever given. */
  round(space: Space, id: string): Promise<Round | undefined>;
  /** Those that have not ended, in the order in which they were started. */
  runningRounds(space: Space): Promise<readonly Round[]>;
  /** False if the round has a question of that number, or has ended. */
  addRoundQuestion(question: RoundQuestion): Promise<boolean>;
  /** Those put so far, in order. */
  roundQuestions(round: string): Promise<readonly RoundQuestion[]>;
  /** From then on the question takes no response. False if it was revealed before, or the round has ended. */
  revealRoundQuestion(round: string, number: number, at: Instant): Promise<boolean>;
  /** From then on nothing of the round changes. False if it had ended. */
  endRound(round: string, at: Instant): Promise<boolean>;
  /** Keeps it in the place of any earlier one; false if the question is revealed or was never put, or the round has ended. */
  setRoundResponse(response: RoundResponse): Promise<boolean>;
  /** All there are, or those of one learner; by the question's number, then by when they were given. */
  roundResponses(round: string, learner?: LearnerId): Promise<readonly RoundResponse[]>;

  close(): Promise<void>;
}

declare const learnerBrand: unique symbol;
export type LearnerId = string & { readonly [learnerBrand]: true };
/** `space` is the server or workspace; what a learner does in one is never seen in another. */
export interface Account {
  readonly platform: 'terminal' | 'discord' | 'slack';
  readonly space: string;
  readonly user: string;
}

/** A server or workspace. */
export type Space = Pick<Account, 'platform' | 'space'>;

export interface NewWorld {
  readonly id: string;
  readonly learner: LearnerId;
  /** How to build the start of it again, as JSON text. */
  readonly recipe: string;
}
export interface StoredWorld extends NewWorld {
  readonly steps: readonly WorldStep[];
}
/** One command carried out in a world: its text as typed, and the events it led to, as JSON text. */
export interface WorldStep {
  readonly command: string;
  readonly events: string;
}
export interface StepInWorld extends WorldStep {
  readonly world: string;
}
/** `sandbox` is the learner's own world; `focus` is the one that `/dig` and the like ask now. */
export interface Desk {
  readonly sandbox?: string;
  readonly focus?: string;
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
}

/** A response that moved a memory. The log of these is append-only; all scores are computed from it. */
export interface Review {
  readonly presentation: string;
  readonly learner: LearnerId;
  readonly item: string;
  readonly concept: string;
  /** Verbatim. */
  readonly response: string;
  readonly verdict: 'correct' | 'partial' | 'incorrect';
  /** 0 to 1. */
  readonly score: number;
  readonly misconceptions: readonly string[];
  readonly rating: Rating;
  readonly at: Instant;
}

/** Questions put to a whole channel, one after another, to which everyone in it may respond. */
export interface Round extends Space {
  readonly id: string;
  /** Where it was started, by its platform's id; its messages may stand in a thread with another. */
  readonly channel: string;
  readonly host: LearnerId;
  /** What all its questions are about; over all concepts if absent. */
  readonly concept?: string;
  /** How many it is to have. */
  readonly questions: number;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
}
/** An item as it was put to a channel. `number` counts from 1; `body` is the presentation itself, as JSON text. */
export interface RoundQuestion {
  readonly round: string;
  readonly number: number;
  readonly item: string;
  readonly concept: string;
  readonly body: string;
  readonly putAt: Instant;
  readonly revealedAt?: Instant;
}
/** What a learner responds to a question of a round; each has one, the last that they gave. */
export interface RoundResponse {
  readonly round: string;
  readonly number: number;
  readonly learner: LearnerId;
  /** The letter of the option. */
  readonly response: string;
  readonly at: Instant;
}
