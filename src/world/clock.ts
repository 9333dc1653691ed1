import { DAY, type DurationMs, type Instant, instant, later } from '../base/time.ts';
import { type Registration, renewal } from '../registration/registration.ts';
import { replay } from './apply.ts';
import { registrarOf } from './catalogue.ts';
import type { WorldEvent } from './event.ts';
import { registrationPayments, zoneCharge } from './money.ts';
import type { World } from './world.ts';

/** The longest wait at once: a hundred years. */
export const MOST_WAIT: DurationMs = 36_525 * DAY;
/** The end of time, as far as dates of four-digit years go. */
export const LAST_INSTANT: Instant = instant(Date.UTC(9999, 11, 31));

/**
 * What happens while a span of time goes by: charges and renewals, each at its moment, and the clock at the end.
 * @param span zero or more
 */
export function passTime(world: World, span: DurationMs): readonly WorldEvent[] {
  const end = later(world.now, span);
  const events: WorldEvent[] = [];
  let current = world;
  const happen = (more: readonly WorldEvent[]) => {
    events.push(...more);
    current = replay(current, more);
  };
  for (let due = nextDue(current, end); due; due = nextDue(current, end)) {
    if (due.at > current.now) happen([{ kind: 'clock-moved', to: due.at }]);
    happen(due.happens(current));
  }
  if (end > current.now || events.length === 0) happen([{ kind: 'clock-moved', to: end }]);
  return events;
}

/** Something that a party does by itself, at its moment. */
interface Due {
  readonly at: Instant;
  happens(world: World): readonly WorldEvent[];
}

/** The first thing due up to a moment; charges before renewals where they fall together. */
function nextDue(world: World, until: Instant): Due | undefined {
  const due = [...charges(world), ...renewals(world)].filter(({ at }) => at <= until);
  return due.toSorted((a, b) => a.at - b.at)[0];
}

const charges = (world: World): Due[] =>
  [...world.nextCharge].map(([id, at]) => ({ at, happens: (then) => zoneCharge(then, id) }));

/** Registrars renew by themselves on the expiry date; letting a registration lapse is a choice that comes later. */
const renewals = (world: World): Due[] =>
  [...world.registrations.values()].map((registration) => ({
    at: registration.expiresAt,
    happens: (then) => [renewal(registration), ...renewalPayments(then, registration)],
  }));

function renewalPayments(world: World, { domain, registrant, registrar }: Registration): readonly WorldEvent[] {
  const seller = registrarOf(world.catalogue, registrar);
  return registrationPayments(world, { domain, registrant, registrar: seller, years: 1 }, 'renewal');
}
