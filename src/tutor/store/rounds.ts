import type { Instant } from '../../base/time.ts';
import type { LearnerId, Space } from './account.ts';

/** Questions put to a whole channel, and what is responded to them. */
export interface RoundStore {
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
