import { HOUR, type Instant, later } from '../base/time.ts';
import type { Account } from '../tutor/store/account.ts';
import type { LinkFound, LinkRefused, LinkStore } from '../tutor/store/links.ts';
import { findLink, keyOf } from './find-link.ts';
import { accountsOf, joinLearners, partLearners } from './join-learners.ts';
import type { Db } from './schema.ts';

/** So many wrong tries an account has, in so long a time. */
const MOST_TRIES = 5;
const TRIES_WITHIN = HOUR;

/** Codes, and what they lead to. A try is taken before the code is looked at, and given back if it was of use. */
export const linkQueries = (db: Db): LinkStore => ({
  addLinkCode: ({ hash, account, madeAt, expiresAt }) =>
    db.transaction().execute(async (tx) => {
      await tx
        .updateTable('link_code')
        .set({ expires_at: madeAt })
        .where(({ and }) => and(keyOf(account)))
        .where('used_at', 'is', null)
        .where('expires_at', '>', madeAt)
        .execute();
      await tx
        .insertInto('link_code')
        .values({ hash, ...keyOf(account), made_at: madeAt, expires_at: expiresAt, used_at: null })
        .execute();
    }),

  lookUpLinkCode: (hash, account, at) =>
    db.transaction().execute((tx) => trying(tx, account, at, () => findLink(tx, hash, account, at))),

  link: (hash, account, at) =>
    db.transaction().execute((tx) =>
      trying(tx, account, at, async () => {
        const found = await findLink(tx, hash, account, at);
        if (found.kind !== 'found') return found;
        const used = await tx
          .updateTable('link_code')
          .set({ used_at: at })
          .where('hash', '=', hash)
          .where('used_at', 'is', null)
          .executeTakeFirst();
        if (used.numUpdatedRows === 0n) return { kind: 'used' };
        await joinLearners(tx, found.older.learner, found.younger.learner);
        return found;
      }),
    ),

  unlink: (account) =>
    db.transaction().execute(async (tx) => {
      // The write comes first: it takes the lock.
      const own = await tx
        .updateTable('account')
        .set(({ ref }) => ({ home: ref('home') }))
        .where(({ and }) => and(keyOf(account)))
        .returning(['learner', 'home'])
        .executeTakeFirst();
      if (own === undefined) return 0;
      const others = (await accountsOf(tx, own.learner)).map(({ home }) => home).filter((home) => home !== own.learner);
      const homes = own.home === own.learner ? [...new Set(others)] : [own.home];
      for (const home of homes) await partLearners(tx, own.learner, home);
      return homes.length;
    }),
});

/** Takes a try, if one is left, and gives it back if it was none. */
async function trying(
  db: Db,
  account: Account,
  at: Instant,
  act: () => Promise<LinkFound | LinkRefused>,
): Promise<LinkFound | LinkRefused> {
  const since = later(at, -TRIES_WITHIN);
  const recent = () =>
    db
      .selectFrom('link_try')
      .where(({ and }) => and(keyOf(account)))
      .where('tried_at', '>', since);
  const taken = await db
    .insertInto('link_try')
    .columns(['platform', 'space', 'user_id', 'tried_at'])
    .expression(
      db
        .selectNoFrom(({ val }) => [
          val(account.platform).as('platform'),
          val(account.space).as('space'),
          val(account.user).as('user_id'),
          val(at).as('tried_at'),
        ])
        .where(
          recent().select(({ fn }) => fn.countAll<number>().as('tries')),
          '<',
          MOST_TRIES,
        ),
    )
    .returning('number')
    .executeTakeFirst();
  if (taken === undefined) {
    const { first } = await recent()
      .select(({ fn }) => fn.min('tried_at').as('first'))
      .executeTakeFirstOrThrow();
    return { kind: 'too-many-tries', waitMs: first + TRIES_WITHIN - at };
  }
  const found = await act();
  if (found.kind === 'found' || found.kind === 'own' || found.kind === 'linked')
    await db.deleteFrom('link_try').where('number', '=', taken.number).execute();
  return found;
}
