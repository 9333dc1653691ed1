import { type Cents, NANOS_PER_CENT, type Nanos } from '../base/money.ts';
import type { Name } from '../dns/name.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import type { Registrar } from '../registration/registrar.ts';
import { suffixOf } from '../registration/registry.ts';
import { type Catalogue, hostOf, registrarOf } from './catalogue.ts';
import { queryFee, zoneFee } from './hosting-fees.ts';

/** The company that sells both jobs, of which a customer may take one, the other, both or neither. */
export const RUNNING_EXAMPLE = 'route53';

/** Who has which job for a domain; in `subdomain` only a zone below it is at the company of the running example. */
export const DIVISIONS = ['both', 'registrar-only', 'hosting-only', 'neither', 'subdomain'] as const;
export type Division = (typeof DIVISIONS)[number];

/** What a domain costs its registrant when the jobs are divided in a certain way. */
export interface DivisionCost {
  readonly division: Division;
  readonly registrar: Registrar;
  /** The DNS host of the domain's own zone, and of the one below it, if there is one. */
  readonly host: DnsHost;
  readonly hostBelow?: DnsHost;
  readonly yearly: Cents;
  /** For the zones alone, and for the queries that they are asked. */
  readonly zonesMonthly: Nanos;
  readonly queriesMonthly: Nanos;
  /** All of it for a year. */
  readonly year: Nanos;
}

/**
 * What a domain costs under each division of the jobs that is to be had: one is missing where its registrar does not sell
 * the suffix. The other company is the one at which the domain is registered, or the first that sells it.
 * @param queries a month, put to the zone of the domain, or in `subdomain` to the one below it
 */
export function costsOf(
  catalogue: Catalogue,
  domain: Name,
  { queries, registeredAt }: { readonly queries: number; readonly registeredAt?: string | undefined },
): readonly DivisionCost[] {
  const suffix = suffixOf(domain, catalogue.tlds)?.suffix;
  const example = registrarOf(catalogue, RUNNING_EXAMPLE);
  const sellers = [...catalogue.registrars.values()].filter(
    ({ id, yearlyFee, nameServersSettable }) =>
      id !== example.id && suffix !== undefined && yearlyFee.has(suffix) && nameServersSettable,
  );
  const other = sellers.find(({ id }) => id === registeredAt) ?? sellers[0];
  return DIVISIONS.flatMap((division) => {
    const atExample = division === 'both' || division === 'registrar-only';
    const registrar = atExample ? example : other;
    const yearly = suffix && registrar?.yearlyFee.get(suffix);
    if (!registrar || yearly === undefined) return [];
    const hosts = hostsIn(catalogue, division, registrar);
    return hosts ? [costOf(division, registrar, hosts, yearly, queries)] : [];
  });
}

interface Hosts {
  readonly host: DnsHost;
  readonly hostBelow?: DnsHost;
}

function hostsIn(catalogue: Catalogue, division: Division, registrar: Registrar): Hosts | undefined {
  const example = hostOf(catalogue, RUNNING_EXAMPLE);
  if (division === 'both' || division === 'hosting-only') return { host: example };
  const takesAll = ({ id, zonesFor }: DnsHost) => id !== example.id && zonesFor === 'any-domain';
  const ofRegistrar = registrar.createsZoneAt === undefined ? undefined : hostOf(catalogue, registrar.createsZoneAt);
  const host =
    division !== 'registrar-only' && ofRegistrar ? ofRegistrar : [...catalogue.hosts.values()].find(takesAll);
  if (!host) return undefined;
  return division === 'subdomain' ? { host, hostBelow: example } : { host };
}

function costOf(
  division: Division,
  registrar: Registrar,
  { host, hostBelow }: Hosts,
  yearly: Cents,
  queries: number,
): DivisionCost {
  const zones = hostBelow ? [host, hostBelow] : [host];
  const zonesMonthly = zones.reduce((sum, each) => sum + zoneFee(each, 1), 0) * NANOS_PER_CENT;
  const queriesMonthly = queryFee(hostBelow ?? host, queries);
  const year = yearly * NANOS_PER_CENT + 12 * (zonesMonthly + queriesMonthly);
  const below = hostBelow ? { hostBelow } : {};
  return { division, registrar, host, ...below, yearly, zonesMonthly, queriesMonthly, year };
}
