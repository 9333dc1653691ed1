import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRng } from '../src/base/random.ts';
import { instant } from '../src/base/time.ts';
import { openDatabase, storeOn } from '../src/store/open-store.ts';
import type { Db } from '../src/store/schema.ts';
import { appendStep } from '../src/store/worlds.ts';
import type { Deps } from '../src/tutor/command.ts';
import { courierOver } from '../src/tutor/courier-of-platforms.ts';
import { handleLine } from '../src/tutor/handle.ts';
import { loadContent } from '../src/tutor/load-content.ts';
import { writeEvents } from '../src/tutor/stored.ts';
import { openStored } from '../src/tutor/worlds.ts';
import { replay } from '../src/world/apply.ts';
import { newWorld, type World } from '../src/world/world.ts';
import { compare } from './compare.ts';
import { aPast } from './worlds/history.ts';

const NOW = instant(Date.UTC(2026, 0, 1));
const FEW = 10;
const MANY = 10_000;
const TIMES = 200;
const REPLAYS = 5;

/** Commands in a sandbox where much has happened beside one where little has; and undo beside a replay of everything. */
export async function benchWorlds(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-bench-'));
  const db = await openDatabase(join(folder, 'tutor.db'));
  const rng = seededRng(1);
  let id = 0;
  const deps: Deps = {
    store: storeOn(db),
    content: loadContent(join(import.meta.dirname, '..')),
    newSeed: () => rng.integer(0, 2 ** 31 - 1),
    newId: () => `b${(id++).toString(36)}`,
    courier: courierOver(new Map()),
  };
  try {
    const few = await learner(deps, db, FEW);
    const many = await learner(deps, db, MANY);
    await compare(
      'A learner changes a record, looks it up, sees the world, and takes the change back; SQLite WAL, synchronous FULL',
      'commands',
      { name: `in a world of ${MANY} events`, perCall: 4, run: many.work },
      { name: `in a world of ${FEW} events`, perCall: 4, run: few.work },
    );
    await tellUndo(deps, many);
    tellLookUps(many.world);
  } finally {
    await deps.store.close();
    rmSync(folder, { recursive: true });
  }
}

/** A learner in a sandbox where so much has happened. */
interface Learner {
  readonly sandbox: string;
  readonly world: World;
  readonly say: (line: string) => Promise<unknown>;
  /** Four commands, after which the world is as before. */
  readonly work: () => Promise<void>;
}

async function learner(deps: Deps, db: Db, events: number): Promise<Learner> {
  const account = { platform: 'terminal', space: 'bench', user: `learner of ${events}` } as const;
  const say = (line: string) => handleLine(deps, account, NOW, line);
  await say('/wait 1m');
  await say('/undo');
  const { sandbox = '' } = await deps.store.desk(await deps.store.learnerOf(account, NOW));
  const { world, steps } = aPast(deps.content.catalogue, 'you', events);
  await db.transaction().execute(async (tx) => {
    for (const step of steps) await appendStep(tx, { world: sandbox, command: '…', events: writeEvents(step) }, NOW);
  });
  const lines = ['/record change www.domain-0.com A 203.0.113.251', '/dig www.domain-0.com', '/world', '/undo'];
  const work = async () => {
    for (const line of lines) await say(line);
  };
  return { sandbox, world, say, work };
}

/** How long `/undo` takes, and opening the same world with nothing remembered, as after a restart. In turns, in milliseconds. */
async function tellUndo({ store, content }: Deps, { sandbox, say }: Learner): Promise<void> {
  const undos: number[] = [];
  const replays: number[] = [];
  for (let round = 0; round < REPLAYS; round++) {
    const forgetful = { store, content: { ...content } };
    replays.push(await timed(() => openStored(forgetful, sandbox)));
    for (let time = 0; time < TIMES / REPLAYS; time++) {
      await say('/wait 1m');
      undos.push(await timed(() => say('/undo')));
    }
  }
  const deep: number[] = [];
  for (let time = 0; time < TIMES; time++) deep.push(await timed(() => say('/undo')));
  const full = median(replays);
  console.log(`\nUndo in a world of ${MANY} events, end to end (medians)`);
  show('undo of the last change', median(undos), full);
  show(`each of ${TIMES} undos in a row`, median(deep), full);
  show('a full replay, as after a restart', full, full);
}

/** What replaying look-ups costs beside replaying everything else, as each is resolved again. */
function tellLookUps({ catalogue, history }: World): void {
  const start = newWorld(catalogue);
  const rest = history.filter(({ kind }) => kind !== 'question-asked');
  const lookUps = history.length - rest.length;
  const timesOf = (events: typeof history) =>
    Array.from({ length: REPLAYS }, () => {
      const begun = performance.now();
      replay(start, events);
      return performance.now() - begun;
    });
  const all = median(timesOf(history));
  const others = median(timesOf(rest));
  console.log(`\nReplay of ${history.length} events in memory, ${lookUps} of them look-ups (medians)`);
  console.log(`  ${'one look-up'.padEnd(58)} ${micro((all - others) / lookUps)} µs`);
  console.log(`  ${'any other event'.padEnd(58)} ${micro(others / rest.length)} µs`);
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const micro = (ms: number): string => (ms * 1000).toFixed(1).padStart(10);
const show = (what: string, ms: number, full: number): void =>
  console.log(`  ${what.padEnd(58)} ${ms.toFixed(2).padStart(10)} ms ${(ms / full).toPrecision(2).padStart(8)}`);
