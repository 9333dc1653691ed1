import { availableParallelism } from 'node:os';

/** How many files of tests are run at a time: a third of their time they wait for a program, a server or a platform to answer. */
export const WORKERS = Math.ceil(availableParallelism() * 1.5);
