import { z } from 'zod';
import { strictObject } from '../base/document.ts';
import { type Name, parseName } from '../dns/name.ts';

/** The shapes of the files in `data/`. Each figure says what it rests on: a source with its date, or the simulation. */

const provenance = {
  basis: z.enum(['sourced', 'simulated']),
  source: z.string().nullable(),
  asOf: z.string().nullable(),
};
/** A figure with what it rests on. */
const fact = <Value extends z.ZodType>(value: Value) => strictObject({ value, ...provenance });

const domainName = z.string().transform((text, context): Name => {
  const parsed = parseName(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: `\`${text}\` is not a domain name (${parsed.problem.problem})` });
  return z.NEVER;
});
const seconds = fact(
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
);
const days = fact(z.number().min(0).max(400));
const dollars = z
  .number()
  .min(0)
  .transform((amount) => Math.round(amount * 100));
const serial = z.enum(['constant', 'counter', 'date', 'unix-time']);
const soa = strictObject({
  ttl: seconds,
  mname: fact(z.enum(['first-name-server', 'any-name-server'])),
  rname: fact(domainName),
  serial: fact(serial),
  refresh: seconds,
  retry: seconds,
  expire: seconds,
  minimum: seconds,
});
const id = z.string().regex(/^[a-z0-9-]+$/, 'an id is lower-case letters, digits and hyphens');
const named = { id, name: z.string().min(1), aliases: z.array(z.string()) };

export const sourcesFile = z.array(
  strictObject({ id: z.string(), title: z.string(), locator: z.string(), date: z.string() }),
);

export const rootFile = strictObject({
  name: z.string(),
  nameServers: fact(z.array(domainName).min(2)),
  hintsTtlSeconds: seconds,
  apexNsTtlSeconds: seconds,
  nsTtlSeconds: seconds,
  dsTtlSeconds: seconds,
  negativeTtlSeconds: seconds,
  soa,
});

const perTransaction = fact(strictObject({ amountUsd: dollars, per: z.literal('transaction') }));
const tld = strictObject({
  suffix: domainName,
  parent: domainName,
  kind: z.enum(['generic', 'country']),
  nameServers: fact(z.array(domainName).min(2)),
  apexNsTtlSeconds: seconds,
  nsTtlSeconds: seconds,
  dsTtlSeconds: seconds,
  negativeTtlSeconds: seconds,
  soa,
  wholesale: fact(strictObject({ amountUsd: dollars, per: z.literal('year') })),
  icannFee: perTransaction.optional(),
  icannRegistryFee: perTransaction.optional(),
  maxYears: fact(z.int().min(1).max(10)),
  publicationSeconds: seconds,
  graceDays: strictObject({ add: days, autoRenew: days, redemption: days, pendingDelete: days }),
  verificationDays: fact(z.number().min(1).nullable()),
  nameServerCheck: strictObject({
    failing: fact(z.enum(['refused', 'pending'])),
    everySeconds: seconds.optional(),
    lastsDays: days.optional(),
  }).optional(),
  transfer: strictObject({
    by: fact(z.enum(['auth-code', 'ips-tag'])),
    waitDays: days,
    silenceDays: days,
    addsYear: fact(z.boolean()),
  }),
});
export const registriesFile = z.array(strictObject({ ...named, tlds: z.array(tld).min(1) }));

const bySuffix = z.record(z.string(), dollars).transform((fees, context): ReadonlyMap<Name, number> => {
  const named = new Map<Name, number>();
  for (const [text, fee] of Object.entries(fees)) {
    const suffix = domainName.safeParse(text);
    if (suffix.success) named.set(suffix.data, fee);
    else context.addIssue({ code: 'custom', path: [text], message: `\`${text}\` is not a domain name` });
  }
  return named;
});
export const registrarsFile = z.array(
  strictObject({
    ...named,
    registrarOfRecord: z.array(strictObject({ name: z.string(), tlds: z.array(domainName), ...provenance })),
    tlds: fact(z.array(domainName).min(1)),
    yearlyFeeUsd: fact(bySuffix),
    createsZoneAt: fact(id.nullable()),
    nameServersSettable: fact(z.boolean()),
    nameServersReason: z.string(),
    maxNameServers: fact(z.int().min(2).max(13)),
    nameServersDuringTransfer: fact(z.boolean()),
    renewsDaysBefore: days,
    onExpiry: strictObject({
      means: fact(z.enum(['hold', 'parking', 'nothing'])),
      afterDays: days,
      deletesAfterDays: days,
    }),
    suspendsBy: fact(z.enum(['hold', 'parking'])),
    parkingNameServers: fact(z.array(domainName).min(2)),
    restoreFeeUsd: fact(dollars),
    accountOfferDays: days.optional(),
    hostingEnds: fact(z.enum(['never', 'transfer-requested', 'transfer-completed'])),
  }),
);

