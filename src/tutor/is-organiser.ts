import type { Account } from './store/account.ts';
import type { Store } from './store.ts';
import type { Venue } from './venue.ts';

/** Whether somebody may use organisers' commands: who manages the place, and whom they have allowed to. */
export async function isOrganiser(store: Store, account: Account, { standing }: Venue): Promise<boolean> {
  const { manages, members } = await standing();
  if (manages) return true;
  const allowed = await store.organisers(account);
  return members.some((member) => allowed.includes(member));
}
