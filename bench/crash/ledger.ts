import type { Person } from './person.ts';

/** A response to a question, as whoever gave it knows of it. */
export interface Given {
  readonly person: Person;
  /** Verbatim. */
  readonly response: string;
  /** Whether they were told that it counts. */
  isAcknowledged: boolean;
}

/** What people know to have happened: what the database is held against. */
export interface Ledger {
  /** Responses to questions of their own, by the presentation. */
  readonly responses: Map<string, Given>;
  /** What was chosen in rounds and prompts, by question and person: all that was sent, and the last that was confirmed. */
  readonly picks: Map<string, { readonly sent: Set<string>; confirmed?: string }>;
  /** How often something was sent that was never answered before the bot was killed. */
  cutOff: number;
  /** How often it was delivered again, and how often that brought the answer. */
  again: number;
  answeredAgain: number;
  /** How many responses were settled: a measure of whether the bot is at work. */
  settled: number;
  /** How often people were told, in words, that it could not be done just now. */
  refused: number;
  /** How often they were told that something broke, which is a bug. */
  broken: number;
  /** How often nothing came of something while the bot was there. */
  unheard: number;
}

export const newLedger = (): Ledger => ({
  ...{ responses: new Map(), picks: new Map() },
  ...{ cutOff: 0, again: 0, answeredAgain: 0, settled: 0, refused: 0, broken: 0, unheard: 0 },
});

/** By which a pick is known. */
export const pickKey = ({ platform, space, user }: Person, question: string): string =>
  [platform, space, user, question].join(' ');
