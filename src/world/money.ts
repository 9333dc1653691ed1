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
import type { Party } from './party.ts';
import type { World } from './world.ts';

/** Something that is paid for at a registrar; `years` whole. */
export interface Bought {
  readonly domain: Name;
  readonly registrant: string;
  readonly registrar: Registrar;
  readonly years: number;
}

/** What moves when a domain is bought, renewed or moved: the registrant pays the registrar, the registrar what `onwardPayments` says. */
export function registrationPayments(
  world: World,
  bought: Bought,
  purpose: 'registration' | 'renewal' | 'transfer',
): readonly [retail: WorldEvent, ...onward: WorldEvent[]] {
  return [retailPayment(world, bought, purpose), ...onwardPayments(world, bought)];
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

/** What a registrar pays for a domain at the registry, and both of them to ICANN, where it has a contract with them. */
export function onwardPayments(world: World, { domain, registrar, years }: Omit<Bought, 'registrant'>): WorldEvent[] {
  return onward(world, domain, registrar).map(({ from, to, fee, purpose }) =>
    paid({ at: world.now, from, to, amount: fee * years, purpose, period: 'year', subject: domain }),
  );
}

/** The same given back for a year that was not wanted after all. RFC 3915 §3.1. */
export function onwardRefunds(world: World, { domain, registrar }: Pick<Bought, 'domain' | 'registrar'>): WorldEvent[] {
  return onward(world, domain, registrar).map(({ from, to, fee: amount }) =>
    paid({ at: world.now, from: to, to: from, amount, purpose: 'refund', period: 'year', subject: domain }),
  );
}

const ICANN: Party = { kind: 'icann', id: 'icann' };

/** Who pays whom how much behind the counter, for a domain and year; the registry first. */
function onward(world: World, domain: Name, { id }: Registrar) {
  const { wholesaleFee, registry: registryId, icannFee = { ofRegistrar: 0, ofRegistry: 0 } } = tldOf(world, domain);
  const registrar: Party = { kind: 'registrar', id };
  const registry: Party = { kind: 'registry', id: registryId };
  const toIcann = [
    { from: registrar, to: ICANN, fee: icannFee.ofRegistrar, purpose: 'icann-fee' },
    { from: registry, to: ICANN, fee: icannFee.ofRegistry, purpose: 'icann-fee' },
  ] as const;
  return [
    { from: registrar, to: registry, fee: wholesaleFee, purpose: 'wholesale' } as const,
    ...toIcann.filter(({ fee }) => fee > 0),
  ];
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
