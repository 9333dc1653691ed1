import { DAY, formatInstant, type Instant, instant, later, yearsLater } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RdataOf } from '../dns/record.ts';
import type { HostObject, Registration, Suspension } from '../registration/registration.ts';
import { suffixOf } from '../registration/registry.ts';
import { PERIODS, type Period, PROHIBITIONS, type Prohibition } from '../registration/status.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { Holding } from './holding.ts';
import { likestRegistrar } from './likest.ts';
import type { Teller } from './telling.ts';
import type { RegistryRecord, Seen } from './transcript.ts';

/** What of a registration is settled elsewhere. */
interface Given {
  readonly registrant: string;
  readonly nameServers: readonly Name[];
  readonly ds: readonly RdataOf<'DS'>[];
  readonly hosts: readonly HostObject[];
  /** Where the domain's zones are. */
  readonly hostedAt: readonly string[];
  readonly now: Instant;
}

/** The registration that a registry's record is of, as near as a registry of the catalogue has it; undefined under no suffix. */
export function nearestRegistration(
  catalogue: Catalogue,
  { domain, registry: records }: Holding,
  given: Given,
  teller: Teller,
): Registration | undefined {
  const tld = suffixOf(domain, catalogue.tlds);
  if (!tld) return undefined;
  const written = records.find(({ registrar }) => registrar)?.registrar;
  const registrar = registrarFor(catalogue, written, tld.suffix, given.hostedAt, teller);
  const statuses = distinct(records.flatMap((record) => record.statuses));
  const isIn = (status: string) => statuses.some(({ value }) => value === status);
  const term = termOf(records, given.now, isIn('redemptionPeriod') || isIn('pendingDelete'), teller);
  const updated = firstOf(records, 'updated')?.value;
  const of = { ...given, tld, term, updated };
  const { nameServers, ds, hosts, registrant } = given;
  const transfer = isIn('pendingTransfer') && otherSeller(catalogue, registrar, tld.suffix);
  tellStatuses(statuses, teller);
  return {
    domain,
    registrant,
    registrar,
    registry: tld.registry,
    statuses: PROHIBITIONS.filter(isIn).toSorted((a, b) => placeOf(statuses, a) - placeOf(statuses, b)),
    nameServers,
    ...(ds.length > 0 && { ds }),
    ...(hosts.length > 0 && { hosts }),
    createdAt: term.createdAt,
    expiresAt: term.expiresAt,
    ...(term.expiredAt !== undefined && { expiredAt: term.expiredAt }),
    ...(updated !== undefined && isIn('transferPeriod') && { movedAt: updated }),
    periods: PERIODS.filter(
      (period) => isIn(period) || (period === 'autoRenewPeriod' && term.expiredAt !== undefined && !term.isDeleted),
    )
      .filter((period) => period !== 'pendingDelete' || !isIn('redemptionPeriod'))
      .map((period) => ({ period, until: endOf(period, of) })),
    ...suspensionsOf(isIn, term.expiredAt !== undefined, later(term.createdAt, 60 * DAY) > given.now, teller),
    ...(transfer && {
      transfer: {
        to: transfer,
        account: registrant,
        requestedAt: instant(Math.min(updated ?? given.now, given.now)),
        completesAt: after(given.now, later(updated ?? given.now, tld.transfer.silence)),
      },
    }),
  };
}

function registrarFor(
  catalogue: Catalogue,
  written: Seen<string> | undefined,
  suffix: Name,
  hostedAt: readonly string[],
  teller: Teller,
): string {
  const likest = likestRegistrar(catalogue, written?.value, suffix, hostedAt);
  const { id, name } = likest.registrar;
  if (!written) teller.assumed(`it is registered at ${name}: nothing says where`);
  else if (likest.kind === 'nearest')
    teller.assumed(
      `it is registered at ${name}, as the registrar that line ${written.line} names is not in my catalogue`,
    );
  else {
    teller.read(written.line, `it is registered at ${name}`);
    const [other] = likest.others;
    const isOurs = written.value.includes('(sold by');
    if (likest.kind === 'also-sold-by' && !isOurs)
      teller.assumed(`it was bought at ${name}, which sells the names of the company that line ${written.line} names`);
    else if (other && !isOurs)
      teller.assumed(
        `it was bought at ${name} itself, and not through ${other.name}, which sells the same company's names`,
      );
  }
  return id;
}

interface Term {
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly expiredAt?: Instant;
  readonly isDeleted: boolean;
}

