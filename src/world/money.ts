import type { Cents } from '../base/money.ts';
import { startOfNextMonth } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import type { Registrar } from '../registration/registrar.ts';
import { personOf } from '../registration/registration.ts';
import { suffixOf } from '../registration/registry.ts';
import { hostOf } from './catalogue.ts';
import type { Payment, WorldEvent } from './event.ts';
import type { World } from './world.ts';

/** Something that is paid for at a registrar; `years` whole. */
export interface Bought {
  readonly domain: Name;
  readonly registrant: string;
  readonly registrar: Registrar;
  readonly years: number;
}

/** What moves when a domain is bought, renewed or moved: the registrant pays the registrar, the registrar the registry. */
export function registrationPayments(
  world: World,
  bought: Bought,
  purpose: 'registration' | 'renewal' | 'transfer',
): readonly [retail: WorldEvent, wholesale: WorldEvent] {
  return [retailPayment(world, bought, purpose), wholesalePayment(world, bought)];
}

/** What the registrant pays the registrar. */
export function retailPayment(
  world: World,
  { domain, registrant, registrar, years }: Bought,
  purpose: 'registration' | 'renewal' | 'transfer',
): WorldEvent {
  const from = { kind: 'registrant', id: personOf(registrant) } as const;
  const to = { kind: 'registrar', id: registrar.id } as const;
  const amount = (registrar.yearlyFee.get(tldOf(world, domain).suffix) ?? 0) * years;
  return paid({ at: world.now, from, to, amount, purpose, period: 'year', subject: domain });
}

/** What the registrar pays the registry. */
export function wholesalePayment(world: World, { domain, registrar, years }: Omit<Bought, 'registrant'>): WorldEvent {
  const { wholesaleFee, registry } = tldOf(world, domain);
  const from = { kind: 'registrar', id: registrar.id } as const;
  const to = { kind: 'registry', id: registry } as const;
  const amount = wholesaleFee * years;
  return paid({ at: world.now, from, to, amount, purpose: 'wholesale', period: 'year', subject: domain });
}

/** What the registry gives the registrar back for a year that was not wanted after all. RFC 3915 §3.1. */
export function wholesaleRefund(world: World, { domain, registrar }: Pick<Bought, 'domain' | 'registrar'>): WorldEvent {
  const { wholesaleFee: amount, registry } = tldOf(world, domain);
  const from = { kind: 'registry', id: registry } as const;
  const to = { kind: 'registrar', id: registrar.id } as const;
  return paid({ at: world.now, from, to, amount, purpose: 'refund', period: 'year', subject: domain });
}

/** What bringing a deleted domain back costs the registrant, beside the renewal. */
export function restorationPayment(world: World, { domain, registrant, registrar }: Omit<Bought, 'years'>): WorldEvent {
  const from = { kind: 'registrant', id: personOf(registrant) } as const;
  const to = { kind: 'registrar', id: registrar.id } as const;
  const { restoreFee: amount } = registrar;
  return paid({ at: world.now, from, to, amount, purpose: 'restoration', period: 'once', subject: domain });
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
  const from = { kind: 'registrant', id: personOf(hosted.customer) } as const;
  const to = { kind: 'dns-host', id: hosted.host } as const;
  const subject = hosted.zone.origin;
  return [paid({ at: world.now, from, to, amount, purpose: 'zone', period: 'month', subject }), charged];
}

const paid = (payment: Payment): WorldEvent => ({ kind: 'paid', payment });

function tldOf({ catalogue }: World, domain: Name) {
  const tld = suffixOf(domain, catalogue.tlds);
  if (!tld) throw new Error(`${domain} is under no suffix of the catalogue`);
  return tld;
}

/** Which of the zones in that account at that host this is, 1 for the oldest. */
function placeInAccount(world: World, hosted: HostedZone): number {
  const account = [...world.hostedZones.values()].filter(
    (z) => z.host === hosted.host && z.customer === hosted.customer,
  );
  return account.findIndex(({ id }) => id === hosted.id) + 1;
}

const feeFor = ({ monthlyFee }: DnsHost, place: number): Cents =>
  monthlyFee.find(({ upTo }) => place <= upTo)?.fee ?? 0;
