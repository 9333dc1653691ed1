import type { Cents } from '../base/money.ts';
import { startOfNextMonth } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import type { Registrar } from '../registration/registrar.ts';
import { suffixOf } from '../registration/registry.ts';
import { hostOf } from './catalogue.ts';
import type { Payment, WorldEvent } from './event.ts';
import type { World } from './world.ts';

/** What moves when a domain is bought or renewed: the registrant pays the registrar, the registrar the registry. */
export function registrationPayments(
  world: World,
  bought: { readonly domain: Name; readonly registrant: string; readonly registrar: Registrar; readonly years: number },
  purpose: 'registration' | 'renewal',
): readonly [retail: WorldEvent, wholesale: WorldEvent] {
  const { domain, registrant, registrar, years } = bought;
  const tld = suffixOf(domain, world.catalogue.tlds);
  if (!tld) throw new Error(`${domain} is under no suffix of the catalogue`);
  const seller = { kind: 'registrar', id: registrar.id } as const;
  const registry = { kind: 'registry', id: tld.registry } as const;
  const common = { at: world.now, period: 'year', subject: domain } as const;
  const retail = { ...common, from: { kind: 'registrant', id: registrant }, to: seller, purpose } as const;
  return [
    paid({ ...retail, amount: (registrar.yearlyFee.get(tld.suffix) ?? 0) * years }),
    paid({ ...common, from: seller, to: registry, amount: tld.wholesaleFee * years, purpose: 'wholesale' }),
  ];
}

/**
 * What a host charges for a zone that is still there at its charging time: the month's fee in full, and the next time
 * at the start of the next month, UTC. The first time is when the zone is no longer free to delete.
 */
export function zoneCharge(world: World, id: string): readonly WorldEvent[] {
  const hosted = world.hostedZones.get(id);
  if (!hosted) throw new Error(`charge for hosted zone ${id}, which does not exist`);
  const host = hostOf(world.catalogue, hosted.host);
  const amount = feeFor(host, placeInAccount(world, hosted));
  const charged: WorldEvent = { kind: 'zone-charged', id, nextAt: startOfNextMonth(world.now) };
  if (amount === 0) return [charged];
  const from = { kind: 'registrant', id: hosted.customer } as const;
  const to = { kind: 'dns-host', id: hosted.host } as const;
  const subject = hosted.zone.origin;
  return [paid({ at: world.now, from, to, amount, purpose: 'zone', period: 'month', subject }), charged];
}

const paid = (payment: Payment): WorldEvent => ({ kind: 'paid', payment });

/** Which of the customer's zones at that host this is, 1 for the oldest. */
function placeInAccount(world: World, hosted: HostedZone): number {
  const account = [...world.hostedZones.values()].filter(
    (z) => z.host === hosted.host && z.customer === hosted.customer,
  );
  return account.findIndex(({ id }) => id === hosted.id) + 1;
}

const feeFor = ({ monthlyFee }: DnsHost, place: number): Cents =>
  monthlyFee.find(({ upTo }) => place <= upTo)?.fee ?? 0;