const label = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'a label is lower-case letters, digits and hyphens');
/** The domain that `{givenName}.ns.example.` puts its names under. */
const under = z
  .templateLiteral(['{givenName}.', z.string()])
  .transform((pattern) => pattern.slice(12))
  .pipe(domainName);

const pool = strictObject({
  suffix: domainName,
  firstServer: z.int(),
  lastServer: z.int(),
  firstGroup: z.int(),
  lastGroup: z.int(),
});
const nameServers = z.discriminatedUnion('kind', [
  strictObject({
    kind: z.literal('awsdns'),
    count: fact(z.int()),
    pattern: fact(z.literal('ns-{server}.awsdns-{group}.{suffix}')),
    pools: fact(z.array(pool).min(1)),
  }),
  strictObject({
    kind: z.literal('random-names'),
    count: fact(z.int().min(2)),
    pattern: fact(under),
    givenNames: fact(z.array(label).min(2)),
  }),
  strictObject({ kind: z.literal('fixed'), names: fact(z.array(domainName).min(2)) }),
]);
/** How many there may be; null where nobody says. */
const most = fact(z.int().min(0).nullable());
const monthlyTier = strictObject({ upToZones: z.int().nullable(), amountUsd: dollars });
const queryTier = strictObject({ upToMillions: z.int().nullable(), amountUsd: z.number().min(0) });
const parkingRecord = strictObject({
  owner: z.string().regex(/^(?:[@*]|[a-z0-9-]{1,63})$/, 'a label, `@` for the apex or `*` for every other name'),
  type: z.literal('A'),
  ttl: z.int().min(0),
  address: z.literal('parking'),
});
export const dnsHostsFile = z.array(
  strictObject({
    ...named,
    nameServers,
    monthlyFeeUsd: fact(z.array(monthlyTier).min(1)),
    perMillionQueriesUsd: fact(z.array(queryTier).min(1)),
    perRecordUsd: fact(strictObject({ included: z.int().min(0), amountUsd: z.number().min(0) })).optional(),
    freeDeletionHours: fact(z.number().min(0).nullable()),
    zonesFor: fact(z.enum(['any-domain', 'own-registrations'])),
    keepsZoneAfterMove: fact(z.boolean()),
    publicationSeconds: seconds,
    closedAccountDays: days,
    privateNameServers: fact(z.array(domainName)),
    aliasTargets: fact(z.enum(['none', 'same-zone', 'any-name'])),
    apexCname: fact(z.enum(['refused', 'flattened'])),
    signing: strictObject({
      unsignsBesideDs: fact(z.boolean()),
      deletesSignedZone: fact(z.boolean()),
      mostTtlSeconds: fact(z.int().min(1).nullable()),
    }),
    quotas: strictObject({
      zonesPerAccount: most,
      recordsPerZone: most,
      valuesPerRecord: most,
      delegationSetsPerAccount: most,
      zonesPerDelegationSet: most,
    }),
    nsTtlSeconds: seconds,
    soa,
    defaultRecordTtlSeconds: seconds,
    parkingRecords: fact(z.array(parkingRecord)),
  }),
);

export type SourceEntry = z.output<typeof sourcesFile>[number];
export type RootFile = z.output<typeof rootFile>;
export type RegistryEntry = z.output<typeof registriesFile>[number];
export type RegistrarEntry = z.output<typeof registrarsFile>[number];
export type DnsHostEntry = z.output<typeof dnsHostsFile>[number];
