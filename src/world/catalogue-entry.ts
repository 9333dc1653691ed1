import { NANOS_PER_CENT, type Nanos } from '../base/money.ts';
import { assertNever } from '../base/result.ts';
import { DAY, HOUR, SECOND } from '../base/time.ts';
import type { DnsHost, NameServerPlan } from '../hosting/dns-host.ts';
import type { Registrar } from '../registration/registrar.ts';
import type { NameServerCheck, Tld } from '../registration/registry.ts';
import type { DnsHostEntry, RegistrarEntry, RegistryEntry } from './catalogue-schema.ts';

/** The suffixes of an entry of `registries.yaml`. */
export const tldsOf = ({ id, tlds }: RegistryEntry): readonly Tld[] =>
  tlds.map((entry) => ({
    suffix: entry.suffix,
    registry: id,
    delegationTtl: entry.nsTtlSeconds.value,
    dsTtl: entry.dsTtlSeconds.value,
    negativeTtl: entry.negativeTtlSeconds.value,
    nameServers: entry.nameServers.value,
    wholesaleFee: entry.wholesale.value.amountUsd,
    icannFee: {
      ofRegistrar: entry.icannFee?.value.amountUsd ?? 0,
      ofRegistry: entry.icannRegistryFee?.value.amountUsd ?? 0,
    },
    mostYears: entry.maxYears.value,
    publicationDelay: entry.publicationSeconds.value * SECOND,
    grace: {
      add: entry.graceDays.add.value * DAY,
      autoRenew: entry.graceDays.autoRenew.value * DAY,
      redemption: entry.graceDays.redemption.value * DAY,
      pendingDelete: entry.graceDays.pendingDelete.value * DAY,
    },
    verifyWithin: (entry.verificationDays.value ?? Number.POSITIVE_INFINITY) * DAY,
    transfer: {
      by: entry.transfer.by.value,
      wait: entry.transfer.waitDays.value * DAY,
      silence: entry.transfer.silenceDays.value * DAY,
      addsYear: entry.transfer.addsYear.value,
    },
    ...(entry.nameServerCheck === undefined ? {} : { nameServerCheck: checkOf(entry.nameServerCheck) }),
  }));

function checkOf({ failing, everySeconds, lastsDays }: CheckEntry): NameServerCheck {
  if (failing.value === 'refused') return { failing: 'refused' };
  return { failing: 'pending', every: (everySeconds?.value ?? 0) * SECOND, lasts: (lastsDays?.value ?? 0) * DAY };
}
type CheckEntry = NonNullable<RegistryEntry['tlds'][number]['nameServerCheck']>;

/** The registrar of an entry of `registrars.yaml`. */
export function registrarOf(entry: RegistrarEntry): Registrar {
  const { id, name, aliases, createsZoneAt, tlds: sold, yearlyFeeUsd } = entry;
  const ofRecord = entry.registrarOfRecord.flatMap(({ name: title, tlds }) =>
    tlds.map((suffix) => [suffix, title] as const),
  );
  return {
    id,
    name,
    aliases,
    registrarOfRecord: new Map(ofRecord),
    yearlyFee: new Map([...yearlyFeeUsd.value].filter(([suffix]) => sold.value.includes(suffix))),
    ...(createsZoneAt.value === null ? {} : { createsZoneAt: createsZoneAt.value }),
    nameServersSettable: entry.nameServersSettable.value,
    nameServersReason: entry.nameServersReason,
    mostNameServers: entry.maxNameServers.value,
    nameServersDuringTransfer: entry.nameServersDuringTransfer.value,
    renewsBefore: entry.renewsDaysBefore.value * DAY,
    expiry: {
      means: entry.onExpiry.means.value,
      after: entry.onExpiry.afterDays.value * DAY,
      deletesAfter: entry.onExpiry.deletesAfterDays.value * DAY,
    },
    suspendsBy: entry.suspendsBy.value,
    parkingNameServers: entry.parkingNameServers.value,
    restoreFee: entry.restoreFeeUsd.value,
    ...(entry.accountOfferDays === undefined ? {} : { offersLast: entry.accountOfferDays.value * DAY }),
    hostingEnds: entry.hostingEnds.value,
  };
}

