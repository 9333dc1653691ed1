import { formatExact } from '../base/money.ts';
import { isAtOrBelow, type Name } from '../dns/name.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import { personOf } from '../registration/registration.ts';
import { hostOf } from '../world/catalogue.ts';
import { chargesForQueries, queryFee } from '../world/hosting-fees.ts';
import { usageEnds } from '../world/usage.ts';
import type { World } from '../world/world.ts';
import { dayOf, inCode } from './names.ts';
import { type Block, fields, heading } from './reply.ts';

/**
 * The queries that somebody's zones were asked in this month, and what they cost; and what so many a month would cost.
 * @param queries supposed of each zone; none for no supposing
 */
export function queriesBlocks(world: World, person: string, queries: number, domain?: Name): readonly Block[] {
  const isOf = (origin: Name) => domain === undefined || isAtOrBelow(origin, domain);
  const counted = [...(world.usage ?? [])]
    .filter(([, usage]) => personOf(usage.customer) === person && isOf(usage.origin) && world.now < usageEnds(usage))
    .map(([id, usage]): Row => {
      const host = hostOf(world.catalogue, usage.host);
      const until = chargesForQueries(host)
        ? `${formatExact(queryFee(host, usage.queries))}, to be paid on ${dayOf(usageEnds(usage))}`
        : 'free there';
      return [`${host.name}, zone ${id}`, `${many(usage.queries)} about ${inCode(usage.origin)}: ${until}`];
    });
  const zones = [...world.hostedZones.values()].filter(
    ({ customer, zone }) => personOf(customer) === person && isOf(zone.origin),
  );
  const supposed = queries === 0 ? [] : [...accounts(zones).values()].map((own) => supposedRow(world, own, queries));
  const rows = [...counted, ...supposed];
  return rows.length === 0 ? [] : [heading('Queries in this month'), fields(...rows)];
}

type Row = readonly [name: string, value: string];

const accounts = (zones: readonly HostedZone[]) => Map.groupBy(zones, ({ host, customer }) => `${host} ${customer}`);

function supposedRow({ catalogue }: World, zones: readonly HostedZone[], queries: number): Row {
  const host = hostOf(catalogue, zones[0]?.host ?? '');
  const fee = queryFee(host, queries * zones.length);
  const each = zones.length === 1 ? '' : ` for each of ${zones.length} zones`;
  const cost = chargesForQueries(host) ? `${formatExact(fee)} a month, ${formatExact(12 * fee)} a year` : 'free there';
  return [`Supposed at ${host.name}`, `${many(queries)} a month${each}: ${cost}`];
}

const many = (queries: number): string => `${queries.toLocaleString('en-US')} ${queries === 1 ? 'query' : 'queries'}`;
