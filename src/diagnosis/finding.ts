import type { Question } from '../dns/message.ts';
import type { Exchange } from './exchange.ts';

/** As Zonemaster weighs what it finds, least first. */
export const LEVELS = ['info', 'notice', 'warning', 'error', 'critical'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * Zonemaster's message tags that can come up here, with the test case that gives each and its level. Source: the
 * specifications of the test cases in zonemaster/zonemaster, `docs/public/specifications/tests`, and where those have no
 * tags `share/profile.yaml` of zonemaster/zonemaster-engine. A level can be set in a profile there; this is ours: a zone
 * that nobody signed is a `notice` (DS07_NOT_SIGNED, a warning by default).
 *
 * What says nothing about a simulated Internet is left out: IPv6 and networks (DELEGATION01 in part, CONNECTIVITY02 to
 * 04), addresses for special purposes and the reverse tree (ADDRESS01 to 03: all addresses here are documentation
 * addresses), the size of referrals, EDNS, software and spelling (DELEGATION03, NAMESERVER01 to 15, SYNTAX01 to 08), and
 * values of the SOA (ZONE02 to 06), which hosts choose.
 */
export const TAGS = {
  B01_CHILD_FOUND: ['BASIC01', 'info'],
  B01_INCONSISTENT_DELEGATION: ['BASIC01', 'error'],
  B02_AUTH_RESPONSE_SOA: ['BASIC02', 'info'],
  B02_NO_DELEGATION: ['BASIC02', 'critical'],
  B02_NO_WORKING_NS: ['BASIC02', 'critical'],
  B02_NS_BROKEN: ['BASIC02', 'error'],
  B02_NS_NOT_AUTH: ['BASIC02', 'error'],
  B02_NS_NO_IP_ADDR: ['BASIC02', 'error'],
  B02_NS_NO_RESPONSE: ['BASIC02', 'warning'],
  B02_UNEXPECTED_RCODE: ['BASIC02', 'error'],
  CN01_MISSING_SOA_RECORD_UDP: ['CONNECTIVITY01', 'warning'],
  CN01_NO_RESPONSE_UDP: ['CONNECTIVITY01', 'warning'],
  CN01_SOA_RECORD_NOT_AA_UDP: ['CONNECTIVITY01', 'warning'],
  CN01_UNEXPECTED_RCODE_SOA_QUERY_UDP: ['CONNECTIVITY01', 'warning'],
  CAN_NOT_BE_RESOLVED: ['NAMESERVER06', 'error'],
  NO_RESOLUTION: ['NAMESERVER06', 'error'],
  ENOUGH_NS_DEL: ['DELEGATION01', 'info'],
  NOT_ENOUGH_NS_CHILD: ['DELEGATION01', 'error'],
  NOT_ENOUGH_NS_DEL: ['DELEGATION01', 'error'],
  DEL_NS_SAME_IP: ['DELEGATION02', 'error'],
  ARE_AUTHORITATIVE: ['DELEGATION04', 'info'],
  IS_NOT_AUTHORITATIVE: ['DELEGATION04', 'warning'],
  NS_IS_CNAME: ['DELEGATION05', 'error'],
  SOA_NOT_EXISTS: ['DELEGATION06', 'error'],
  EXTRA_NAME_CHILD: ['DELEGATION07', 'notice'],
  EXTRA_NAME_PARENT: ['DELEGATION07', 'error'],
  NAMES_MATCH: ['DELEGATION07', 'info'],
  TOTAL_NAME_MISMATCH: ['DELEGATION07', 'error'],
  MULTIPLE_SOA_SERIALS: ['CONSISTENCY01', 'warning'],
  ONE_SOA_SERIAL: ['CONSISTENCY01', 'info'],
  MULTIPLE_SOA_RNAMES: ['CONSISTENCY02', 'notice'],
  MULTIPLE_SOA_TIME_PARAMETER_SET: ['CONSISTENCY03', 'notice'],
  MULTIPLE_NS_SET: ['CONSISTENCY04', 'notice'],
  ONE_NS_SET: ['CONSISTENCY04', 'info'],
  CS05_CHILD_ZONE_LAME: ['CONSISTENCY05', 'critical'],
  CS05_EXTRA_ADDR_CHILD: ['CONSISTENCY05', 'notice'],
  CS05_ID_ADDR_MISMATCH: ['CONSISTENCY05', 'error'],
  CS05_ID_ADDR_MISSING: ['CONSISTENCY05', 'notice'],
  CS05_INCONSISTENT_DELEGATION: ['CONSISTENCY05', 'warning'],
  CS05_MISSING_GLUE_FOR_NS: ['CONSISTENCY05', 'warning'],
  CS05_NO_MISMATCH_GLUE_ZONE: ['CONSISTENCY05', 'info'],
  CS05_NO_NS_ADDR_CHILD: ['CONSISTENCY05', 'critical'],
  CS05_OOD_ADDR_MISMATCH: ['CONSISTENCY05', 'warning'],
  MULTIPLE_SOA_MNAMES: ['CONSISTENCY06', 'notice'],
  DS01_DS_ALGO_DEPRECATED: ['DNSSEC01', 'error'],
  DS02_NO_DNSKEY_FOR_DS: ['DNSSEC02', 'warning'],
  DS02_NO_MATCH_DS_DNSKEY: ['DNSSEC02', 'error'],
  DS02_NO_VALID_DNSKEY_FOR_ANY_DS: ['DNSSEC02', 'error'],
  DS07_DS_FOR_SIGNED_ZONE: ['DNSSEC07', 'info'],
  DS07_INCONSISTENT_SIGNED: ['DNSSEC07', 'error'],
  DS07_NOT_SIGNED: ['DNSSEC07', 'notice'],
  DS07_NO_DS_FOR_SIGNED_ZONE: ['DNSSEC07', 'warning'],
  DS07_SIGNED: ['DNSSEC07', 'info'],
  DS08_DNSKEY_RRSIG_EXPIRED: ['DNSSEC08', 'error'],
  DS08_DNSKEY_RRSIG_NOT_YET_VALID: ['DNSSEC08', 'error'],
  DS09_SOA_RRSIG_EXPIRED: ['DNSSEC09', 'error'],
  DS09_SOA_RRSIG_NOT_YET_VALID: ['DNSSEC09', 'error'],
  DS11_DS_BUT_UNSIGNED_ZONE: ['DNSSEC11', 'error'],
  DS11_INCONSISTENT_SIGNED_ZONE: ['DNSSEC11', 'error'],
  MNAME_IS_CNAME: ['ZONE07', 'notice'],
  MX_RECORD_IS_CNAME: ['ZONE08', 'error'],
  Z09_INCONSISTENT_MX: ['ZONE09', 'warning'],
  Z09_INCONSISTENT_MX_DATA: ['ZONE09', 'warning'],
  Z09_MISSING_MAIL_EXCHANGE: ['ZONE09', 'notice'],
  MULTIPLE_SOA: ['ZONE10', 'error'],
} as const satisfies Readonly<Record<string, readonly [test: string, level: Level]>>;
export type Tag = keyof typeof TAGS;

/**
 * What is looked at beyond Zonemaster's tests, which know only the DNS: the registry's record, the contents of the zone,
 * zones that nobody is led to, and what resolvers remember.
 */
export type OwnTest = 'registry' | 'zone contents' | 'other zones' | 'caches';

/** Something that was found, with what shows it. */
export interface Finding {
  readonly level: Level;
  /** `DELEGATION07`, or what of ours it is. */
  readonly test: (typeof TAGS)[Tag][0] | OwnTest;
  /** Zonemaster's, where the test is one of its own. */
  readonly tag?: Tag;
  /** A sentence; `backticks` mark names. */
  readonly says: string;
  /** Who was asked what, and what came back. */
  readonly evidence: readonly Evidence[];
}

/** A question to a server with what it said; what a resolver finds; or what somebody else has on record. */
export type Evidence =
  | { readonly kind: 'asked'; readonly exchange: Exchange }
  /** `resolver` is one that remembers nothing if absent. */
  | { readonly kind: 'looked-up'; readonly question: Question; readonly resolver?: string; readonly says: string }
  | { readonly kind: 'told'; readonly by: string; readonly says: string };

/** A finding of one of Zonemaster's tests. */
export function tagged(tag: Tag, says: string, exchanges: readonly Exchange[] = []): Finding {
  const [test, level] = TAGS[tag];
  return { level, test, tag, says, evidence: asked(exchanges) };
}

/** A finding of one of our own. */
export const own = (test: OwnTest, level: Level, says: string, evidence: readonly Evidence[]): Finding => ({
  ...{ level, test, says, evidence },
});

export const asked = (exchanges: readonly Exchange[]): readonly Evidence[] =>
  exchanges.map((exchange) => ({ kind: 'asked', exchange }));

/** What somebody has on record, such as a registry. */
export const told = (by: string, says: string): Evidence => ({ kind: 'told', by, says });

const rank = ({ level }: Finding): number => LEVELS.indexOf(level);

/** The most severe first, otherwise in the order in which they were found. */
export const bySeverity = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => rank(b) - rank(a));

/** Whether a finding is above `notice`: something is amiss. */
export const isAmiss = (finding: Finding): boolean => rank(finding) > LEVELS.indexOf('notice');
