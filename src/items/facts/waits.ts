import { SECOND } from '../../base/time.ts';
import { rrsetAt } from '../../dns/zone/zone.ts';
import type { Registration } from '../../registration/registration.ts';
import type { Tld } from '../../registration/registry.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { hostOf } from '../../world/catalogue.ts';
import { readRecordArguments, zoneAt } from '../arguments.ts';
import type { Fact, FactProblem } from '../fact.ts';
import type { Value } from '../value.ts';

/** Facts about how long until something: sums of a delay and a TTL, and what is left of a time that somebody gives. */
export const WAIT_FACTS: Readonly<Record<string, Fact>> = {
  'delegation-wait': {
    type: 'duration',
    about:
      "how long after a change at the registrar, in a world of life's pace, a resolver may still be led by the old delegation: until it is published, and its TTL",
    args: {},
    compute: (scenario) =>
      ofSuffix(scenario, ({ publicationDelay, delegationTtl }) => publicationDelay / SECOND + delegationTtl),
  },
  'old-zone-wait': {
    type: 'duration',
    about:
      "how long after a change at the registrar, in a world of life's pace, the zone at the old host may still be asked: until it is published, and the longer of the two TTLs of its NS records",
    args: {},
    compute: (scenario) =>
      ofSuffix(scenario, ({ publicationDelay, delegationTtl }) => {
        const zone = zoneAt(scenario, 'old-host')?.zone;
        const own = zone ? (rrsetAt(zone, zone.origin, 'NS')?.ttl ?? 0) : 0;
        return publicationDelay / SECOND + Math.max(delegationTtl, own);
      }),
  },
  'record-wait': {
    type: 'duration',
    about:
      "how long after a change of a record, in a world of life's pace, a resolver may still give the old one: until the host's servers have it, and the TTL that it has now",
    args: { at: 'host', name: 'name', type: 'rr-type' },
    compute: (scenario, args) => {
      const read = readRecordArguments(args);
      if ('problem' in read) return read;
      const hosted = zoneAt(scenario, args.at ?? 'host');
      const rrset = hosted && rrsetAt(hosted.zone, read.name, read.type);
      if (!rrset) return { problem: `the zone at the ${args.at ?? 'host'} has no such record` };
      const { publicationDelay } = hostOf(scenario.catalogue, hosted.host);
      return { type: 'duration', seconds: publicationDelay / SECOND + rrset.ttl };
    },
  },
  'record-ttl': {
    type: 'duration',
    about: 'the TTL of a record in the zone at a DNS host',
    args: { at: 'host', name: 'name', type: 'rr-type' },
    compute: (scenario, args) => {
      const read = readRecordArguments(args);
      if ('problem' in read) return read;
      const zone = zoneAt(scenario, args.at ?? 'host')?.zone;
      const rrset = zone && rrsetAt(zone, read.name, read.type);
      return rrset
        ? { type: 'duration', seconds: rrset.ttl }
        : { problem: `the zone at the ${args.at ?? 'host'} has no such record` };
    },
  },
  'time-to-verify': {
    type: 'duration',
    about: "how long the registrant has yet to verify the contact's address",
    args: {},
    compute: (scenario) =>
      ofRegistration(scenario, ({ contact }) =>
        contact?.verifyBy === undefined
          ? { problem: 'the registrar waits for no verification' }
          : { type: 'duration', seconds: (contact.verifyBy - scenario.world.now) / SECOND },
      ),
  },
  'term-left': {
    type: 'duration',
    about: 'how long it is until the date of expiry that the registry shows',
    args: {},
    compute: (scenario) =>
      ofRegistration(scenario, ({ expiresAt }) => ({
        type: 'duration',
        seconds: Math.max(0, (expiresAt - scenario.world.now) / SECOND),
      })),
  },
  'free-deletion-left': {
    type: 'duration',
    about: 'how long the zone at a DNS host can still be deleted for nothing',
    args: { at: 'host' },
    compute: (scenario, { at = 'host' }) => {
      const hosted = zoneAt(scenario, at);
      if (!hosted) return { problem: `there is no zone of the domain at the ${at} at this stage` };
      const { freeFor } = hostOf(scenario.catalogue, hosted.host);
      if (!Number.isFinite(freeFor)) return { problem: 'zones of that host are free' };
      const left = hosted.createdAt + freeFor - scenario.world.now;
      return { type: 'duration', seconds: Math.max(0, left / SECOND) };
    },
  },
};

function ofSuffix({ catalogue, cast }: Scenario, seconds: (tld: Tld) => number): Value | FactProblem {
  const tld = catalogue.tlds.get(cast.suffix);
  return tld ? { type: 'duration', seconds: seconds(tld) } : { problem: 'the suffix has no registry' };
}

function ofRegistration(
  { world, cast }: Scenario,
  value: (registration: Registration) => Value | FactProblem,
): Value | FactProblem {
  const registration = world.registrations.get(cast.domain);
  return registration ? value(registration) : { problem: 'nobody holds the domain at this stage' };
}
