import type { RegistrationEvent } from '../registration/event.ts';
import { suffixOfHeld } from '../registration/parties.ts';
import { accountOf, personOf, type Registration } from '../registration/registration.ts';
import { registrarOf } from './catalogue.ts';
import type { WorldEvent } from './event.ts';
import { onItsWay } from './host-changes.ts';
import { onwardPayments, onwardRefunds, registrationPayments, restorationPayment, retailPayment } from './money.ts';
import type { World } from './world.ts';

/**
 * What an event at a registrar or a registry brings with it elsewhere: who is paid, and which zones end that a registrar
 * kept only for its own customers.
 * @param before the registration as it was before
 */
export function consequences(world: World, before: Registration, event: RegistrationEvent): readonly WorldEvent[] {
  const { domain, registrar: id } = before;
  const bought = { domain, registrant: accountOf(before), registrar: registrarOf(world.catalogue, id), years: 1 };
  switch (event.kind) {
    case 'domain-renewed':
      // Of one that somebody asked for, the fees stand beside it.
      return event.at === undefined ? registrationPayments(world, bought, 'renewal') : [];
    case 'domain-expired':
      return onwardPayments(world, bought);
    case 'domain-deleted':
      return before.expiredAt === undefined ? [] : onwardRefunds(world, bought);
    case 'domain-released':
      return before.periods?.some(({ period }) => period === 'addPeriod') ? onwardRefunds(world, bought) : [];
    case 'domain-restored':
      return [
        restorationPayment(world, bought),
        retailPayment(world, bought, 'renewal'),
        ...onwardPayments(world, bought),
      ];
    case 'transfer-requested':
      return zonesEnding(world, before, 'transfer-requested');
    case 'registrar-changed': {
      const { addsYear } = suffixOfHeld(world.catalogue, domain).transfer;
      const gaining = {
        ...bought,
        registrant: event.account,
        registrar: registrarOf(world.catalogue, event.registrar),
      };
      const refund = before.expiredAt === undefined ? [] : onwardRefunds(world, bought);
      const fees = addsYear ? registrationPayments(world, gaining, 'transfer') : [];
      return [...refund, ...fees, ...zonesEnding(world, before, 'transfer-completed')];
    }
    default:
      return [];
  }
}

/** The zones at the losing registrar's own DNS host that end when the registration leaves it. */
function zonesEnding(
  world: World,
  { domain, registrar, ...registration }: Registration,
  when: 'transfer-requested' | 'transfer-completed',
): readonly WorldEvent[] {
  const { hostedZones, catalogue } = world;
  const { hostingEnds, createsZoneAt } = registrarOf(catalogue, registrar);
  if (hostingEnds !== when) return [];
  const holder = personOf(registration.account ?? registration.registrant);
  return [...hostedZones.values()]
    .filter(
      ({ host, zone, customer }) => host === createsZoneAt && zone.origin === domain && personOf(customer) === holder,
    )
    .flatMap(({ id, host }) => onItsWay(world, host, [{ kind: 'zone-deleted', id }]));
}
