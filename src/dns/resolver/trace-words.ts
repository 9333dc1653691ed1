import { assertNever } from '../../base/result.ts';
import { formatDuration, SECOND } from '../../base/time.ts';
import { checkText, keyText } from '../dnssec/check-words.ts';
import type { Question, Response } from '../message.ts';
import { displayName, labelsOf, type Name, ROOT } from '../name.ts';
import { formatRdata } from '../rdata/text.ts';
import { isOfType, type RRset, typeOf } from '../record.ts';
import type { Meaning, Unusable } from './classify.ts';
import type { Delegation } from './delegation.ts';
import type { FailureReason, Query, TraceStep } from './resolution.ts';

const RECORDS_SHOWN = 4;

/** A step in lines: the first says who or what, the others stand indented below it. */
export function describeStep(step: TraceStep): readonly string[] {
  switch (step.kind) {
    case 'cache-hit':
      return [
        step.stale ? staleText(step.question) : cacheText(step.question, step.what),
        ...step.rrsets.flatMap(recordTexts),
      ];
    case 'prime':
      return ['The root’s servers are known only from the hints: first ask one of them who they are (priming).'];
    case 'start':
      return [startText(step.delegation)];
    case 'asked':
      return [whoText(step.query), ...saysText(step.meaning, step.response)];
    case 'timeout':
      return [whoText(step.query), 'No reply: the query timed out.'];
    case 'alias':
      return [`${displayName(step.from)} is an alias: now look for ${displayName(step.to)}.`];
    case 'side-lookup':
      return [`To ask about ${zoneText(step.zone)}, first find the address of ${displayName(step.server)}:`];
    case 'ask-parent-again':
      return [`No remembered server of ${zoneText(step.zone)} was of use: ask its parent again.`];
    case 'parents-delegation':
      return [`Those were the servers ${zoneText(step.zone)} names itself: try the ones its parent names.`];
    case 'gave-up':
      return [`Gave up on ${questionText(step.question)}: ${reasonText(step.reason, step.zone)}.`];
    case 'check':
      return [checkText(step.says)];
    default:
      return assertNever(step);
  }
}

/** Why a resolution failed, as the end of a sentence. */
export function reasonText(reason: FailureReason, zone?: Name): string {
  const servers = zone === undefined ? 'the zone' : zoneText(zone);
  switch (reason) {
    case 'no-usable-server':
      return `no server listed for ${servers} gave a usable answer`;
    case 'no-address':
      return `no address is known of any server listed for ${servers}`;
    case 'too-many-servers':
      return `none of the servers of ${servers} that were looked up had an address, and there are too many to go on`;
    case 'circular':
      return 'finding it needs its own answer first';
    case 'alias-loop':
      return 'the aliases lead in a circle or never end';
    case 'alias-too-long':
      return 'the alias makes a name that is too long';
    case 'too-many-queries':
      return 'it took too many queries';
    case 'too-deep':
      return 'the look-ups of name servers never end';
    case 'remembered-failure':
      return 'it failed a moment ago, and that is still remembered';
    case 'bogus':
      return 'what was found is bogus: it does not pass the check of its signatures';
    default:
      return assertNever(reason);
  }
}

function startText({ zone, servers, from, ttl }: Delegation): string {
  const left = ttl === undefined ? '' : ` for ${formatDuration(ttl * SECOND)} more`;
  switch (from) {
    case 'hints':
      return 'Nothing nearer is remembered: start at the root, known from the hints.';
    case 'cached-referral':
      return `The cache knows the servers of ${zoneText(zone)}${left}, as the parent named them: ${namesText(servers)}.`;
    case 'cached-answer':
      return `The cache knows the servers of ${zoneText(zone)}${left}, as the zone itself names them: ${namesText(servers)}.`;
    case 'referral':
      return `Go on at the servers of ${zoneText(zone)}: ${namesText(servers)}.`;
    default:
      return assertNever(from);
  }
}

const cacheText = (question: Question, what: Extract<TraceStep, { kind: 'cache-hit' }>['what']): string => {
  const asked = questionText(question);
  switch (what) {
    case 'answer':
      return `The cache answers ${asked}, with what is left of the TTL:`;
    case 'alias':
      return `The cache knows an alias for ${asked}:`;
    case 'nodata':
      return `The cache knows that there is no ${asked} (NODATA), until this runs out:`;
    case 'nxdomain':
      return `The cache knows that ${displayName(question.qname)} does not exist (NXDOMAIN), until this runs out:`;
    case 'failure':
      return `The cache remembers that ${asked} failed.`;
    default:
      return assertNever(what);
  }
};

const staleText = (question: Question): string =>
  `The cache still has ${questionText(question)}, out of date, but better than nothing:`;

