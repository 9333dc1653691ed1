import { later } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RegistrationEvent } from '../registration/event.ts';
import { suffixOfHeld } from '../registration/parties.ts';
import { publication } from '../registration/publication.ts';
import { replay } from './apply.ts';
import type { WorldEvent } from './event.ts';
import type { World } from './world.ts';

/**
 * Events, and what the registries publish because of them: in the same moment, or, where the world's pace is that of
 * life, when they next do.
 */
export function withPublication(world: World, events: readonly WorldEvent[]): readonly WorldEvent[] {
  const { registrations } = replay(world, events);
  const domains = new Set(events.flatMap((event) => ('domain' in event ? [event.domain] : domainOf(event))));
  const published = [...domains].flatMap((domain): readonly RegistrationEvent[] => {
    const registration = registrations.get(domain);
    const changes = registration ? publication(registration) : [];
    if (world.pace !== 'as-in-life' || changes.length === 0) return changes;
    if (registration?.publishesAt !== undefined) return [];
    const { publicationDelay } = suffixOfHeld(world.catalogue, domain);
    return [{ kind: 'publication-due', domain, at: later(world.now, publicationDelay) }];
  });
  return [...events, ...published];
}

const domainOf = (event: WorldEvent): readonly Name[] =>
  event.kind === 'domain-registered' ? [event.registration.domain] : [];
