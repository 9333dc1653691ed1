import type { AskedWhyStore } from './store/asked-why.ts';
import type { BoardStore } from './store/boards.ts';
import type { DailyStore } from './store/daily.ts';
import type { GroupStore } from './store/group.ts';
import type { InstallationStore } from './store/installations.ts';
import type { LabStore } from './store/lab-runs.ts';
import type { LearnerStore } from './store/learners.ts';
import type { LessonStore } from './store/lesson-runs.ts';
import type { LinkStore } from './store/links.ts';
import type { OrganiserStore } from './store/organisers.ts';
import type { PackStore } from './store/packs.ts';
import type { PostStore } from './store/posts.ts';
import type { PresentationStore } from './store/presentations.ts';
import type { PrivacyStore } from './store/privacy.ts';
import type { ReceiptStore } from './store/receipts.ts';
import type { ReportStore } from './store/reports.ts';
import type { ReviewStore } from './store/reviews.ts';
import type { RoundStore } from './store/rounds.ts';
import type { SettingStore } from './store/settings.ts';
import type { StandingStore } from './store/standing.ts';
import type { WithdrawalStore } from './store/withdrawals.ts';
import type { WorldStore } from './store/worlds.ts';

/**
 * What the tutor needs kept. The real one stands in `store/`; tests use that one on `:memory:`.
 * Races are settled by unique constraints, said by a `false` here, never by a check before a write.
 */
export interface Store
  extends LearnerStore,
    WorldStore,
    PresentationStore,
    ReviewStore,
    ReceiptStore,
    OrganiserStore,
    InstallationStore,
    RoundStore,
    SettingStore,
    PostStore,
    BoardStore,
    AskedWhyStore,
    WithdrawalStore,
    ReportStore,
    GroupStore,
    LinkStore,
    DailyStore,
    LessonStore,
    LabStore,
    PackStore,
    StandingStore,
    PrivacyStore {
  close(): Promise<void>;
}
