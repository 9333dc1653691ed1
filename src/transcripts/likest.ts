import { displayName, isAtOrBelow, type Name } from '../dns/name.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import type { Registrar } from '../registration/registrar.ts';
import { registrableDomain } from '../registration/registry.ts';
import type { Catalogue } from '../world/catalogue.ts';

/** The registrar of the catalogue that a name means, or else the one that is taken for it. */
export type Likest =
  | { readonly kind: 'same' | 'also-sold-by'; readonly registrar: Registrar; readonly others: readonly Registrar[] }
  | { readonly kind: 'nearest'; readonly registrar: Registrar };

/**
 * The registrar that whois means: by what it is called, or by the company that is on record for it. Where it is none of
 * these, the first that sells the suffix, lets every name server be set, and does not host the domain's zone.
 * @param hosts where the domain's zones are
 */
export function likestRegistrar(
  { registrars }: Catalogue,
  written: string | undefined,
  suffix: Name,
  hosts: readonly string[],
): Likest {
  const all = [...registrars.values()].filter(({ yearlyFee }) => yearlyFee.has(suffix));
  const sellers = all.length > 0 ? all : [...registrars.values()];
  // Of ours, the shop stands behind the company on record.
  const [, soldBy] = /\(sold by (.+)\)\s*$/.exec(written ?? '') ?? [];
  const words = plain(soldBy ?? written ?? '');
  const isCalled = ({ name, id, aliases }: Registrar) =>
    [name, id, ...aliases].some((each) => sameCompany(plain(each), words));
  const named = words === '' ? [] : sellers.filter(isCalled);
  const onRecord =
    words === '' ? [] : sellers.filter((each) => sameCompany(plain(each.registrarOfRecord.get(suffix) ?? ''), words));
  const [first, ...others] = [...new Set([...named, ...onRecord])];
  if (first) return { kind: named.length > 0 ? 'same' : 'also-sold-by', registrar: first, others };
  const free = sellers.filter(({ nameServersSettable }) => nameServersSettable);
  const apart = free.find(({ createsZoneAt = '' }) => !hosts.includes(createsZoneAt));
  const registrar = apart ?? free[0] ?? sellers[0];
  if (!registrar) throw new Error('a catalogue without registrars');
  return { kind: 'nearest', registrar };
}

/** A company's name without its form and what says no more than the trade. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\[tag\b.*$/, '')
    .replace(/\bt\/a\b.*$/, '')
    .replaceAll(/\.(?:com|net|org)\b/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(
      /\b(?:inc|llc|ltd|limited|sas|sarl|gmbh|corp|corporation|co|plc|ab|bv|registrar|registrars|domains?|services?)\b/g,
      '',
    )
    .replaceAll(/\s+/g, ' ')
    .trim();

const sameCompany = (one: string, other: string): boolean =>
  one !== '' && (one === other || other.startsWith(`${one} `));

/** The DNS host whose name server a name is, by the pattern of such names; undefined where none of the catalogue has it. */
export function hostOfServer({ hosts, tlds }: Catalogue, server: Name): DnsHost | undefined {
  return [...hosts.values()].find(({ nameServers: plan }) => {
    switch (plan.kind) {
      case 'awsdns':
        return /^ns-\d+\.awsdns-\d+\./.test(server);
      case 'random-names':
        return isAtOrBelow(server, plan.under);
      default:
        return plan.names.some((each) => {
          const domain = registrableDomain(each, tlds);
          return domain !== undefined && isAtOrBelow(server, domain);
        });
    }
  });
}

/** What to call the servers of several domains. */
export const calledAfter = (domains: readonly Name[]): string => domains.map(displayName).join(' and ');
