import type { Instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { Timed } from '../registration/epp/commands.ts';
import type { RegistrationEvent } from '../registration/event.ts';
import type { WorldEvent } from './event.ts';
import type { World } from './world.ts';

/** What happened at registrars and registries about one domain, with the moment of each, oldest first. */
export function registryLog({ history, now }: Pick<World, 'history' | 'now'>, domain: Name): readonly Timed[] {
  const found: Timed[] = [];
  // Until something says what time it is, it is that of the first thing that does, or now.
  let at = firstMoment(history) ?? now;
  for (const event of history) {
    at = momentIn(event) ?? at;
    if (isAbout(event, domain)) found.push({ at, event });
  }
  return found;
}

function firstMoment(history: readonly WorldEvent[]): Instant | undefined {
  for (const event of history) {
    const at = momentIn(event);
    if (at !== undefined) return at;
  }
  return undefined;
}

/** The moment that an event itself knows it happens at. */
function momentIn(event: WorldEvent): Instant | undefined {
  switch (event.kind) {
    case 'clock-moved':
      return event.to;
    case 'paid':
      return event.payment.at;
    case 'zone-created':
      return event.at;
    case 'domain-registered':
      return event.registration.createdAt;
    default:
      return undefined;
  }
}

function isAbout(event: WorldEvent, domain: Name): event is RegistrationEvent {
  if (event.kind === 'domain-registered') return event.registration.domain === domain;
  return 'domain' in event && event.domain === domain;
}
