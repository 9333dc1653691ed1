import { childOf, displayName, type Name, name } from '../dns/name.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import type { Tld } from '../registration/registry.ts';
import type { Catalogue } from './catalogue.ts';

/** What a world has beside the industry of the catalogue, because a domain that somebody brought needs it. */
export interface Supplement {
  /** Suffixes with a registry each, which keeps them as that of .com does. */
  readonly suffixes: readonly Name[];
  /** Who runs name servers of other names, each with those under one domain. */
  readonly operators: readonly { readonly holder: string; readonly nameServers: readonly Name[] }[];
  /** Where zones are that are at no DNS host of the catalogue. */
  readonly hosts: readonly { readonly id: string; readonly name: string }[];
}

const MODEL: Name = name('com.');
const MOST_KEPT = 64;
const known = new WeakMap<Catalogue, Map<string, Catalogue>>();

/** The catalogue with a supplement; the same one for the same supplement, so that what is worked out of it is kept. */
export function supplemented(catalogue: Catalogue, supplement: Supplement): Catalogue {
  const kept = known.get(catalogue) ?? new Map<string, Catalogue>();
  known.set(catalogue, kept);
  const key = JSON.stringify(supplement);
  const found = kept.get(key) ?? supplement.suffixes.reduce(withSuffix, withHosts(catalogue, supplement));
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  return found;
}

function withSuffix(catalogue: Catalogue, suffix: Name): Catalogue {
  const model = catalogue.tlds.get(MODEL);
  if (!model) return catalogue;
  const registry = `registry-of-${displayName(suffix)}`;
  const nameServers = ['a', 'b'].map((label) => childOf(label, childOf('nic', suffix)));
  const tld: Tld = { ...model, suffix, registry, nameServers };
  const registrars = [...catalogue.registrars].map(([id, registrar]) => {
    const fee = registrar.yearlyFee.get(MODEL);
    const title = registrar.registrarOfRecord.get(MODEL);
    if (fee === undefined) return [id, registrar] as const;
    const registrarOfRecord = new Map(registrar.registrarOfRecord);
    if (title !== undefined) registrarOfRecord.set(suffix, title);
    return [id, { ...registrar, registrarOfRecord, yearlyFee: new Map(registrar.yearlyFee).set(suffix, fee) }] as const;
  });
  return {
    ...catalogue,
    registries: new Map(catalogue.registries).set(registry, {
      id: registry,
      name: `The registry of .${displayName(suffix)}`,
      aliases: [],
    }),
    tlds: new Map(catalogue.tlds).set(suffix, tld),
    registrars: new Map(registrars),
  };
}

function withHosts(catalogue: Catalogue, { operators, hosts }: Supplement): Catalogue {
  const all = new Map(catalogue.hosts);
  const [model] = [...all.values()].filter(({ zonesFor }) => zonesFor === 'any-domain');
  if (!model) return catalogue;
  for (const [place, { holder, nameServers }] of operators.entries()) {
    const id = `servers-${place + 1}`;
    all.set(id, { ...serving(model, nameServers), id, name: holder });
  }
  for (const { id, name: title } of hosts) all.set(id, { ...serving(model, []), id, name: title });
  return { ...catalogue, hosts: all };
}

/** A host without fees and with a day's usual figures, whose name servers are these. */
const serving = (model: DnsHost, names: readonly Name[]): DnsHost => ({
  ...model,
  aliases: [],
  nameServers: { kind: 'fixed', names },
  ownNameServerLabels: [],
  monthlyFee: [{ upTo: Number.POSITIVE_INFINITY, fee: 0 }],
  freeFor: Number.POSITIVE_INFINITY,
  nsTtl: 3600,
  recordTtl: 3600,
  soa: {
    ...model.soa,
    ttl: 3600,
    rname: name('hostmaster.invalid.'),
    refresh: 7200,
    retry: 900,
    expire: 1_209_600,
    minimum: 300,
  },
  parkingRecords: [],
});
