import type { Migration } from './migration.ts';
import { askedWhy } from './migrations/asked-why.ts';
import { briefLog } from './migrations/brief-log.ts';
import { daily } from './migrations/daily.ts';
import { firstTables } from './migrations/first-tables.ts';
import { installations } from './migrations/installations.ts';
import { itemVersions } from './migrations/item-versions.ts';
import { itemsPut } from './migrations/items-put.ts';
import { labRuns } from './migrations/lab-runs.ts';
import { labSeats } from './migrations/lab-seats.ts';
import { lessonRuns } from './migrations/lesson-runs.ts';
import { links } from './migrations/links.ts';
import { mastered } from './migrations/mastered.ts';
import { offered } from './migrations/offered.ts';
import { organisers } from './migrations/organisers.ts';
import { outdated } from './migrations/outdated.ts';
import { ownWorlds } from './migrations/own-worlds.ts';
import { packs } from './migrations/packs.ts';
import { places } from './migrations/places.ts';
import { posts } from './migrations/posts.ts';
import { practice } from './migrations/practice.ts';
import { putAside } from './migrations/put-aside.ts';
import { reasons } from './migrations/reasons.ts';
import { receipts } from './migrations/receipts.ts';
import { reports } from './migrations/reports.ts';
import { rounds } from './migrations/rounds.ts';
import { sought } from './migrations/sought.ts';
import { stepTokens } from './migrations/step-tokens.ts';
import { timedRounds } from './migrations/timed-rounds.ts';
import { withdrawals } from './migrations/withdrawals.ts';

/** Oldest first. Never edit, move or remove one that was released: add another. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables,
  receipts,
  organisers,
  installations,
  rounds,
  practice,
  posts,
  places,
  askedWhy,
  withdrawals,
  offered,
  reports,
  reasons,
  links,
  daily,
  lessonRuns,
  timedRounds,
  ownWorlds,
  labRuns,
  labSeats,
  stepTokens,
  itemVersions,
  packs,
  mastered,
  itemsPut,
  outdated,
  sought,
  putAside,
  briefLog,
];
