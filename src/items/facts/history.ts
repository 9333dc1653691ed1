import type { Scenario } from '../../scenario/scenario.ts';
import type { WorldEvent } from '../../world/event.ts';
import type { Fact } from '../fact.ts';
import type { Role } from '../value.ts';

/** Facts about what happened, in which order, and who did it. */
export const HISTORY_FACTS: Readonly<Record<string, Fact>> = {
  'who-did': {
    type: 'role',
    about: 'the part that carried out an event',
    args: { event: 'event' },
    compute: (scenario, { event = '' }) => {
      const moment = MOMENTS[event];
      if (!moment) return { problem: `there is no event \`${event}\`; known are ${Object.keys(MOMENTS).join(', ')}` };
      if (placeOf(scenario, event) < 0) return { problem: `\`${event}\` has not happened at this stage` };
      return { type: 'role', role: moment.by };
    },
  },
  'told-to': {
    type: 'role',
    about: 'the part that an event is a message to, or in whose keeping its outcome is',
    args: { event: 'event' },
    compute: (scenario, { event = '' }) => {
      const to = MOMENTS[event]?.to;
      if (!to) return { problem: `\`${event}\` is not a message to anyone` };
      if (placeOf(scenario, event) < 0) return { problem: `\`${event}\` has not happened at this stage` };
      return { type: 'role', role: to };
    },
  },
  'place-of': {
    type: 'count',
    about: 'the place of an event in the order of all that happened, for items that ask for an order',
    args: { event: 'event' },
    compute: (scenario, { event = '' }) => {
      const place = placeOf(scenario, event);
      return place < 0 ? { problem: `\`${event}\` has not happened at this stage` } : { type: 'count', count: place };
    },
  },
  'delegation-changes': {
    type: 'count',
    about: 'how often the registry has published other name servers for the domain since it was registered',
    args: {},
    compute: ({ world, cast }) => {
      const published = world.history.filter(
        (event) => event.kind === 'delegation-published' && event.domain === cast.domain,
      );
      return { type: 'count', count: Math.max(0, published.length - 1) };
    },
  },
  happened: {
    type: 'truth',
    about: 'whether an event has happened',
    args: { event: 'event' },
    compute: (scenario, { event = '' }) =>
      MOMENTS[event]
        ? { type: 'truth', truth: placeOf(scenario, event) >= 0 }
        : { problem: `there is no event \`${event}\`; known are ${Object.keys(MOMENTS).join(', ')}` },
  },
};

/** An event that items may name: how it is found in a history, and whose doing it is. */
interface Moment {
  readonly by: Role;
  readonly to?: Role;
  isIt(event: WorldEvent, scenario: Scenario): boolean;
}

export const MOMENTS: Readonly<Record<string, Moment>> = {
  'fee-paid': {
    by: 'registrant',
    to: 'registrar',
    isIt: (event) => event.kind === 'paid' && event.payment.purpose === 'registration',
  },
  'wholesale-paid': {
    by: 'registrar',
    to: 'registry',
    isIt: (event) => event.kind === 'paid' && event.payment.purpose === 'wholesale',
  },
  'zone-fee-paid': {
    by: 'registrant',
    to: 'dns-host',
    isIt: (event) => event.kind === 'paid' && event.payment.purpose === 'zone',
  },
  /** The registry enters the domain in its database. */
  'domain-entered': { by: 'registry', isIt: (event) => event.kind === 'domain-registered' },
  /** A DNS host makes the zone and allots its name servers. */
  'name-servers-allotted': {
    by: 'dns-host',
    isIt: (event, { cast }) => event.kind === 'zone-created' && event.host === cast.host,
  },
  'record-added': {
    by: 'registrant',
    to: 'dns-host',
    isIt: (event) => event.kind === 'rrset-put',
  },
  /** The registrar sends the registry the name servers of the host that the story ends with. */
  'registry-told': {
    by: 'registrar',
    to: 'registry',
    isIt: (event, scenario) => event.kind === 'name-servers-submitted' && leadsToHost(event.nameServers, scenario),
  },
  'delegation-published': {
    by: 'registry',
    isIt: (event, scenario) => event.kind === 'delegation-published' && leadsToHost(event.nameServers, scenario),
  },
  'unused-zone-deleted': { by: 'dns-host', isIt: (event) => event.kind === 'zone-deleted' },
};

const placeOf = (scenario: Scenario, event: string): number =>
  scenario.world.history.findIndex((happened) => MOMENTS[event]?.isIt(happened, scenario) ?? false);

function leadsToHost(nameServers: readonly string[], { world, cast }: Scenario): boolean {
  const zones = [...world.hostedZones.values()].filter(
    ({ host, zone }) => host === cast.host && zone.origin === cast.domain,
  );
  return zones.some((zone) => zone.nameServers.some((server) => nameServers.includes(server)));
}
