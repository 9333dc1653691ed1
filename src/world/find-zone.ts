import { refused } from '../base/decision.ts';
import type { Name } from '../dns/name.ts';
import type { ZoneRefusal } from '../hosting/decide-zone.ts';
import { type HostedZone, labelOf } from '../hosting/hosted-zone.ts';
import { personOf } from '../registration/registration.ts';
import { closedAccountOf } from './decide-account.ts';
import type { World } from './world.ts';

/** A zone as a customer names it: by host, account and origin, and by id where there are several. */
export interface ZoneWanted {
  readonly origin: Name;
  readonly host: string;
  readonly customer: string;
  readonly id?: string;
}

/** The one zone that is meant, or why there is no such one. */
export function findZone(
  world: World,
  { origin, host, customer, id }: ZoneWanted,
): { kind: 'found'; zone: HostedZone } | { kind: 'refused'; refusal: ZoneRefusal } {
  const { hostedZones } = world;
  const closed = closedAccountOf(world, { host, customer });
  if (closed) return refused({ reason: 'account-closed', ...closed });
  const own = [...hostedZones.values()].filter((each) => each.customer === customer && each.zone.origin === origin);
  const there = own.filter((each) => each.host === host);
  const [zone, ...more] = there.filter((each) => id === undefined || each.id === id);
  if (!zone) {
    const elsewhere = own.map((each) => each.host).filter((other) => other !== host);
    const inAccounts = [...hostedZones.values()].filter(
      (each) =>
        each.zone.origin === origin && each.customer !== customer && personOf(each.customer) === personOf(customer),
    );
    return refused({
      reason: 'no-such-hosted-zone',
      origin,
      host,
      elsewhere: [...new Set(elsewhere)],
      ...(inAccounts.length > 0 && {
        otherAccounts: inAccounts.map((each) => ({ host: each.host, id: each.id, account: labelOf(each.customer) })),
      }),
    });
  }
  if (more.length > 0) return refused({ reason: 'several-zones', origin, host, ids: there.map((each) => each.id) });
  return { kind: 'found', zone };
}
