import { join } from 'node:path';
import { seededRng } from '../src/base/random.ts';
import { type Instant, instant, MINUTE } from '../src/base/time.ts';
import type { Presentation } from '../src/items/presentation.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Content, Deps } from '../src/tutor/command.ts';
import { courierOver } from '../src/tutor/courier-of-platforms.ts';
import { handleLine } from '../src/tutor/handle.ts';
import { homeOf } from '../src/tutor/home.ts';
import { loadContent } from '../src/tutor/load-content.ts';
import type { Account } from '../src/tutor/store/account.ts';
import { readPresentation } from '../src/tutor/stored.ts';
import type { Venue } from '../src/tutor/venue.ts';
import type { Scene } from './scene.ts';
import { STEPS } from './steps.ts';

const START = instant(Date.UTC(2026, 2, 1, 12));
const ACCOUNT: Account = { platform: 'discord', space: 'gallery', user: 'anna' };

const VENUE: Venue = { standing: async () => ({ manages: true, members: [] }), channel: 'study-group' };
const THREAD = { id: 'round-question', title: 'A question of a round, in its thread' } as const;

/** Has the real tutor tell the story of `STEPS`, from an empty store; the same every time. */
export async function tellStory(): Promise<readonly Scene[]> {
  const content = loadContent(join(import.meta.dirname, '..'));
  const store = await openStore(':memory:');
  const rng = seededRng(7);
  let made = 0;
  const deps = {
    store,
    content,
    newSeed: () => rng.integer(0, 2 ** 31 - 1),
    newId: () => `gallery${made++}`,
    courier: courierOver(new Map()),
  };
  try {
    const scenes: Scene[] = [];
    let now: Instant = START;
    let round = '';
    for (const { item, line, opened, ...step } of STEPS) {
      now = instant(now + MINUTE);
      const typed = typeof line === 'string' ? line.replace('#ROUND', round) : line(await lastPut(deps, now));
      const reply = await handleLine(item === undefined ? deps : withOnly(deps, item), ACCOUNT, now, typed, VENUE);
      scenes.push({ ...step, line: typed, view: 'message', reply });
      if (opened) scenes.push({ ...opened, line: typed, reply });
      if (reply.thread) {
        scenes.push({ ...THREAD, line: typed, view: 'message', reply: reply.thread.first });
        [round = ''] = /#\w+(?=\.1)/.exec(JSON.stringify(reply.thread.first)) ?? [];
      }
    }
    const home = { id: 'home', title: 'The Home tab', line: '', view: 'home' } as const;
    return [...scenes, { ...home, reply: await homeOf(deps, ACCOUNT, now) }];
  } finally {
    await store.close();
  }
}

/** The last question, as it was put. */
async function lastPut({ store }: Deps, now: Instant): Promise<Presentation> {
  const put = await store.latestPresentation(await store.learnerOf(ACCOUNT, now));
  if (!put) throw new Error('no question was put yet');
  return readPresentation(put.body);
}

/** The same, with no question but one to put. */
function withOnly<T extends { readonly content: Content }>(deps: T, id: string): T {
  const item = deps.content.items.get(id);
  if (!item) throw new Error(`there is no question ${id}: name another in gallery/steps.ts`);
  return { ...deps, content: { ...deps.content, items: new Map([[id, item]]) } };
}
