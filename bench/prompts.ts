import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRng } from '../src/base/random.ts';
import { DAY, type Instant, instant, later, SECOND } from '../src/base/time.ts';
import { UTC } from '../src/base/zone.ts';
import { doWhatIsDue } from '../src/do-what-is-due.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Deps } from '../src/tutor/command.ts';
import { nextDue } from '../src/tutor/daily/rhythm.ts';
import { loadContent } from '../src/tutor/load-content.ts';

const START = instant(Date.UTC(2026, 2, 2, 9));
const RHYTHM = { zone: UTC, time: '09:00', days: [1, 2, 3, 4, 5, 6, 7] };

/**
 * Daily prompts that are all due in one minute: made, kept and posted by one process. The platform answers at once, so
 * that what is measured is the program; `--schedules` says how many.
 */
export async function benchPrompts(words: readonly string[] = []): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { schedules: { type: 'string', default: '2000' } } });
  const count = Number(values.schedules);
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-bench-'));
  const store = await openStore(join(folder, 'tutor.db'));
  const rng = seededRng(1);
  let [ids, posted] = [0, 0];
  let now: Instant = START;
  const newId = () => `p${ids++}`;
  const post: Deps['courier']['post'] = async () => {
    posted += 1;
    return { kind: 'posted', message: { channel: '1', message: String(posted) } };
  };
  const courier: Deps['courier'] = {
    post,
    replace: (to, _, reply) => post(to, reply, '', now),
    obstacles: async () => [],
  };
  const content = loadContent(join(import.meta.dirname, '..'));
  const deps: Deps = { store, content, newSeed: () => rng.integer(0, 2 ** 31 - 1), newId, courier };
  const madeBy = await store.learnerOf({ platform: 'discord', space: '1', user: 'anna' }, START);
  for (let number = 0; number < count; number += 1) {
    const to = { platform: 'discord', space: String(number), kind: 'channel', channel: String(number) } as const;
    await store.setSchedule(
      { id: `s${number}`, to, madeBy, madeAt: START, next: nextDue(RHYTHM, START), ...RHYTHM },
      5,
    );
  }
  console.log(`\nDaily prompts of ${count} channels, all due in one minute, by one process`);
  for (const day of [1, 2]) {
    now = later(START, day * DAY + 45 * SECOND);
    const before = posted;
    const began = performance.now();
    await doWhatIsDue(deps, ['discord'], () => now);
    const seconds = (performance.now() - began) / 1000;
    const what = day === 1 ? 'put' : 'closed, revealed and put';
    console.log(
      `  ${what}: ${posted - before} posts in ${seconds.toFixed(1)} s, ${((posted - before) / seconds).toFixed(0)} a second`,
    );
  }
  await store.close();
  rmSync(folder, { recursive: true });
}
