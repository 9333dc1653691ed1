import { parseArgs } from 'node:util';

/** How large the databases are, and what keeps them. */
export interface GrowthPlan {
  /** Of each database, the smallest first. */
  readonly learners: readonly number[];
  readonly on: 'sqlite' | 'postgres';
  /** Where the files are kept, `FOLDER/10000.db` and so on, and taken up again; else they are made and thrown away. */
  readonly folder?: string;
  /** How often each thing is done to each database. */
  readonly rounds: number;
}

/** Fewer would not fill the large server and the small ones of those who are measured. */
const FEWEST = 3000;

/** Reads `--learners 10000,100000 --on postgres …`; throws a sentence where something cannot be meant. */
export function readGrowthPlan(words: readonly string[]): GrowthPlan {
  const { values } = parseArgs({
    args: [...words],
    options: {
      learners: { type: 'string', default: '10000,100000,1000000' },
      on: { type: 'string', default: 'sqlite' },
      folder: { type: 'string' },
      rounds: { type: 'string', default: '5' },
    },
  });
  const learners = values.learners.split(',').map(Number);
  if (learners.length === 0 || learners.some((each) => !Number.isInteger(each) || each < FEWEST))
    throw new Error(`--learners needs whole numbers from ${FEWEST}, as in --learners 10000,100000.`);
  const { on, folder, rounds } = values;
  if (on !== 'sqlite' && on !== 'postgres') throw new Error('--on needs `sqlite` or `postgres`.');
  if (folder !== undefined && on === 'postgres') throw new Error('--folder is of SQLite: leave out --on postgres.');
  if (!Number.isInteger(Number(rounds)) || Number(rounds) < 1) throw new Error('--rounds needs a number from 1.');
  return {
    ...{ learners: learners.toSorted((a, b) => a - b), on, rounds: Number(rounds) },
    ...(folder !== undefined && { folder }),
  };
}
