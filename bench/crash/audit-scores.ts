import { instant } from '../../src/base/time.ts';
import { isRecalled, scoresOf } from '../../src/learning/scores.ts';
import { storeOn } from '../../src/store/open-store.ts';
import type { Db } from '../../src/store/schema.ts';

const EVER = { from: instant(0), to: instant(Number.MAX_SAFE_INTEGER) };

/** The boards are what a count by hand of the reviews comes to. */
export async function scoreFaults(db: Db): Promise<readonly string[]> {
  const store = storeOn(db);
  const rows = await db
    .selectFrom('review')
    .select(['learner', 'platform', 'space', 'concept', 'verdict', 'score', 'hints', 'reviewed_at as at'])
    .where('platform', 'is not', null)
    .orderBy('number')
    .execute();
  const faults: string[] = [];
  for (const own of Map.groupBy(rows, ({ platform, space }) => `${platform} ${space}`).values()) {
    const [{ platform, space } = { platform: null, space: null }] = own;
    if (platform === null || space === null) continue;
    const board = new Map((await store.standings({ platform, space }, EVER)).map((each) => [each.learner, each]));
    for (const [learner, reviews] of Map.groupBy(own, (row) => row.learner)) {
      const { responses, mastered } = scoresOf(reviews);
      const counted = { responses, mastered, recalled: reviews.filter(isRecalled).length };
      const { user: _, learner: __, ...shown } = board.get(learner) ?? { user: '', learner };
      if (JSON.stringify(sorted(shown)) !== JSON.stringify(sorted(counted)))
        faults.push(
          `the board says ${JSON.stringify(shown)} of ${learner}, and the reviews ${JSON.stringify(counted)}`,
        );
    }
  }
  return faults;
}

const sorted = (value: object) => Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other));
