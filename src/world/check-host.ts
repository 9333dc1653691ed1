import type { ContentFault, ReadDocument } from '../base/document.ts';
import { assertNever } from '../base/result.ts';
import type { Name } from '../dns/name.ts';
import { lastGroup } from '../hosting/name-servers.ts';
import { registrableDomain, type Tlds } from '../registration/registry.ts';
import type { DnsHostEntry } from './catalogue-schema.ts';

/** What in an entry of `dns-hosts.yaml` does not fit together: its fees, and how it names its servers. */
export function checkHost(
  tlds: Tlds,
  { faultAt }: ReadDocument<unknown>,
  entry: DnsHostEntry,
  place: number,
): ContentFault[] {
  const at = (field: string, message: string) => faultAt([place, field], message);
  const tiers = entry.monthlyFeeUsd.value;
  const isFree = tiers.every(({ amountUsd }) => amountUsd === 0);
  const rising = tiers.every(({ upToZones }, tier) => (upToZones ?? Infinity) > (tiers[tier - 1]?.upToZones ?? 0));
  const ends = tiers.at(-1)?.upToZones !== null;
  const astray = entry.privateNameServers.value.filter((server) => homeless(tlds, server));
  return [
    ...astray.map((server) => at('privateNameServers', noSuffix(server))),
    ...checkPlan(tlds, entry.nameServers).map(([path, message]) => faultAt([place, 'nameServers', ...path], message)),
    ...(rising && !ends ? [] : [at('monthlyFeeUsd', 'Tiers rise, and the last has no end: `upToZones: null`.')]),
    ...(isFree || entry.freeDeletionHours.value !== null
      ? []
      : [at('freeDeletionHours', 'A host with a monthly fee says for how many hours a zone is free; 0 is for none.')]),
  ];
}

type PlanFault = readonly [path: readonly PropertyKey[], message: string];

/** What is wrong with how a host names its servers. */
function checkPlan(tlds: Tlds, plan: DnsHostEntry['nameServers']): readonly PlanFault[] {
  switch (plan.kind) {
    case 'fixed':
      return plan.names.value.flatMap((server, place): PlanFault[] =>
        homeless(tlds, server) ? [[['names', 'value', place], noSuffix(server)]] : [],
      );
    case 'random-names':
      return checkRandomNames(tlds, plan);
    case 'awsdns':
      return checkPools(tlds, plan);
    default:
      return assertNever(plan);
  }
}

type Plan<Kind> = Extract<DnsHostEntry['nameServers'], { kind: Kind }>;

function checkRandomNames(tlds: Tlds, { pattern, givenNames, count }: Plan<'random-names'>): PlanFault[] {
  const names = givenNames.value.length;
  const faults: PlanFault[] = [];
  if (homeless(tlds, pattern.value)) faults.push([['pattern'], noSuffix(pattern.value)]);
  if (names < count.value) faults.push([['count'], `${count.value} servers are drawn from only ${names} names.`]);
  return faults;
}

function checkPools(tlds: Tlds, { pools, count }: Plan<'awsdns'>): PlanFault[] {
  const faults: PlanFault[] = [];
  if (pools.value.length !== count.value) {
    faults.push([['count'], 'A zone has one server from each pool; `count` says otherwise.']);
  }
  for (const [place, pool] of pools.value.entries()) {
    const path = ['pools', 'value', place];
    const group = lastGroup(pool);
    if (!tlds.has(pool.suffix)) faults.push([path, `No registry keeps \`${pool.suffix}\`.`]);
    if (pool.lastServer < pool.firstServer || group !== pool.lastGroup) {
      faults.push([path, `The servers of \`${pool.suffix}\` end in group ${group}, eight to a group.`]);
    }
  }
  return faults;
}

/** Whether no suffix leads to a name server. */
export const homeless = (tlds: Tlds, server: Name): boolean => registrableDomain(server, tlds) === undefined;
/** The fault of such a one. */
export const noSuffix = (server: Name): string => `\`${server}\` is under no suffix of data/registries.yaml.`;