function whoText({ server, address, zone, question, tcp, rd, whole }: Query): string {
  const how = `${whole ? hidingText(question, whole) : ''}${tcp ? ' over TCP' : ''}${rd ? ', this time with recursion wanted' : ''}`;
  return `Ask ${displayName(server)} (${address}), for ${zoneText(zone)}: ${questionText(question)}${how}`;
}

/** What a server is not told of the name. */
const hidingText = (part: Question, whole: Question): string => {
  const labels = labelsOf(whole.qname);
  return `, keeping ${labels.slice(0, labels.length - labelsOf(part.qname).length).join('.')} to itself`;
};

function saysText(meaning: Meaning, response: Response): string[] {
  const aa = response.aa ? 'AA set' : 'AA clear';
  switch (meaning.kind) {
    case 'answer':
      return [`Answer (answer section, ${aa}):`, ...meaning.chain.flatMap(recordTexts)];
    case 'alias':
    case 'alias-too-long':
      return [`An alias (answer section, ${aa}):`, ...meaning.chain.flatMap(recordTexts)];
    case 'nodata':
    case 'nxdomain':
      return [...meaning.chain.flatMap(recordTexts), ...negativeText(meaning, response.rcode, aa)];
    case 'referral':
      return referralText(meaning, aa);
    case 'unusable':
      return [`Of no use: ${unusableText(meaning.reason)}.`];
    default:
      return assertNever(meaning);
  }
}

function negativeText(
  { target, soa }: Extract<Meaning, { kind: 'nodata' | 'nxdomain' }>,
  rcode: string,
  aa: string,
): string[] {
  const name = displayName(target);
  const what = rcode === 'NXDOMAIN' ? `NXDOMAIN: ${name} does not exist` : `NODATA: ${name} has no such records`;
  if (!soa) return [`${what} (${aa}, no SOA, so it is not remembered).`];
  const span = formatDuration(soa.ttl * SECOND);
  return [`${what} (${aa}). The SOA of ${zoneText(soa.owner)} in the authority section says for how long: ${span}.`];
}

function referralText({ ns, glue }: Extract<Meaning, { kind: 'referral' }>, aa: string): string[] {
  const servers = ns.rdata.map(({ nameServer }) => ({ name: nameServer }));
  const addresses = glue.map((set) => `${displayName(set.owner)} ${set.rdata.map(formatRdata).join(' ')}`);
  return [
    `Referral to ${zoneText(ns.owner)} (NS in the authority section, ${aa}, TTL ${ns.ttl}): ${namesText(servers)}.`,
    addresses.length === 0 ? 'No glue.' : `Glue (additional section): ${addresses.join(', ')}.`,
  ];
}

function unusableText(reason: Unusable): string {
  switch (reason) {
    case 'refused':
      return 'REFUSED, it does not serve that zone';
    case 'servfail':
      return 'SERVFAIL, it has a problem of its own';
    case 'formerr':
      return 'FORMERR, it did not understand the query';
    case 'notimp':
      return 'NOTIMP, it does not do such queries';
    case 'other-rcode':
      return 'a response code that says nothing about the name';
    case 'truncated':
      return 'the response is cut short (TC set)';
    case 'wrong-question':
      return 'the response is to another question';
    case 'not-authoritative':
      return 'it only names the zone’s servers, without authority (a lame delegation)';
    case 'upward-referral':
      return 'it refers upwards, so it does not serve that zone (a lame delegation)';
    case 'stray-referral':
      return 'it refers to a zone that the name is not in';
    case 'recursive':
      return 'it is a recursive resolver (RA set, AA clear), not a server of the zone';
    default:
      return assertNever(reason);
  }
}

/** A set's records as lines `owner ttl type data`, the first few of many. */
export function recordTexts(rrset: RRset): string[] {
  const { owner, ttl, rdata } = rrset;
  const shown = rdata.slice(0, RECORDS_SHOWN).map((one) => {
    const data = isOfType(rrset, 'SOA') ? soaText(rrset.rdata[0]) : (keyText(one) ?? formatRdata(one));
    return `${displayName(owner)} ${ttl} ${typeOf(rrset)} ${data}`;
  });
  return rdata.length > RECORDS_SHOWN ? [...shown, `… and ${rdata.length - RECORDS_SHOWN} more`] : shown;
}

const soaText = (soa: { mname: Name; serial: number } | undefined): string =>
  soa ? `${displayName(soa.mname)} serial ${soa.serial}` : '';
export const questionText = ({ qname, qtype }: Question): string => `${displayName(qname)} ${qtype}`;
const zoneText = (zone: Name): string => (zone === ROOT ? 'the root' : displayName(zone));
const namesText = (servers: readonly { name: Name }[]): string =>
  servers.map(({ name }) => displayName(name)).join(', ');
