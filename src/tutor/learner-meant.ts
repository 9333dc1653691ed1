import type { Parsed } from './parse.ts';
import { type Account, DIRECT_SPACE, type LearnerId } from './store/account.ts';
import type { Store } from './store.ts';

/**
 * Whose command it is: the learner's behind the account, unless they speak in direct messages of a question that was put
 * to them in the name of a server. There they are another learner, and as that one they respond to it.
 */
export async function learnerMeant(
  store: Store,
  account: Account,
  learner: LearnerId,
  { declaration, values }: Parsed,
): Promise<LearnerId> {
  if (account.space !== DIRECT_SPACE) return learner;
  for (const [key, { type }] of Object.entries(declaration.options)) {
    const id = type === 'presentation' ? values[key] : undefined;
    const owner = typeof id === 'string' ? await store.learnerOfPerson(id, account) : undefined;
    if (owner !== undefined) return owner;
  }
  return learner;
}
