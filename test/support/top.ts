import { join } from 'node:path';

/** The top of the project. */
export const TOP = join(import.meta.dirname, '../..');
