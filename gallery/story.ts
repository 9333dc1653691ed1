import { join } from 'node:path';
import { seededRng } from '../src/base/random.ts';
import { type Instant, instant, later, MINUTE, SECOND } from '../src/base/time.ts';
import { doWhatIsDue } from '../src/do-what-is-due.ts';
import type { Presentation } from '../src/items/presentation.ts';
import { pictures } from '../src/pictures/pictures.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Content, Deps } from '../src/tutor/command.ts';
import { handleLine } from '../src/tutor/handle.ts';
import { homeOf } from '../src/tutor/home.ts';
import { loadContent } from '../src/tutor/load-content.ts';
import type { Reply } from '../src/tutor/reply.ts';
import type { Account } from '../src/tutor/store/account.ts';
import { readPresentation } from '../src/tutor/stored.ts';
import type { Venue } from '../src/tutor/venue.ts';
import { noticeBoard } from './notice-board.ts';
import type { Scene } from './scene.ts';
import { STEPS, type Step } from './steps.ts';

const START = instant(Date.UTC(2026, 2, 1, 12));
const ACCOUNT: Account = { platform: 'discord', space: 'gallery', user: 'anna' };

const VENUE: Venue = { standing: async () => ({ manages: true, members: [] }), channel: 'study-group' };
/** Has the real tutor tell the story of `STEPS`, from an empty store; the same every time. */
export async function tellStory(): Promise<readonly Scene[]> {
  const content = loadContent(join(import.meta.dirname, '..'));
  const store = await openStore(':memory:');
  const rng = seededRng(7);
  const board = noticeBoard();
  let made = 0;
  const deps = {
    store,
    content,
    newSeed: () => rng.integer(0, 2 ** 31 - 1),
    newId: () => `gallery${made++}`,
    courier: board.courier,
    pictures,
  };
  try {
    const scenes: Scene[] = [];
    let now: Instant = START;
    let asked = '';
    let domain = '';
    for (const { item, line, opened, posts, ...step } of STEPS) {
      now = instant(now + MINUTE);
      const typed =
        typeof line === 'string'
          ? line.replace('#ASKED', asked).replace('#DOMAIN', domain)
          : line(await lastPut(deps, now));
      const reply = await handleLine(item === undefined ? deps : withOnly(deps, item), ACCOUNT, now, typed, VENUE);
      scenes.push({ ...step, line: typed, view: 'message', reply });
      [domain = domain] = /[a-z]+-example\.[a-z]+/.exec(JSON.stringify(reply.blocks)) ?? [];
      if (opened) scenes.push({ ...opened, line: typed, reply });
      now = await lapse(deps, now, posts?.after ?? 0);
      const posted = board.take().map(({ reply: each }) => each);
      scenes.push(...scenesOf(step.id, posts, posted));
      [asked = asked] = /#[\w.]+(?= a")/.exec(JSON.stringify(posted)) ?? [];
    }
    const home = { id: 'home', title: 'The Home tab', line: '', view: 'home' } as const;
    return [...scenes, { ...home, reply: await homeOf(deps, ACCOUNT, now) }];
  } finally {
    await store.close();
  }
}

/** Lets so many seconds go by, doing what is due on the way. */
async function lapse(deps: Deps, from: Instant, seconds: number): Promise<Instant> {
  for (let second = 0; second <= seconds; second++)
    await doWhatIsDue(deps, ['discord'], () => later(from, second * SECOND));
  return later(from, seconds * SECOND);
}

/** What was posted, by the names that the step has for it. */
function scenesOf(after: string, posts: Step['posts'], posted: readonly Reply[]): readonly Scene[] {
  const named = posts?.scenes ?? [];
  if (named.length !== posted.length) throw new Error(`after ${after} there were ${posted.length} posts`);
  return posted.map((reply, place) => {
    const { id = '', title = '' } = named[place] ?? {};
    return { id, title, line: '', view: 'message', reply };
  });
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
