import type { StoredPost } from '../store/posts.ts';
import type { Store } from '../store.ts';
import type { RoundSoFar } from './find-round.ts';
import { endKey, questionKey, revealKey, startKey } from './round-posts.ts';

/** What of a round should stand in its channel and could not be posted. */
export async function unpostedOf(
  store: Pick<Store, 'post'>,
  { round, questions }: RoundSoFar,
): Promise<readonly StoredPost[]> {
  const keys = [
    startKey(round),
    // A question that is revealed is seen in its reveal.
    ...questions.map(({ number, revealedAt }) => (revealedAt === undefined ? questionKey : revealKey)(round, number)),
    ...(round.endedAt === undefined ? [] : [endKey(round)]),
  ];
  const posts = await Promise.all(keys.map((key) => store.post(key)));
  return posts.flatMap((post) => (post?.settled?.kind === 'refused' || post?.settled?.kind === 'lapsed' ? [post] : []));
}

/** Why it could not, a sentence each; the same once. */
export const whyUnposted = (posts: readonly StoredPost[]): readonly string[] => [
  ...new Set(posts.map(({ settled }) => (settled?.kind === 'refused' ? settled.why : 'It came too late.'))),
];
