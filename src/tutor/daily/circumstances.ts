import { MINUTE } from '../../base/time.ts';
import { LATE_WINDOW, QUIET_HOURS } from '../settings/settings.ts';
import { channelSubject, learnerSubject, type Settled, serverSubject, settled } from '../settings/settled.ts';
import type { Schedule } from '../store/daily.ts';
import type { Store } from '../store.ts';
import { type Circumstances, spreadOf } from './plan-run.ts';

type Where = Pick<Schedule, 'to' | 'madeBy'>;

/** What is set for the place that a schedule's prompts come to: for the channel, or for whose direct messages they are; else for the server. */
export const settledFor = (store: Pick<Store, 'settings'>, { to, madeBy }: Where): Promise<Settled> =>
  settled(store, to.kind === 'channel' ? channelSubject(to, to.channel) : learnerSubject(madeBy), serverSubject(to));

/** What decides over a schedule's prompts, as it is set now. */
export async function circumstancesOf(
  store: Pick<Store, 'settings'>,
  schedule: Where & Pick<Schedule, 'id' | 'zone'>,
): Promise<Circumstances> {
  const settings = await settledFor(store, schedule);
  return {
    zone: schedule.zone,
    lateWindow: settings.value(LATE_WINDOW) * MINUTE,
    quietHours: settings.value(QUIET_HOURS),
    spread: spreadOf(schedule.id),
  };
}