/** When the term began and ends. After the end the registry has added a year, unless it has deleted the domain. RFC 3915 §3.1. */
function termOf(records: readonly RegistryRecord[], now: Instant, isDeleted: boolean, teller: Teller): Term {
  const [created, expires] = [firstOf(records, 'created'), firstOf(records, 'expires')];
  const isExpired = records.some(({ statuses }) => statuses.some(({ value }) => value === 'autoRenewPeriod'));
  if (created) teller.read(created.line, `it was created on ${day(created.value)}`);
  if (expires) teller.read(expires.line, `its term ends on ${day(expires.value)}`);
  const createdAt = instant(Math.min(created?.value ?? yearsLater(expires?.value ?? later(now, 180 * DAY), -1), now));
  if (!created) teller.assumed(`it was created on ${day(createdAt)}`);
  const ends = expires?.value ?? nextAnniversary(createdAt, now);
  if (!expires) teller.assumed(`its term ends on ${day(ends)}`);
  if (isDeleted) return { createdAt, expiresAt: ends, isDeleted };
  if (ends <= now) {
    teller.assumed(
      `the registry has added the year that it adds to every term that ends, to ${day(yearsLater(ends, 1))}`,
    );
    return { createdAt, expiresAt: yearsLater(ends, 1), expiredAt: ends, isDeleted };
  }
  const expiredAt = yearsLater(ends, -1);
  return { createdAt, expiresAt: ends, isDeleted, ...(isExpired && expiredAt <= now && { expiredAt }) };
}

function nextAnniversary(createdAt: Instant, now: Instant): Instant {
  let years = Math.max(1, new Date(now).getUTCFullYear() - new Date(createdAt).getUTCFullYear());
  while (yearsLater(createdAt, years) <= now) years += 1;
  return yearsLater(createdAt, years);
}

/** When a period ends that the registry shows: as long after its beginning as the catalogue has it, and not yet. */
function endOf(
  period: Period,
  {
    tld,
    term,
    updated,
    now,
  }: {
    readonly tld: { readonly grace: Readonly<Record<'add' | 'autoRenew' | 'redemption' | 'pendingDelete', number>> };
    readonly term: Term;
    readonly updated: Instant | undefined;
    readonly now: Instant;
  },
): Instant {
  const since = updated ?? now;
  switch (period) {
    case 'addPeriod':
      return after(now, later(term.createdAt, tld.grace.add));
    case 'autoRenewPeriod':
      return after(now, later(term.expiredAt ?? now, tld.grace.autoRenew));
    case 'redemptionPeriod':
      return after(now, later(since, tld.grace.redemption));
    case 'pendingDelete':
      return after(now, later(since, tld.grace.pendingDelete));
    default:
      return after(now, later(since, 5 * DAY));
  }
}

/** A moment, or the next day if it is past already. */
const after = (now: Instant, at: Instant): Instant => (at > now ? at : later(now, DAY));

/** whois shows that a domain is on hold, and never why. */
function suspensionsOf(
  isIn: (status: string) => boolean,
  isExpired: boolean,
  isNew: boolean,
  teller: Teller,
): { readonly suspensions?: readonly Suspension[] } {
  const suspensions: readonly Suspension[] = [
    ...(isIn('clientHold')
      ? [{ because: isExpired ? 'expired' : isNew ? 'unverified' : 'unpaid', means: 'hold' } as const]
      : []),
    ...(isIn('serverHold') ? [{ because: 'dispute', means: 'registry-hold' } as const] : []),
  ];
  for (const { because, means } of suspensions)
    teller.assumed(
      `the ${means === 'hold' ? 'registrar' : 'registry'} holds it ${WHY[because]}: no registry says why it holds a domain`,
    );
  return suspensions.length > 0 ? { suspensions } : {};
}

const WHY: Readonly<Record<Suspension['because'], string>> = {
  expired: 'because it has expired',
  unverified: 'because the address of its registrant was not verified',
  unpaid: 'because it was not paid for',
  abuse: 'because of abuse',
  'court-order': 'because a court ordered it',
  dispute: 'because of a dispute',
};

const SIMULATED: readonly string[] = [
  ...PROHIBITIONS,
  ...PERIODS,
  'clientHold',
  'serverHold',
  'pendingTransfer',
  'inactive',
  'ok',
];

function tellStatuses(statuses: readonly Seen<string>[], teller: Teller): void {
  for (const { value, line } of statuses) {
    if (SIMULATED.includes(value)) teller.read(line, `the registry shows \`${value}\``);
    else teller.leftOut('a status that no registry here has', line);
  }
}

const firstOf = <Key extends 'created' | 'expires' | 'updated'>(
  records: readonly RegistryRecord[],
  key: Key,
): Seen<Instant> | undefined => records.flatMap((record) => record[key] ?? [])[0];
const distinct = (seen: readonly Seen<string>[]): readonly Seen<string>[] =>
  seen.filter(({ value }, place) => seen.findIndex((other) => other.value === value) === place);
const placeOf = (statuses: readonly Seen<string>[], status: Prohibition): number =>
  statuses.findIndex(({ value }) => value === status);
const otherSeller = (catalogue: Catalogue, registrar: string, suffix: Name): string | undefined =>
  [...catalogue.registrars.values()].find(({ id, yearlyFee }) => id !== registrar && yearlyFee.has(suffix))?.id;
const day = (at: Instant): string => formatInstant(at).slice(0, 10);
