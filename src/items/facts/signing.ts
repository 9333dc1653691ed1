import { formatRdata } from '../../dns/rdata/text.ts';
import { publishedOf } from '../../registration/registration.ts';
import { dsRecords } from '../../world/signing.ts';
import { zoneAt } from '../arguments.ts';
import type { Fact } from '../fact.ts';

/** Facts about keys, and what names them at the registry. */
export const SIGNING_FACTS: Readonly<Record<string, Fact>> = {
  'zone-signed': {
    type: 'truth',
    about: 'whether a DNS host signs the zone of the domain',
    args: { at: 'host' },
    compute: (scenario, { at = 'host' }) => ({
      type: 'truth',
      truth: zoneAt(scenario, at)?.zone.signing !== undefined,
    }),
  },
  'ds-names-key': {
    type: 'truth',
    about: 'whether the DS that the registry publishes names the key with which a DNS host signs the zone',
    args: { at: 'host' },
    compute: (scenario, { at = 'host' }) => {
      const { world, cast } = scenario;
      const registration = world.registrations.get(cast.domain);
      const zone = zoneAt(scenario, at)?.zone;
      const published = registration ? publishedOf(registration).ds.map(formatRdata) : [];
      const named = zone ? dsRecords(zone.origin, zone.signing).map(formatRdata) : [];
      return { type: 'truth', truth: named.some((ds) => published.includes(ds)) };
    },
  },
  'ds-ttl': {
    type: 'duration',
    about: 'the TTL of the DS records that the registry publishes',
    args: {},
    compute: ({ catalogue, cast }) => {
      const tld = catalogue.tlds.get(cast.suffix);
      return tld ? { type: 'duration', seconds: tld.dsTtl } : { problem: 'the suffix has no registry' };
    },
  },
};
