import type { DnsHost } from '../../hosting/dns-host.ts';
import { hostOf, registrarOf } from '../../world/catalogue.ts';
import type { Fact } from '../fact.ts';

/** Facts about how many a company lets a customer have. */
export const QUOTA_FACTS: Readonly<Record<string, Fact>> = {
  'zones-per-account': ofHost('how many zones a DNS host lets an account have', ({ most }) => most.zones),
  'records-per-zone': ofHost('how many sets of records a DNS host lets a zone have', ({ most }) => most.records),
  'values-per-record': ofHost('how many values a DNS host lets a set of records have', ({ most }) => most.values),
  'zones-per-set': ofHost(
    'how many zones a DNS host lets stand on one reusable set of name servers',
    ({ most }) => most.zonesOnSet,
  ),
  'most-name-servers': {
    type: 'count',
    about: 'how many name servers the registrar takes for a domain',
    args: {},
    compute: ({ catalogue, cast }) => ({
      type: 'count',
      count: registrarOf(catalogue, cast.registrar).mostNameServers,
    }),
  },
};

function ofHost(about: string, most: (host: DnsHost) => number): Fact {
  return {
    type: 'count',
    about,
    args: { at: 'host' },
    compute: ({ catalogue, cast }, { at }) => {
      const host = hostOf(catalogue, at === 'old-host' ? cast.oldHost : cast.host);
      const count = most(host);
      return Number.isFinite(count) ? { type: 'count', count } : { problem: `${host.name} says nothing of it` };
    },
  };
}
