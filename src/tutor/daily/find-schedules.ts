import type { Context } from '../command.ts';
import type { Address } from '../courier.ts';
import { DIRECT_SPACE } from '../store/account.ts';
import type { Schedule } from '../store/daily.ts';

/** The schedules of a place; without one those of the channel that the speaker is in, and then their own. */
export async function findSchedules(context: Context, to: Address | undefined): Promise<readonly Schedule[]> {
  const { venue, account, store } = context;
  if (to?.kind === 'channel') return store.schedulesOfChannel(to, to.channel);
  if (to?.kind === 'direct') return ownSchedules(context);
  const here = venue.channel === undefined ? [] : await store.schedulesOfChannel(account, venue.channel);
  return [...here, ...(await ownSchedules(context))];
}

/** In direct messages of no server all are one's own, wherever they were set; in a server only those set there. */
const ownSchedules = ({ store, account }: Context): Promise<readonly Schedule[]> =>
  store.schedulesOfPerson(account, account.space === DIRECT_SPACE ? undefined : account.space);