/** The DNS host of an entry of `dns-hosts.yaml`. */
export function hostOf(entry: DnsHostEntry): DnsHost {
  const { id, name, aliases, soa } = entry;
  const nameServers = planOf(entry.nameServers);
  const { rname, serial, refresh, retry, expire, minimum } = soa;
  const times = { refresh: refresh.value, retry: retry.value, expire: expire.value, minimum: minimum.value };
  return {
    id,
    name,
    aliases,
    nameServers,
    ownNameServerLabels: nameServers.kind === 'fixed' ? [] : ['g-ns-1', 'g-ns-2'],
    monthlyFee: entry.monthlyFeeUsd.value.map(({ upToZones, amountUsd }) => ({
      upTo: upToZones ?? Number.POSITIVE_INFINITY,
      fee: amountUsd,
    })),
    queryFee: entry.perMillionQueriesUsd.value.map(({ upToMillions, amountUsd }) => ({
      upTo: upToMillions === null ? Number.POSITIVE_INFINITY : upToMillions * MILLION,
      fee: nanosOf(amountUsd / MILLION),
    })),
    ...(entry.perRecordUsd === undefined ? {} : { recordFee: recordFeeOf(entry.perRecordUsd.value) }),
    freeFor: (entry.freeDeletionHours.value ?? Number.POSITIVE_INFINITY) * HOUR,
    zonesFor: entry.zonesFor.value,
    keepsZoneAfterMove: entry.keepsZoneAfterMove.value,
    publicationDelay: entry.publicationSeconds.value * SECOND,
    keepsClosedAccount: entry.closedAccountDays.value * DAY,
    privateNameServers: entry.privateNameServers.value,
    aliasTargets: entry.aliasTargets.value,
    apexCname: entry.apexCname.value,
    unsignsBesideDs: entry.signing.unsignsBesideDs.value,
    deletesSignedZone: entry.signing.deletesSignedZone.value,
    mostTtlWhenSigned: entry.signing.mostTtlSeconds.value ?? Number.POSITIVE_INFINITY,
    most: quotasOf(entry),
    nsTtl: entry.nsTtlSeconds.value,
    recordTtl: entry.defaultRecordTtlSeconds.value,
    soa: { ttl: soa.ttl.value, rname: rname.value, serial: serial.value, ...times },
    parkingRecords: entry.parkingRecords.value.map(({ owner, ttl }) => ({ label: owner, ttl })),
  };
}

const MILLION = 1_000_000;
const nanosOf = (dollars: number): Nanos => Math.round(dollars * 100 * NANOS_PER_CENT);
const recordFeeOf = ({ included, amountUsd }: { readonly included: number; readonly amountUsd: number }) => ({
  included,
  fee: nanosOf(amountUsd),
});
function quotasOf({ quotas }: DnsHostEntry): DnsHost['most'] {
  const { zonesPerAccount, recordsPerZone, valuesPerRecord, delegationSetsPerAccount, zonesPerDelegationSet } = quotas;
  return {
    zones: zonesPerAccount.value ?? Number.POSITIVE_INFINITY,
    records: recordsPerZone.value ?? Number.POSITIVE_INFINITY,
    values: valuesPerRecord.value ?? Number.POSITIVE_INFINITY,
    delegationSets: delegationSetsPerAccount.value ?? Number.POSITIVE_INFINITY,
    zonesOnSet: zonesPerDelegationSet.value ?? Number.POSITIVE_INFINITY,
  };
}

function planOf(entry: DnsHostEntry['nameServers']): NameServerPlan {
  switch (entry.kind) {
    case 'fixed':
      return { kind: 'fixed', names: entry.names.value };
    case 'random-names':
      return {
        kind: 'random-names',
        under: entry.pattern.value,
        labels: entry.givenNames.value,
        count: entry.count.value,
      };
    case 'awsdns':
      return { kind: 'awsdns', pools: entry.pools.value };
    default:
      return assertNever(entry);
  }
}
