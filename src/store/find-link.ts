import type { Instant } from '../base/time.ts';
import type { Account, LearnerId } from '../tutor/store/account.ts';
import type { LinkFound, LinkRefused, LinkSide } from '../tutor/store/links.ts';
import { accountsOf } from './join-learners.ts';
import type { Db } from './schema.ts';

/** An account's columns. */
export const keyOf = ({ platform, space, user: user_id }: Account) => ({ platform, space, user_id });

/** What a code would join an account with. Changes nothing. */
export async function findLink(db: Db, hash: string, account: Account, at: Instant): Promise<LinkFound | LinkRefused> {
  const code = await db.selectFrom('link_code').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (code === undefined) return { kind: 'unknown' };
  const maker: Account = { platform: code.platform, space: code.space, user: code.user_id };
  const [there, here] = [await sideOf(db, maker, false), await sideOf(db, account, true)];
  if (isSame(maker, account)) return { kind: 'own' };
  if (there.learner === here.learner) return { kind: 'linked' };
  if (code.used_at !== null) return { kind: 'used' };
  if (code.expires_at <= at) return { kind: 'expired' };
  if (await shareSpace(db, there.learner, here.learner)) return { kind: 'same-space' };
  const [older, younger] = isOlder(there, here) ? [there, here] : [here, there];
  return { kind: 'found', with: maker, older: sideIn(older), younger: sideIn(younger) };
}

const isSame = (one: Account, other: Account): boolean =>
  one.platform === other.platform && one.space === other.space && one.user === other.user;

interface Side extends LinkSide {
  readonly madeAt: Instant;
}
const sideIn = ({ learner, responses, isHere }: Side): LinkSide => ({ learner, responses, isHere });
const isOlder = (one: Side, other: Side): boolean =>
  one.madeAt === other.madeAt ? one.learner < other.learner : one.madeAt < other.madeAt;

async function sideOf(db: Db, account: Account, isHere: boolean): Promise<Side> {
  const { learner, made_at } = await db
    .selectFrom('account')
    .innerJoin('learner', 'learner.id', 'account.learner')
    .select(['account.learner', 'learner.made_at'])
    .where(({ and }) => and(keyOf(account)))
    .executeTakeFirstOrThrow();
  const { responses } = await db
    .selectFrom('review')
    .select(({ fn }) => fn.countAll().as('responses'))
    .where('learner', '=', learner)
    .executeTakeFirstOrThrow();
  return { learner, responses: Number(responses), isHere, madeAt: made_at };
}

/** Whether each has an account in one server: what was put there could not be told apart any more. */
async function shareSpace(db: Db, one: LearnerId, other: LearnerId): Promise<boolean> {
  const spaces = async (learner: LearnerId) =>
    (await accountsOf(db, learner)).map(({ platform, space }) => `${platform}/${space}`);
  const theirs = await spaces(other);
  return (await spaces(one)).some((space) => theirs.includes(space));
}
