import type { Instant } from '../../base/time.ts';
import type { LearnerId } from './account.ts';

/** What people have set, as text; what it means is not known here. */
export interface SettingStore {
  /** All that is set for a subject, by the setting's name. */
  settings(subject: Subject): Promise<ReadonlyMap<string, string>>;
  /** One setting of those among these learners for whom it is set. */
  settingOfLearners(learners: readonly LearnerId[], name: string): Promise<ReadonlyMap<LearnerId, string>>;
  setSetting(subject: Subject, name: string, value: string, at: Instant): Promise<void>;
  /** False if it was not set. */
  unsetSetting(subject: Subject, name: string): Promise<boolean>;
}

/** Whom or what something is set for, by an id that is its own within the scope. */
export interface Subject {
  readonly scope: Scope;
  readonly id: string;
}
export type Scope = 'learner' | 'channel' | 'server';
