import { onTestFinished } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { type DurationMs, type Instant, instant, later } from '../../src/base/time.ts';
import type { Presentation } from '../../src/items/presentation.ts';
import { openStore } from '../../src/store/open-store.ts';
import { renderTerminal } from '../../src/terminal/render.ts';
import type { Content, Deps } from '../../src/tutor/command.ts';
import type { Courier } from '../../src/tutor/courier.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import type { Account, LearnerId } from '../../src/tutor/store/account.ts';
import type { Store } from '../../src/tutor/store.ts';
import { readPresentation } from '../../src/tutor/stored.ts';
import { noCourier } from './courier.ts';
import { school } from './school.ts';

export const START = instant(Date.UTC(2026, 2, 1, 12));

/** A tutor with the real store, whose clock and chance are the test's. */
export interface Tutor {
  readonly store: Store;
  readonly deps: Deps;
  /** What the tutor replies to a line. */
  readonly reply: (line: string, user?: string) => Promise<Reply>;
  /** The same in words, on lines of any length. */
  readonly say: (line: string, user?: string) => Promise<string>;
  /** Says a line that gets a question, and gives that question as it was stored, with its id. */
  readonly asked: (line: string, user?: string) => Promise<Presentation & { readonly id: string }>;
  /** Lets time go by for everybody; worlds have clocks of their own. */
  readonly wait: (span: DurationMs) => void;
  readonly learner: (user?: string) => Promise<LearnerId>;
  /** The last question put, as it was stored, with its id. */
  readonly lastPut: (user?: string) => Promise<Presentation & { readonly id: string }>;
}

/** @param seed of all chance, ids included, so that no two tutors on one file may share it */
export async function aTutor({
  file = ':memory:',
  seed = 7,
  content = school,
  courier = noCourier,
}: {
  readonly file?: string;
  readonly seed?: number;
  readonly content?: Content;
  readonly courier?: Courier;
} = {}): Promise<Tutor> {
  const store = await openStore(file);
  onTestFinished(() => store.close());
  const rng = seededRng(seed);
  let now: Instant = START;
  let made = 0;
  const newId = () => `id${seed}x${made++}`;
  const deps = { store, content, newSeed: () => rng.integer(0, 2 ** 31 - 1), newId, courier };
  const accountOf = (user: string): Account => ({ platform: 'terminal', space: 'here', user });
  const reply = (line: string, user = 'anna') => handleLine(deps, accountOf(user), now, line);
  const learner = (user = 'anna') => store.learnerOf(accountOf(user), now);
  const lastPut = async (user?: string) => {
    const put = await store.latestPresentation(await learner(user));
    if (!put) throw new Error('no question was put');
    return { ...readPresentation(put.body), id: put.id };
  };
  return {
    store,
    deps,
    reply,
    learner,
    say: async (line, user) => inWords(await reply(line, user)),
    wait: (span) => {
      now = later(now, span);
    },
    lastPut,
    asked: async (line, user) => {
      await reply(line, user);
      return lastPut(user);
    },
  };
}

/** A reply as a terminal without edges shows it. */
export const inWords = (reply: Reply): string => renderTerminal(reply, { colour: false, width: 10_000 });

/** What is right, as a learner would type it. */
export function rightResponse({ form }: Presentation): string {
  if (form.kind === 'typed') return form.key.type === 'money' ? String(form.key.amount / 100) : '';
  const places = typeof form.key === 'number' ? [form.key] : form.key;
  return places.map((place) => 'abcde'[place]).join(' ');
}
/** A letter, or letters, that are wrong. */
export function wrongResponse({ form }: Presentation): string {
  if (form.kind === 'typed') return '123456.00';
  if (form.kind === 'order')
    return [...form.key]
      .reverse()
      .map((place) => 'abcde'[place])
      .join(' ');
  const keys = typeof form.key === 'number' ? [form.key] : form.key;
  return 'abcde'[form.options.findIndex((_, place) => !keys.includes(place))] ?? '';
}
