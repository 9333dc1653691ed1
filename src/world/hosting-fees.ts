import { type Cents, inCents, NANOS_PER_CENT, type Nanos } from '../base/money.ts';
import { startOfNextMonth } from '../base/time.ts';
import { rrsetsOf } from '../dns/zone/zone.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import { personOf } from '../registration/registration.ts';
import { hostOf } from './catalogue.ts';
import { closedAccountOf } from './decide-account.ts';
import type { Payment, WorldEvent } from './event.ts';
import type { World } from './world.ts';

/** What a zone costs a month; `place` is its place among those of its account, from 1. */
export const zoneFee = ({ monthlyFee }: DnsHost, place: number): Cents =>
  monthlyFee.find(({ upTo }) => place <= upTo)?.fee ?? 0;

/** What so many queries cost; `before` of the same account and month have been paid for already. */
export function queryFee({ queryFee: tiers = [] }: DnsHost, queries: number, before = 0): Nanos {
  let from = 0;
  let sum = 0;
  for (const { upTo, fee } of tiers) {
    const within = Math.min(before + queries, upTo) - Math.max(before, from);
    sum += Math.max(0, within) * fee;
    from = upTo;
  }
  return sum;
}

/** What so many sets of records cost a month, beyond the fee for the zone. */
export const recordFee = ({ recordFee: fee }: DnsHost, records: number): Nanos =>
  fee ? Math.max(0, records - fee.included) * fee.fee : 0;

/** Whether the host ever asks for anything by the query. */
export const chargesForQueries = ({ queryFee: tiers = [] }: DnsHost): boolean => tiers.some(({ fee }) => fee > 0);

/**
 * What a host charges for a zone that is still there at its charging time: the month's fee in full, and the next time
 * at the start of the next month, UTC. The first time is when the zone is no longer free to delete.
 */
export function zoneCharge(world: World, id: string): readonly WorldEvent[] {
  const hosted = world.hostedZones.get(id);
  if (!hosted) throw new Error(`charge for hosted zone ${id}, which does not exist`);
  const host = hostOf(world.catalogue, hosted.host);
  const records = rrsetsOf(hosted.zone).length;
  const fee = zoneFee(host, placeInAccount(world, hosted)) * NANOS_PER_CENT;
  const charge = { ...hosted, subject: hosted.zone.origin };
  const charged: WorldEvent = { kind: 'zone-charged', id, nextAt: startOfNextMonth(world.now) };
  // A closed account costs nothing; what it costs begins again when it is opened.
  if (closedAccountOf(world, hosted)) return [charged];
  return [
    ...paidToHost(world, charge, fee, { purpose: 'zone' }),
    ...paidToHost(world, charge, recordFee(host, records), { purpose: 'records', count: records }),
    charged,
  ];
}

/** What a host charges a customer for the queries of a month that is over, zone by zone. Tiers count all of them together. */
export function queryCharge(
  world: World,
  { host: id, customer }: { readonly host: string; readonly customer: string },
): readonly WorldEvent[] {
  const host = hostOf(world.catalogue, id);
  let before = 0;
  const payments: WorldEvent[] = [];
  for (const { origin: subject, queries, ...of } of world.usage?.values() ?? []) {
    if (of.host !== id || of.customer !== customer) continue;
    const fee = queryFee(host, queries, before);
    payments.push(...paidToHost(world, { ...of, subject }, fee, { purpose: 'queries', count: queries }));
    before += queries;
  }
  return [...payments, { kind: 'queries-charged', host: id, customer }];
}

/** A customer's payment to a host; none of nothing. */
function paidToHost(
  { now: at }: World,
  { customer, host, subject }: Pick<HostedZone, 'customer' | 'host'> & Pick<Payment, 'subject'>,
  fee: Nanos,
  what: Pick<Payment, 'purpose' | 'count'>,
): readonly WorldEvent[] {
  if (fee === 0) return [];
  const { amount, nanos } = inCents(fee);
  const from = { kind: 'registrant', id: personOf(customer) } as const;
  const to = { kind: 'dns-host', id: host } as const;
  const rest = nanos === 0 ? {} : { nanos };
  return [{ kind: 'paid', payment: { at, from, to, amount, ...rest, ...what, period: 'month', subject } }];
}

/** Which of the zones in that account at that host this is, 1 for the oldest. */
function placeInAccount(world: World, hosted: HostedZone): number {
  const account = [...world.hostedZones.values()].filter(
    (z) => z.host === hosted.host && z.customer === hosted.customer,
  );
  return account.findIndex(({ id }) => id === hosted.id) + 1;
}
