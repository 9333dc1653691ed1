/** What is the matter, as far as a learner is told. */
export type Lack = 'busy' | 'no-room' | 'out-of-reach' | 'stopping';

/** Something that the program needs is not to be had just now, and comes back without it: no bug. The message is a sentence for whoever runs it. */
export abstract class UnavailableError extends Error {
  abstract readonly lack: Lack;
  /** The same for what has the same cause. */
  abstract readonly problem: string;
}
