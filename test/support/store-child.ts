/**
 * A program of its own, for tests that need a second process on a store, or one to kill. Arguments: file, user, count.
 * Opens the store, then logs that many responses to one concept, printing each presentation's id once it is kept.
 * If the store cannot be used it prints the problem instead.
 */
import { DAY, instant, later } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import { StoreError } from '../../src/store/store-error.ts';

const [file = '', user = '', count = '0'] = process.argv.slice(2);
const start = instant(Date.UTC(2026, 0, 1));

try {
  const store = await openStore(file);
  const learner = await store.learnerOf({ platform: 'terminal', space: '', user }, start);
  for (let i = 0; i < Number(count); i++) {
    const id = crypto.randomUUID();
    const at = later(start, i * DAY);
    await store.addPresentation({
      id,
      learner,
      item: 'glue.1',
      concept: 'glue',
      body: '{}',
      origin: 'quiz',
      hints: 0,
      putAt: at,
    });
    const response = {
      response: 'b',
      verdict: 'correct',
      score: 1,
      misconceptions: [],
      offered: [],
      rating: 'good',
      hints: 0,
    } as const;
    await store.addReview({ presentation: id, learner, item: 'glue.1', concept: 'glue', ...response, at });
    process.stdout.write(`${id}\n`);
  }
  await store.close();
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  process.stdout.write(`${error.problem}\n`);
}
