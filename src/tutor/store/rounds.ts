import type { DurationMs, Instant } from '../../base/time.ts';
import type { Member } from '../venue.ts';
import type { LearnerId, Space } from './account.ts';
import type { NewPost } from './posts.ts';
import type { PutAndReviewed } from './reviews.ts';

/** Questions put to a whole channel, and what is responded to them. What is false changes nothing. */
export interface RoundStore {
  /** Keeps a round, its first questions, and what is to be said of them; false if one runs in that channel already. */
  addRound(round: Round, questions: readonly RoundQuestion[], posts: readonly NewPost[]): Promise<boolean>;
  /** A round of this server or workspace; no other's is ever given. */
  round(space: Space, id: string): Promise<Round | undefined>;
  /** A round of anywhere, for what is done by the clock. */
  roundAnywhere(id: string): Promise<Round | undefined>;
  /** Those that have not ended, in the order in which they were started. */
  runningRounds(space: Space): Promise<readonly Round[]>;
  /** Of everywhere those with something that the clock may bring, in the order in which they were started. */
  roundsByTheClock(now: Instant): Promise<readonly Round[]>;

  /**
   * Puts the next question. False if the round has one of that number, an open one, or has ended; by the clock also if
   * it is paused, or its time has not come. The host's word ends a pause.
   */
  addRoundQuestion(question: RoundQuestion, post: NewPost, mover: Mover): Promise<boolean>;
  /** Those put so far, in order. */
  roundQuestions(round: string): Promise<readonly RoundQuestion[]>;
  /** Sets when an open question closes. False if that is set, or it is closed, or the round is paused. */
  setRoundDeadline(round: string, number: number, closesAt: Instant): Promise<boolean>;
  /** Sets when it goes on from a closed question. False if that is set, or the round is paused. */
  setRoundOnward(round: string, number: number, at: Instant): Promise<boolean>;
  /** Lets what is open stay so for longer; a round that is open for days with all its questions. False if nothing is. */
  extendRound(round: string, by: DurationMs, now: Instant, post: NewPost): Promise<boolean>;
  /**
   * Closes a question, logs what was responded, and adds the post that tells of it: all or none. From then on it takes
   * no response. False if it was closed before, or the round has ended; by the clock also if it is not due.
   */
  closeRoundQuestion(closing: Closing): Promise<boolean>;
  /** Stops the clock; what was left is kept. False if it is paused, or has ended, or has no clock. */
  pauseRound(round: string, why: PauseReason, at: Instant, posts: readonly NewPost[]): Promise<boolean>;
  /** False if it is not paused, or has ended. */
  resumeRound(round: string, at: Instant, posts: readonly NewPost[]): Promise<boolean>;
  /** Closes all that is open at that moment, in a round that is open for days. */
  closeRoundAt(round: string, at: Instant): Promise<boolean>;
  /** From then on nothing of the round changes. False if it had ended, or a question is open. */
  endRound(round: string, at: Instant, post: NewPost): Promise<boolean>;

  /**
   * Keeps it in the place of any later than the first, and gives who has none yet a seat, if there are teams. False if
   * the question is closed, its time was up, it was never put, or the round has ended.
   */
  setRoundResponse(response: NewRoundResponse): Promise<boolean>;
  /** All there are, or those of one learner; by the question's number, then by when they were given. */
  roundResponses(round: string, learner?: LearnerId): Promise<readonly RoundResponse[]>;
  /** In the order in which they were taken. */
  roundSeats(round: string): Promise<readonly Seat[]>;
  /** Who of those that responded is known by what name there, with what they have set by that name, if anything. */
  roundPeople(round: string, setting: string): Promise<readonly RoundPerson[]>;
}

/** Who lets a round go on. */
export type Mover = 'host' | 'clock';

/** Questions put to a whole channel, to which everyone in it may respond. */
export interface Round extends Space {
  readonly id: string;
  /** Where it was started, by its platform's id; its messages may stand in a thread with another. */
  readonly channel: string;
  /** The thread of that channel in which it was started, where threads are no channels of their own. */
  readonly thread?: string;
  readonly host: LearnerId;
  /** What its questions are about; all concepts if none is named. */
  readonly concepts: readonly string[];
  /** How many it is to have. */
  readonly questions: number;
  readonly pace: Pace;
  /** How many teams there are; none if absent. */
  readonly teams?: number;
  /** Whether a quick right response is worth a little more. */
  readonly hasSpeedBonus: boolean;
  readonly startedAt: Instant;
  readonly paused?: { readonly at: Instant; readonly why: PauseReason };
  /** When it last went on after a pause. */
  readonly resumedAt?: Instant;
  readonly endedAt?: Instant;
}

export type Pace =
  /** The host closes each question and puts the next. */
  | { readonly kind: 'host' }
  /** Each is open for a span, or longer if it takes longer to read. */
  | { readonly kind: 'timed'; readonly ms: DurationMs }
  /** All are put at once and close at one moment. */
  | { readonly kind: 'open'; readonly until: Instant };

/** By the host's word; as nobody responded; or as a question could not be posted. */
export type PauseReason = 'host' | 'idle' | 'unposted';

/** An item as it was put to a channel. `number` counts from 1; `body` is the presentation itself, as JSON text. */
export interface RoundQuestion {
  readonly round: string;
  readonly number: number;
  readonly item: string;
  readonly concept: string;
  readonly body: string;
  readonly putAt: Instant;
  /** How long it is open, in a round that is timed. */
  readonly paceMs?: DurationMs;
  /** How long it takes to read and to choose, in a round that is timed. */
  readonly leastMs?: DurationMs;
  readonly closesAt?: Instant;
  /** What is left of its time, or of the time until it goes on, while no clock runs. */
  readonly leftMs?: DurationMs;
  /** When it goes on from it. */
  readonly onwardAt?: Instant;
  readonly revealedAt?: Instant;
  /** Whether it was closed as one that does not count. */
  readonly isSkipped: boolean;
}

/** The closing of one question. */
export interface Closing {
  readonly round: string;
  readonly number: number;
  readonly at: Instant;
  readonly mover: Mover;
  readonly isSkipped: boolean;
  readonly post: NewPost;
  /** What follows from all responses of the round: what is logged, and whether it is paused. */
  outcome(responses: readonly RoundResponse[]): {
    readonly reviews: readonly PutAndReviewed[];
    readonly pause?: PauseReason;
  };
}

export interface NewRoundResponse {
  readonly round: string;
  readonly number: number;
  readonly learner: LearnerId;
  /** The letter of the option. */
  readonly response: string;
  readonly at: Instant;
}

/** What a learner responds to a question of a round: each has one, the last that they gave, beside the first. */
export interface RoundResponse extends NewRoundResponse {
  /** How much of the time was left then, in a round that is timed. */
  readonly leftMs?: DurationMs;
  readonly first: { readonly response: string; readonly at: Instant };
}

/** A learner's place in a round with teams; seats count from 1. */
export interface Seat {
  readonly learner: LearnerId;
  readonly seat: number;
  /** The first question that they responded to. */
  readonly number: number;
}

export interface RoundPerson {
  readonly learner: LearnerId;
  readonly member: Member;
  readonly set?: string;
}
