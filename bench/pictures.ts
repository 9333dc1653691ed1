import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Picture } from '../src/base/picture.ts';
import { childOf } from '../src/dns/name.ts';
import { openPainter, type Painter } from '../src/pictures/painter.ts';
import { pictures } from '../src/pictures/pictures.ts';
import { ARCHITECTURES } from '../src/scenario/architecture.ts';
import { makeScenario } from '../src/scenario/scenario.ts';
import { openStore } from '../src/store/open-store.ts';
import { loadContent } from '../src/tutor/load-content.ts';
import { ask } from '../src/world/ask.ts';
import { practiceOn } from './quiz.ts';

const DRAWN = 120;
const ROUNDS = 10;
const AT_ONCE = 20;
const LAPS = 60;

/** Pictures a second, drawn and remembered; and how long a quiz response takes while pictures are drawn, beside while none is. */
export async function benchPictures(): Promise<void> {
  const { catalogue } = loadContent(join(import.meta.dirname, '..'));
  let seed = 0;
  /** A map and a look-up in turn, each of another world. */
  const next = (): Picture => {
    seed += 1;
    const architecture = ARCHITECTURES[seed % ARCHITECTURES.length] ?? 'both';
    const { world, cast } = makeScenario(catalogue, { architecture, seed });
    return seed % 2 === 0
      ? pictures.map(world, cast.domain)
      : pictures.trace(ask(world, { qname: childOf('www', cast.domain), qtype: 'A' }, 'fresh'), world);
  };
  const some = (count: number): readonly Picture[] => Array.from({ length: count }, next);
  const painter = openPainter();
  try {
    await paintAll(painter, some(4)); // the thread starts, and reads its fonts
    await tellSpeed(painter, some(DRAWN));
    await tellDelay(painter, some);
  } finally {
    await painter.close();
  }
}

/** So few at once that none is refused. */
async function paintAll({ paint }: Painter, all: readonly Picture[]): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE)
    await Promise.all(all.slice(from, from + AT_ONCE).map((picture) => paint(picture, 'dark')));
}

async function tellSpeed(painter: Painter, all: readonly Picture[]): Promise<void> {
  const cold = await timed(() => paintAll(painter, all));
  const cached = await timed(() => paintAll(painter, all));
  const perSecond = (ms: number): string => Math.round((all.length * 1000) / ms).toLocaleString('en-US');
  console.log(
    `\nPictures as PNG, maps and look-ups in turn, one thread: ${perSecond(cold)} a second drawn, ${perSecond(cached)} a second remembered`,
  );
}

/** In turns, so that the machine is alike for both. */
async function tellDelay(painter: Painter, some: (count: number) => readonly Picture[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-bench-'));
  const store = await openStore(join(folder, 'tutor.db'));
  try {
    const practise = practiceOn(store);
    for (let lap = 0; lap < LAPS; lap++) await practise();
    const alone: number[] = [];
    const beside: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (let lap = 0; lap < LAPS; lap++) alone.push(await timed(practise));
      let isDrawing = true;
      const batch = some(AT_ONCE);
      const drawing = paintAll(painter, batch).finally(() => {
        isDrawing = false;
      });
      while (isDrawing) beside.push(await timed(practise));
      await drawing;
    }
    const [quiet, busy] = [median(alone), median(beside)];
    console.log(
      `A question and its response, median of ${alone.length} and ${beside.length}: ${quiet.toFixed(2)} ms while nothing is drawn, ${busy.toFixed(2)} ms while ${AT_ONCE} pictures are, ratio ${(busy / quiet).toFixed(2)} (aim: under 1.3)`,
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** In a turn of its own, as what a learner sends comes in one; else no thread would be heard. */
async function timed(act: () => Promise<unknown>): Promise<number> {
  await nextTurn();
  const from = performance.now();
  await act();
  return performance.now() - from;
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
