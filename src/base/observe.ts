/** Those who serve, as far as what they do is counted. */
export type Served = 'discord' | 'slack' | 'terminal';

/**
 * What came of something that somebody did, the weightiest last:
 * `ignored` asked nothing of this program; `deferred` was announced first, as it took long; `late` was done, but the
 * platform took the answer no more; `refused` was not done: it is being restarted, or nobody knows any more what was
 * meant; `duplicate` was taken before, here or elsewhere; `failed` broke, and has an incident.
 */
export const OUTCOMES = ['ignored', 'answered', 'deferred', 'late', 'refused', 'duplicate', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Looks on while one thing is answered, from when it arrived. Nothing that is told may be what somebody wrote. */
export interface Watch {
  /** What it is: the name of a command, or one of `OTHER_KINDS`; and by what it was asked, such as `button`. */
  is(kind: string, by: string): void;
  /** The platform has been told that it arrived. Only the first time counts. */
  acknowledged(): void;
  /** Of several outcomes the weightiest stands; `answered` if none is told. */
  came(outcome: Outcome, incident?: string): void;
  /** All is done. To be told once. */
  end(): void;
}

/** What can be asked besides commands. */
export const OTHER_KINDS = ['form', 'suggestions', 'home', 'outdated', 'removal', 'nothing', 'unknown'] as const;

/** Is told what goes on, so that whoever runs the program can see it. It decides nothing and never throws. */
export interface Observe {
  /** Something has arrived. */
  interaction(platform: Served): Watch;
  /** A daily prompt was put, or left out for a reason of the schedule's, so many milliseconds after its time. */
  promptMade(kind: string, lateMs: number): void;
  /** A post was settled, so many milliseconds after it was due; `kind` is the word that its key begins with. */
  postSettled(platform: Served, kind: string, settlement: string, lateMs: number): void;
}

/** Where nobody looks on. */
export const UNWATCHED: Watch = { is() {}, acknowledged() {}, came() {}, end() {} };

/** A connection that a platform is reached by for as long as the program runs. */
export interface Connection {
  /** Such as `shard 0`. */
  readonly name: string;
  readonly isOpen: boolean;
  /** How often it was lost, or could not be had, since the start. */
  readonly lost: number;
  /** There and back, in milliseconds, where the platform lets that be known. */
  readonly pingMs?: number;
}
