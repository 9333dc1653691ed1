import { timeOf } from '../../dns/dnssec/signature-time.ts';
import { ROOT } from '../../dns/name.ts';
import { isOfType, type RdataOf } from '../../dns/record.ts';
import { askServer } from '../../dns/resolver/internet.ts';
import { internetOf } from '../../world/internet.ts';
import type { Exchange } from '../exchange.ts';
import { type Finding, tagged } from '../finding.ts';
import type { Survey } from '../survey.ts';
import { type TrustView, tagsAt, trustView } from '../trust.ts';
import { namesInCode } from '../words.ts';
import { zoneAbove } from './basic.ts';

const SHA1 = 1;

/** Signatures, and the DS above: DNSSEC01, 02, 07, 08, 09 and 11. Nothing where no server answers, and of the root, above which there is nothing. */
export function* dnssecFindings(survey: Survey): Generator<Finding> {
  const view = trustView(survey);
  const { ds, dsSaid, keysSaid, signed } = view;
  if (keysSaid.length === 0 || survey.domain === ROOT) return;
  if (ds.some(({ digestType }) => digestType === SHA1))
    yield tagged('DS01_DS_ALGO_DEPRECATED', 'A DS has a digest of SHA-1, which is not made any more.', dsSaid);
  yield* signedFindings(survey, view);
  if (ds.length > 0 && signed.length === 0) {
    const says = `${zoneAbove(survey)} has a DS, but the zone is not signed: resolvers that check signatures refuse its answers.`;
    yield tagged('DS11_DS_BUT_UNSIGNED_ZONE', says, [...dsSaid, ...keysSaid.slice(0, 1)]);
  }
  if (ds.length > 0 && signed.length > 0) yield* matchFindings(view);
  for (const { server } of signed.slice(0, 1)) yield* signatureFindings(survey, server);
}

function* signedFindings(survey: Survey, { ds, dsSaid, keysSaid, signed }: TrustView): Generator<Finding> {
  const { parent } = survey;
  const unsigned = keysSaid.filter((exchange) => !signed.includes(exchange));
  if (signed.length === 0) yield tagged('DS07_NOT_SIGNED', 'The zone is not signed.', keysSaid.slice(0, 1));
  else if (unsigned.length === 0) {
    yield tagged('DS07_SIGNED', 'The zone is signed.', signed.slice(0, 1));
    if (ds.length > 0)
      yield tagged('DS07_DS_FOR_SIGNED_ZONE', `${zoneAbove(survey)} has a DS for the signed zone.`, dsSaid);
    else {
      const says = `The zone is signed, but ${zoneAbove(survey)} has no DS, so nobody checks its signatures.`;
      yield tagged('DS07_NO_DS_FOR_SIGNED_ZONE', says, [...parent.ds.slice(0, 1), ...signed.slice(0, 1)]);
    }
  } else {
    const says = `${namesOf(signed)} sign the zone, ${namesOf(unsigned)} do not.`;
    const both = [...signed.slice(0, 1), ...unsigned.slice(0, 1)];
    yield tagged('DS07_INCONSISTENT_SIGNED', says, both);
    if (ds.length > 0)
      yield tagged('DS11_INCONSISTENT_SIGNED_ZONE', `There is a DS, and ${says}`, [...dsSaid, ...both]);
  }
}

function* matchFindings({ dsSaid, signed, matched, idle }: TrustView): Generator<Finding> {
  const [one] = signed;
  const tags = one ? tagsAt(one) : [];
  for (const { keyTag } of idle) {
    const both = [...dsSaid, ...signed.slice(0, 1)];
    yield tags.includes(keyTag)
      ? tagged('DS02_NO_MATCH_DS_DNSKEY', `The DS of key ${keyTag} does not fit the key of that tag.`, both)
      : tagged('DS02_NO_DNSKEY_FOR_DS', `The DS names the key ${keyTag}, which the zone does not have.`, both);
  }
  const unmatched = signed.filter((exchange) => !matched.includes(exchange));
  if (unmatched.length > 0)
    yield tagged('DS02_NO_VALID_DNSKEY_FOR_ANY_DS', `No key at ${namesOf(unmatched)} is one that a DS names.`, [
      ...dsSaid,
      ...unmatched.slice(0, 1),
    ]);
}

/** Signatures over keys and SOA whose time is over, or has not come. */
export function* signatureFindings({ world, domain }: Survey, server: Exchange['server']): Generator<Finding> {
  const TAGS_FOR = {
    DNSKEY: { after: 'DS08_DNSKEY_RRSIG_EXPIRED', before: 'DS08_DNSKEY_RRSIG_NOT_YET_VALID' },
    SOA: { after: 'DS09_SOA_RRSIG_EXPIRED', before: 'DS09_SOA_RRSIG_NOT_YET_VALID' },
  } as const;
  for (const qtype of ['DNSKEY', 'SOA'] as const) {
    const question = { qname: domain, qtype };
    const response = askServer(internetOf(world), server.address, question, true);
    const signatures =
      response === 'timeout' ? [] : response.answer.flatMap((set) => (isOfType(set, 'RRSIG') ? set.rdata : []));
    const time = worstTime(signatures.map((signature) => timeOf(signature, world.now)));
    if (time === undefined) continue;
    const says = `The signature over ${qtype} ${time === 'after' ? 'has expired' : 'does not hold yet'}.`;
    yield tagged(TAGS_FOR[qtype][time], says, [{ server, question, response }]);
  }
}

/** Why no signature holds now; undefined where one does, or there is none. */
function worstTime(times: readonly ReturnType<typeof timeOf>[]): 'before' | 'after' | undefined {
  if (times.length === 0 || times.includes('within')) return undefined;
  return times.includes('after') ? 'after' : 'before';
}

const namesOf = (exchanges: readonly Exchange[]): string => namesInCode(exchanges.map(({ server }) => server.name));

/** The key tags of DS records: `12345 and 6789`. */
export const tagsOf = (ds: readonly RdataOf<'DS'>[]): string => ds.map(({ keyTag }) => keyTag).join(' and ');
