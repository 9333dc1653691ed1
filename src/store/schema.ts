import type { Generated, Kysely } from 'kysely';
import type { Instant } from '../base/time.ts';
import type { Memory } from '../learning/memory.ts';
import type { Account, LearnerId } from '../tutor/store/account.ts';
import type { Review } from '../tutor/store/reviews.ts';
import type { Member } from '../tutor/venue.ts';

/**
 * The tables as the newest migration leaves them. Instants are whole milliseconds; what is called JSON is text.
 * Learners, accounts, worlds, presentations, reviews and rounds are facts; `memory` is computed from `review` and can be rebuilt.
 */
export interface Tables {
  readonly learner: LearnerTable;
  readonly account: AccountTable;
  readonly world: WorldTable;
  readonly world_step: WorldStepTable;
  readonly desk: DeskTable;
  readonly presentation: PresentationTable;
  readonly review: ReviewTable;
  readonly memory: MemoryTable;
  readonly receipt: ReceiptTable;
  readonly organiser: OrganiserTable;
  readonly installation: InstallationTable;
  readonly round: RoundTable;
  readonly round_question: RoundQuestionTable;
  readonly round_response: RoundResponseTable;
  readonly hostmaster_schema: SchemaTable;
}
export type Db = Kysely<Tables>;

interface LearnerTable {
  readonly id: LearnerId;
  readonly made_at: Instant;
}
/** One row an account: its three parts are the primary key. */
interface AccountTable {
  readonly platform: Account['platform'];
  readonly space: string;
  readonly user_id: string;
  readonly learner: LearnerId;
}
interface WorldTable {
  readonly id: string;
  readonly learner: LearnerId;
  /** JSON. */
  readonly recipe: string;
  readonly made_at: Instant;
}
/** (world, seq) is the primary key; `seq` counts from 0 without gaps. */
interface WorldStepTable {
  readonly world: string;
  readonly seq: number;
  readonly command: string;
  /** JSON. */
  readonly events: string;
  readonly taken_at: Instant;
}
interface DeskTable {
  readonly learner: LearnerId;
  readonly sandbox: string | null;
  readonly focus: string | null;
}
/** `number` grows with every row, so that order never hangs on a clock. */
interface PresentationTable {
  readonly number: Generated<number>;
  readonly id: string;
  readonly learner: LearnerId;
  readonly item: string;
  readonly concept: string;
  readonly world: string | null;
  /** JSON. */
  readonly body: string;
  readonly put_at: Instant;
}
/** `presentation` is unique: that is what makes a second response harmless. */
interface ReviewTable {
  readonly number: Generated<number>;
  readonly presentation: string;
  readonly learner: LearnerId;
  readonly item: string;
  readonly concept: string;
  readonly response: string;
  readonly verdict: Review['verdict'];
  readonly score: number;
  /** JSON: a list of ids. */
  readonly misconceptions: string;
  readonly rating: Review['rating'];
  readonly reviewed_at: Instant;
}
interface MemoryTable {
  readonly learner: LearnerId;
  readonly concept: string;
  readonly stability: number;
  readonly difficulty: number;
  readonly due: Instant;
  readonly last_review: Instant;
  readonly last_rating: Memory['lastRating'];
  readonly reps: number;
  readonly lapses: number;
  readonly phase: Memory['phase'];
  readonly step: number;
}
/** (platform, delivery) is the primary key: that is what makes a second delivery harmless. */
interface ReceiptTable {
  readonly platform: Account['platform'];
  readonly delivery: string;
  readonly claimed_at: Instant;
}
/** (platform, space, member) is the primary key. */
interface OrganiserTable {
  readonly platform: Account['platform'];
  readonly space: string;
  readonly member: Member;
  readonly allowed_at: Instant;
}
/** (platform, space) is the primary key: a workspace has one installation, the last. */
interface InstallationTable {
  readonly platform: Account['platform'];
  readonly space: string;
  /** Cannot be read here. */
  readonly sealed: string;
  readonly kept_at: Instant;
}
/** `number` grows with every row. Of those without `ended_at` one channel has one: a unique index makes a second start harmless. */
interface RoundTable {
  readonly number: Generated<number>;
  readonly id: string;
  readonly platform: Account['platform'];
  readonly space: string;
  readonly channel: string;
  readonly host: LearnerId;
  readonly concept: string | null;
  readonly questions: number;
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
}
/** (round, number) is the primary key: that is what makes a second press of Next harmless. (round, item) is unique. */
interface RoundQuestionTable {
  readonly round: string;
  readonly number: number;
  readonly item: string;
  readonly concept: string;
  /** JSON. */
  readonly body: string;
  readonly put_at: Instant;
  readonly revealed_at: Instant | null;
}
/** (round, learner, number) is the primary key. */
interface RoundResponseTable {
  readonly round: string;
  readonly number: number;
  readonly learner: LearnerId;
  readonly response: string;
  readonly responded_at: Instant;
}
/** One row: how many migrations have been applied. */
interface SchemaTable {
  readonly id: 1;
  readonly version: number;
}
