import type { Name } from '../dns/name.ts';
import type { Registrar } from '../registration/registrar.ts';
import { personOf } from '../registration/registration.ts';
import { suffixOf } from '../registration/registry.ts';
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

const paid = (payment: Payment): WorldEvent => ({ kind: 'paid', payment });

function tldOf({ catalogue }: World, domain: Name) {
  const tld = suffixOf(domain, catalogue.tlds);
  if (!tld) throw new Error(`${domain} is under no suffix of the catalogue`);
  return tld;
}
