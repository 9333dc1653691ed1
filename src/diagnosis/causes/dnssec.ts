import { ROOT } from '../../dns/name.ts';
import type { Cause } from '../cause.ts';
import { signatureFindings, tagsOf } from '../findings/dnssec.ts';
import { delegator, zoneKeeper } from '../keeper.ts';
import type { Survey } from '../survey.ts';
import { type TrustView, trustView } from '../trust.ts';
import { inCode, may } from '../words.ts';
import { zoneInUse } from '../zone-in-use.ts';
import { by } from './phrases.ts';

/** What makes resolvers that check signatures refuse the zone's answers. RFC 4035 §5. */
export function dnssecCause(survey: Survey): Cause | undefined {
  const view = trustView(survey);
  const { ds, keysSaid, signed, matched } = view;
  if (ds.length === 0 || keysSaid.length === 0) return undefined;
  if (signed.length === 0) return dsWithoutKey(survey, view);
  if (matched.length === 0) return dsOfOtherKey(survey, view);
  if (matched.length < keysSaid.length) return signedInPart(survey);
  return invalidSignatures(survey, view);
}

/** Resolvers that check signatures expect some, and there are none. */
function dsWithoutKey(survey: Survey, { ds }: TrustView): Cause {
  const { must, person, place } = delegator(survey);
  const signing = zoneInUse(survey);
  const or = signing ? `, or have ${signing.hostName} sign the zone and put the DS of its key in that place` : '';
  const why = `the zone is not signed, so resolvers that check signatures refuse its answers (SERVFAIL)`;
  const sentence = `${must} take away the DS of ${inCode(survey.domain)} (key ${tagsOf(ds)}) ${place}${or}: ${why}.`;
  return { verdict: 'act', kind: 'ds-without-key', ...by(person), sentence };
}

function dsOfOtherKey(survey: Survey, { ds }: TrustView): Cause {
  const { must, person, place } = delegator(survey);
  const what = `replace the DS of ${inCode(survey.domain)} (key ${tagsOf(ds)}) ${place} by that of the key with which the zone is signed now`;
  const why = 'the zone has no key that the DS names, so resolvers that check signatures refuse its answers (SERVFAIL)';
  return { verdict: 'act', kind: 'ds-of-other-key', ...by(person), sentence: `${must} ${what}: ${why}.` };
}

function signedInPart(survey: Survey): Cause {
  const { must, person } = zoneKeeper(survey);
  const sentence = `${must} see that every name server of ${inCode(survey.domain)} has the same signed zone: at some of them resolvers that check signatures find no key that the DS names.`;
  return { verdict: 'act', kind: 'signed-in-part', ...by(person), sentence };
}

function invalidSignatures(survey: Survey, { signed }: TrustView): Cause | undefined {
  const [fault] = signed.slice(0, 1).flatMap(({ server }) => [...signatureFindings(survey, server)]);
  if (!fault) return undefined;
  const { must, person, place } = zoneKeeper(survey);
  const sentence = `${must} sign ${inCode(survey.domain)} again ${place}: ${fault.says.replace(/^The/, 'the')}`;
  return { verdict: 'act', kind: 'signatures-not-valid', ...by(person), sentence };
}

/** What of DNSSEC does no harm, and could be better. */
export function dnssecAdvice(survey: Survey): Cause | undefined {
  const { ds, signed, idle, keysSaid } = trustView(survey);
  const { person, place } = delegator(survey);
  const can = person === undefined ? 'whoever has it in hand can' : may(person);
  const name = inCode(survey.domain);
  if (survey.domain === ROOT) return undefined;
  if (ds.length === 0 && signed.length > 0 && signed.length === keysSaid.length) {
    const sentence = `Nothing is wrong, but nobody checks the signatures of ${name}: ${can} have the DS of its key published ${place}.`;
    return { verdict: 'advice', kind: 'key-without-ds', ...by(person), sentence };
  }
  if (idle.length === 0 || signed.length === 0) return undefined;
  const sentence = `Nothing is wrong, but a DS of ${name} (key ${tagsOf(idle)}) names no key of the zone: ${can} take it away ${place}.`;
  return { verdict: 'advice', kind: 'idle-ds', ...by(person), sentence };
}
