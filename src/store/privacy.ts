import type { PrivacyStore } from '../tutor/store/privacy.ts';
import { everythingOf } from './privacy/everything.ts';
import { forgetPerson, holdingsOf } from './privacy/forget.ts';
import { deleteOutdated } from './privacy/outdated.ts';
import { personOf } from './privacy/person.ts';
import type { Db } from './schema.ts';

/** What is kept of a person, and its end. */
export const privacyQueries = (db: Db): PrivacyStore => ({
  holdings: async (learner) => holdingsOf(db, await personOf(db, learner)),

  everythingOf: async (learner) => everythingOf(db, await personOf(db, learner)),

  forget: (learner, isExpected, at) =>
    db.transaction().execute(async (tx) => {
      // The write comes first: it takes the lock, so that what is counted is what is deleted.
      const own = await tx
        .updateTable('account')
        .set(({ ref }) => ({ home: ref('home') }))
        .where('learner', '=', learner)
        .executeTakeFirst();
      const person = await personOf(tx, learner);
      if (own.numUpdatedRows === 0n || !isExpected(await holdingsOf(tx, person))) return false;
      await forgetPerson(tx, person, at);
      return true;
    }),

  deleteOutdated: (kind, before, most) => deleteOutdated(db, kind, before, most),
});
