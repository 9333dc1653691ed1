import type { Kysely } from 'kysely';
import type { AskedWhyTable } from './tables/asked-why.ts';
import type { DailyPromptTable, DailyResponseTable, DailyScheduleTable } from './tables/daily.ts';
import type { InstallationTable } from './tables/installations.ts';
import type { LabHintTable, LabPairTable, LabRunTable, LabSeatTable } from './tables/lab-runs.ts';
import type { AccountTable, DeskTable, LearnerTable } from './tables/learners.ts';
import type { LessonRunTable } from './tables/lesson-runs.ts';
import type { LinkCodeTable, LinkedRowTable, LinkTryTable } from './tables/links.ts';
import type { OrganiserTable } from './tables/organisers.ts';
import type { ItemDraftTable, OwnPackTable, PackSwitchTable } from './tables/packs.ts';
import type { PostTable } from './tables/posts.ts';
import type { PresentationTable } from './tables/presentations.ts';
import type { ReceiptTable } from './tables/receipts.ts';
import type { AppealAcceptedTable, ReportTable, ReportWordsTable } from './tables/reports.ts';
import type { MasteredTable, MemoryTable, ReviewTable } from './tables/reviews.ts';
import type { RoundQuestionTable, RoundResponseTable, RoundSeatTable, RoundTable } from './tables/rounds.ts';
import type { SchemaTable } from './tables/schema-version.ts';
import type { SettingTable } from './tables/settings.ts';
import type { WithdrawalTable } from './tables/withdrawals.ts';
import type { WorldStepTable, WorldTable } from './tables/worlds.ts';

/**
 * The tables as the newest migration leaves them. Instants are whole milliseconds; what is called JSON is text.
 * Learners, accounts, worlds, presentations, reviews, rounds, lessons and labs begun are facts; `memory` is computed from `review`, `withdrawal` and `setting`,
 * `mastered` from `review` and `appeal_accepted`; both can be rebuilt.
 */
export interface Tables {
  readonly learner: LearnerTable;
  readonly account: AccountTable;
  readonly world: WorldTable;
  readonly world_step: WorldStepTable;
  readonly desk: DeskTable;
  readonly presentation: PresentationTable;
  readonly review: ReviewTable;
  readonly withdrawal: WithdrawalTable;
  readonly memory: MemoryTable;
  readonly mastered: MasteredTable;
  readonly receipt: ReceiptTable;
  readonly organiser: OrganiserTable;
  readonly installation: InstallationTable;
  readonly round: RoundTable;
  readonly round_question: RoundQuestionTable;
  readonly round_response: RoundResponseTable;
  readonly round_seat: RoundSeatTable;
  readonly post: PostTable;
  readonly setting: SettingTable;
  readonly asked_why: AskedWhyTable;
  readonly report: ReportTable;
  readonly report_words: ReportWordsTable;
  readonly appeal_accepted: AppealAcceptedTable;
  readonly linked_row: LinkedRowTable;
  readonly link_code: LinkCodeTable;
  readonly link_try: LinkTryTable;
  readonly daily_schedule: DailyScheduleTable;
  readonly daily_prompt: DailyPromptTable;
  readonly daily_response: DailyResponseTable;
  readonly lesson_run: LessonRunTable;
  readonly lab_run: LabRunTable;
  readonly lab_hint: LabHintTable;
  readonly lab_pair: LabPairTable;
  readonly lab_seat: LabSeatTable;
  readonly pack_switch: PackSwitchTable;
  readonly own_pack: OwnPackTable;
  readonly item_draft: ItemDraftTable;
  readonly hostmaster_schema: SchemaTable;
}
export type Db = Kysely<Tables>;
