import type { Registration } from './registration.ts';
import type { DomainStatus, Period } from './status.ts';

/** The statuses that the registry shows of a registration, those that are set first; `ok` where there is nothing else to say. RFC 5731 §2.3. */
export function statusesOf(registration: Registration): readonly DomainStatus[] {
  const { nameServers, periods = [], transfer, pendingUpdate, statuses } = registration;
  const inPeriods = periods.map(({ period }) => period);
  const isRedeemable = inPeriods.includes('redemptionPeriod');
  const set: readonly DomainStatus[] = [
    ...statuses,
    ...(isHeldBy(registration, 'registrar') ? (['clientHold'] as const) : []),
    ...(isHeldBy(registration, 'registry') ? (['serverHold'] as const) : []),
    ...(transfer ? (['pendingTransfer'] as const) : []),
    ...(pendingUpdate ? (['pendingUpdate'] as const) : []),
    ...(isRedeemable ? (['pendingDelete'] as const) : []),
    ...(nameServers.length === 0 ? (['inactive'] as const) : []),
  ];
  return set.length + inPeriods.length === 0 ? ['ok'] : [...set, ...inPeriods];
}

/** Whether one of the two has the registry leave the delegation out of its zone. */
export const isHeldBy = ({ suspensions = [] }: Registration, party: 'registrar' | 'registry'): boolean =>
  suspensions.some(({ means }) => means === (party === 'registrar' ? 'hold' : 'registry-hold'));

/** Whether a registration is in such a time. */
export const isIn = ({ periods = [] }: Registration, period: Period): boolean =>
  periods.some((each) => each.period === period);

/** Whether the registry has deleted it, so that nothing can be done but to restore it, if that. RFC 3915 §2. */
export const isDeleted = (registration: Registration): boolean =>
  isIn(registration, 'redemptionPeriod') || isIn(registration, 'pendingDelete');
