import { type Cents, formatMoney } from '../base/money.ts';
import { assertNever } from '../base/result.ts';
import { formatDuration, SECOND } from '../base/time.ts';
import { displayName, type Name } from '../dns/name.ts';

/** The parts that someone or something plays when a domain name works. */
export const ROLES = ['registrant', 'registrar', 'registry', 'dns-host', 'resolver', 'root'] as const;
export type Role = (typeof ROLES)[number];
/** What a question can come to, at a resolver or at a name server. */
export const OUTCOMES = ['answer', 'referral', 'nodata', 'nxdomain', 'refused', 'servfail', 'timeout'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Where in a response something stands. RFC 1035 §4.1. */
export const SECTIONS = ['answer', 'authority', 'additional', 'none'] as const;
export type Section = (typeof SECTIONS)[number];
/** How often something is paid for. */
export const PERIODS = ['year', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** What a fact comes to. Two values are the same exactly when grading would take one for the other. */
export type Value =
  | { readonly type: 'role'; readonly role: Role }
  | { readonly type: 'company'; readonly name: string; readonly aliases: readonly string[] }
  | { readonly type: 'name'; readonly name: Name }
  | { readonly type: 'name-set'; readonly names: readonly Name[] }
  | { readonly type: 'address'; readonly address: string }
  | { readonly type: 'count'; readonly count: number }
  | { readonly type: 'duration'; readonly seconds: number }
  | { readonly type: 'money'; readonly amount: Cents }
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | { readonly type: 'section'; readonly section: Section }
  | { readonly type: 'period'; readonly period: Period }
  | { readonly type: 'truth'; readonly truth: boolean };
export type ValueType = Value['type'];

/** Every type of value. */
export const VALUE_TYPES = [
  'role',
  'company',
  'name',
  'name-set',
  'address',
  'count',
  'duration',
  'money',
  'outcome',
  'section',
  'period',
  'truth',
] as const satisfies readonly ValueType[];

/** The value's substance in one form, whatever the form it was written in. */
export function substance(value: Value): string {
  switch (value.type) {
    case 'role':
      return value.role;
    case 'company':
      return bareCompany(value.name);
    case 'name':
      return value.name;
    case 'name-set':
      return [...new Set(value.names)].sort().join(' ');
    case 'address':
      return value.address;
    case 'count':
      return String(value.count);
    case 'duration':
      return String(value.seconds);
    case 'money':
      return String(value.amount);
    case 'outcome':
      return value.outcome;
    case 'section':
      return value.section;
    case 'period':
      return value.period;
    case 'truth':
      return String(value.truth);
    default:
      return assertNever(value);
  }
}

/** A company's name without what people leave out or add: case, spaces, hyphens. */
export const bareCompany = (name: string): string => name.toLowerCase().replaceAll(/[\s-]+/g, '');

/** Whether grading takes one for the other. */
export const sameValue = (a: Value, b: Value): boolean => a.type === b.type && substance(a) === substance(b);

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  registrant: 'the registrant',
  registrar: 'the registrar',
  registry: 'the registry',
  'dns-host': 'the DNS host',
  resolver: 'the resolver',
  root: 'the root name servers',
};
const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  answer: 'an answer with the records asked for',
  referral: 'a referral to other name servers',
  nodata: 'NOERROR with an empty answer (NODATA)',
  nxdomain: 'NXDOMAIN: no such name',
  refused: 'REFUSED: not a zone of that server',
  servfail: 'SERVFAIL: no usable answer from anyone',
  timeout: 'nothing: no reply at all',
};

/** The value in words, as an option or a key is shown. */
export function showValue(value: Value): string {
  switch (value.type) {
    case 'role':
      return ROLE_WORDS[value.role];
    case 'company':
      return value.name;
    case 'name':
      return displayName(value.name);
    case 'name-set':
      return value.names.map(displayName).join(', ');
    case 'address':
      return value.address;
    case 'count':
      return String(value.count);
    case 'duration':
      return showSeconds(value.seconds);
    case 'money':
      return formatMoney(value.amount);
    case 'outcome':
      return OUTCOME_WORDS[value.outcome];
    case 'section':
      return value.section === 'none' ? 'in no section' : `in the ${value.section} section`;
    case 'period':
      return `every ${value.period}`;
    case 'truth':
      return value.truth ? 'true' : 'false';
    default:
      return assertNever(value);
  }
}

/** `900 seconds (15m)`: as a TTL is written, and as people say it. */
function showSeconds(seconds: number): string {
  const said = formatDuration(seconds * SECOND);
  const written = `${seconds.toLocaleString('en-US')} seconds`;
  return seconds < 60 ? written : `${written} (${said})`;
}
