import type { LocalDate } from '../../base/local-time.ts';
import type { Instant } from '../../base/time.ts';
import type { Address } from '../courier.ts';
import type { Rhythm } from '../daily/rhythm.ts';
import type { Account, LearnerId, Space } from './account.ts';
import type { NewPost, Settlement } from './posts.ts';
import type { StoredPresentation } from './presentations.ts';
import type { PutAndReviewed } from './reviews.ts';

/** Prompts that come by the day: when and where, what came, and what was responded to those put to a channel. */
export interface DailyStore {
  /**
   * Keeps a schedule. One of the same place and time is changed instead, keeps its id and goes on if it was paused.
   * False if the place has `most` already.
   */
  setSchedule(schedule: NewSchedule, most: number): Promise<boolean>;
  /** Those of a channel, by their time. */
  schedulesOfChannel(space: Space, channel: string): Promise<readonly Schedule[]>;
  /** Those that come to somebody's direct messages, by their time; without a space, wherever they were set. */
  schedulesOfPerson(person: Pick<Account, 'platform' | 'user'>, space?: string): Promise<readonly Schedule[]>;
  /** Also one that is not kept any more. */
  schedule(id: string): Promise<Schedule | undefined>;
  /** Those whose next run has come, the longest ago first. */
  dueSchedules(now: Instant): Promise<readonly Schedule[]>;
  /** False if it was paused or is not kept any more. What is open then closes when the next would have come. */
  pauseSchedule(id: string, pause: Pause): Promise<boolean>;
  /** False if it was not paused. */
  resumeSchedule(id: string, next: Run, at: Instant): Promise<boolean>;
  /** False if it was not kept any more. What is open then closes when the next would have come. */
  removeSchedule(id: string, at: Instant): Promise<boolean>;
  /**
   * Of processes that carry out one run, one does; the others change nothing, and get false. What is open of the schedule
   * is closed, if it is said what follows from that.
   */
  runSchedule(run: CarriedOut, closing?: Closing): Promise<boolean>;

  /** What came of the last dates of a schedule, newest first. */
  lastPrompts(schedule: string, most: number): Promise<readonly Prompt[]>;
  /** A prompt that was put, wherever. */
  prompt(id: string): Promise<PutPrompt | undefined>;
  /** How often each item was put to a channel, and when last. */
  timesPrompted(
    space: Space,
    channel: string,
  ): Promise<ReadonlyMap<string, { readonly times: number; readonly last: Instant }>>;
  /** Those whose set time has come. */
  promptsToClose(now: Instant): Promise<readonly PutPrompt[]>;
  /** From then on it takes no response. False if it was closed before. */
  closePrompt(id: string, at: Instant, closing: Closing): Promise<boolean>;
  /** Keeps it beside the first that the learner gave; false if the prompt is closed, or none of a channel. */
  setPromptResponse(response: NewPromptResponse): Promise<boolean>;
  /** In the order of the first responses. */
  promptResponses(prompt: string): Promise<readonly PromptResponse[]>;

  /** The prompts of which it has become known what became of their posts, each with that. */
  settledPrompts(): Promise<readonly { readonly prompt: PutPrompt; readonly settlement: Settlement }[]>;
  /** Keeps what became of a prompt's post and, if nobody can be reached, pauses its schedule. */
  keepOutcome(prompt: PutPrompt, settlement: Settlement, pause?: Pause): Promise<void>;
  /** The schedules that were paused though nobody asked for it, of those that a learner set; each is given once. */
  takeUntold(learner: LearnerId): Promise<readonly Schedule[]>;
}

export interface NewSchedule extends Rhythm {
  readonly id: string;
  /** A channel, or somebody's direct messages in the name of the server or workspace where it was set. */
  readonly to: Address;
  /** What all prompts are about; over all concepts if absent. */
  readonly concept?: string;
  /** When each closes: a time of day or a span, as it is typed. With the next, if absent. */
  readonly until?: string;
  /** Of direct messages, whose they are. */
  readonly madeBy: LearnerId;
  readonly madeAt: Instant;
  readonly next: Run;
}
/** When it is to be looked at, and for which date. */
export interface Run {
  readonly at: Instant;
  readonly date: LocalDate;
}
export interface Schedule extends Omit<NewSchedule, 'next'> {
  readonly state: { readonly kind: 'running'; readonly next: Run } | { readonly kind: 'paused'; readonly pause: Pause };
  readonly resumedAt?: Instant;
}
export interface Pause {
  readonly at: Instant;
  readonly why:
    | { readonly kind: 'asked' }
    /** So many in a row had no response. */
    | { readonly kind: 'unanswered'; readonly count: number }
    /** The platform would not have it; `why` is a sentence. */
    | { readonly kind: 'refused'; readonly why: string };
}

/** What came of a date: the prompt that was put, or why there was none. */
export type Prompt = PutPrompt | LeftOut;
interface OfDate {
  readonly id: string;
  readonly schedule: string;
  readonly date: LocalDate;
  readonly at: Instant;
}
export interface LeftOut extends OfDate {
  /** It was too late; or quiet for too long; or there was nothing to ask. */
  readonly kind: 'late' | 'quiet' | 'no-items';
}
/** An item as it was put. In direct messages it is a presentation of that learner's, by the same id, and closed to all others. */
export interface PutPrompt extends OfDate {
  readonly kind: 'put';
  readonly item: string;
  readonly concept: string;
  /** The presentation itself, as JSON text. */
  readonly body: string;
  /** The key of the post that puts it. */
  readonly post: string;
  readonly closesAt?: Instant;
  readonly closedAt?: Instant;
  /** What became of the post that puts it; absent as long as nobody knows. */
  readonly outcome?: Settlement;
  readonly hasResponse: boolean;
}

/** What follows from a run: the next, or a pause; what came of the date; what is said. */
export interface CarriedOut {
  readonly schedule: string;
  /** The run that it is. */
  readonly run: Run;
  readonly at: Instant;
  readonly next: { readonly kind: 'next'; readonly run: Run } | { readonly kind: 'pause'; readonly pause: Pause };
  /** Of a date that has had its own before, nothing comes. */
  readonly prompt?: Omit<PutPrompt, 'outcome' | 'hasResponse'> | LeftOut;
  readonly presentation?: StoredPresentation;
  /** After those by which others are closed. */
  readonly posts: readonly NewPost[];
}
/** What follows from closing a prompt, given what was responded to it. Pure: it is asked within the commit. */
export type Closing = (
  prompt: PutPrompt,
  responses: readonly PromptResponse[],
) => { readonly reviews: readonly PutAndReviewed[]; readonly posts: readonly NewPost[] };

export interface NewPromptResponse {
  readonly prompt: string;
  readonly learner: LearnerId;
  /** The letter of the option. */
  readonly response: string;
  readonly at: Instant;
}
/** What a learner responds to a prompt of a channel: the last counts, the first tells what they knew by themselves. */
export interface PromptResponse extends NewPromptResponse {
  readonly first: string;
  /** By the platform's id, where they responded from. */
  readonly user?: string;
}
