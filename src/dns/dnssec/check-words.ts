import { assertNever } from '../../base/result.ts';
import { displayName, type Name, ROOT } from '../name.ts';
import { type Rdata, typeOf } from '../record.ts';
import type { CheckSays } from './check-says.ts';
import { faultPhrase, faultText } from './fault-words.ts';
import { keyTagOf } from './keys.ts';
import type { Unsupported } from './validation.ts';

/** A step of a check in a sentence. */
export function checkText(says: CheckSays): string {
  switch (says.kind) {
    case 'find-ds':
      return `Check: is ${zoneText(says.zone)} signed? Its DS at ${zoneText(says.parent)} says:`;
    case 'no-cut':
      return `Check: no zone begins at ${displayName(says.name)}; it is part of ${zoneText(says.zone)}.`;
    case 'unsigned-cut':
      return `Check: ${zoneText(says.parent)} proves (NSEC) that ${zoneText(says.zone)} has no DS: it is not signed (insecure).`;
    case 'find-keys':
      return findKeysText(says);
    case 'keys':
      return `Check: that key ${says.tag} is there and signs all keys of ${zoneText(says.zone)}: they are good.`;
    case 'unsupported':
      return `Check: the DS for ${zoneText(says.zone)} is of ${UNSUPPORTED[says.because]} unknown here: it counts as not signed (insecure).`;
    case 'signed':
      return signedText(says);
    case 'denied':
      return deniedText(says);
    case 'retry':
      return `Check: ${faultPhrase(says.fault)}. Perhaps only this server is wrong: ask another.`;
    case 'bogus':
      return `Check: bogus. ${faultText(says.fault)}`;
    default:
      return assertNever(says);
  }
}

const UNSUPPORTED: Readonly<Record<Unsupported, string>> = {
  'unsupported-algorithm': 'an algorithm',
  'unsupported-digest': 'a digest',
};

function findKeysText({ zone, parent, tags }: Extract<CheckSays, { kind: 'find-keys' }>): string {
  const keys = `key ${tags.join(' or ')}`;
  return parent === undefined
    ? `Check: the trust anchor names ${keys} of ${zoneText(zone)}. Get its keys:`
    : `Check: that DS, signed by ${zoneText(parent)}, names ${keys}. Get the keys of ${zoneText(zone)}:`;
}

function signedText({ set, zone, tag, source }: Extract<CheckSays, { kind: 'signed' }>): string {
  const made = source ? `, made from ${displayName(source)},` : '';
  return `Check: ${displayName(set.owner)} ${typeOf(set)}${made} is signed by key ${tag} of ${zoneText(zone)}: secure.`;
}

function deniedText({ qname, qtype, what, zone, tag }: Extract<CheckSays, { kind: 'denied' }>): string {
  const absent =
    what === 'nxdomain' ? `${displayName(qname)} does not exist` : `there is no ${displayName(qname)} ${qtype}`;
  return `Check: NSEC records signed by key ${tag} of ${zoneText(zone)} prove that ${absent}: secure.`;
}

/** A key or a DS by its tag, as no person compares the rest; nothing for other data. */
export function keyText(rdata: Rdata): string | undefined {
  if (rdata.type === 'DS') {
    return `${rdata.keyTag} ${rdata.algorithm} ${rdata.digestType} ${rdata.digest.slice(0, DIGITS_SHOWN)}…`;
  }
  if (rdata.type !== 'DNSKEY') return undefined;
  return `${rdata.flags} ${rdata.protocol} ${rdata.algorithm} ${rdata.publicKey.slice(0, DIGITS_SHOWN)}… (key ${keyTagOf(rdata)})`;
}

const DIGITS_SHOWN = 8;

const zoneText = (zone: Name): string => (zone === ROOT ? 'the root' : displayName(zone));
