import { assertNever } from '../../base/result.ts';
import type { ExtendedError } from '../message.ts';
import { displayName, type Name, parentOf, ROOT } from '../name.ts';
import type { Fault } from './fault.ts';
import type { Unsupported } from './validation.ts';

/** What is wrong, as the end of a sentence. */
export function faultPhrase({ problem, zone, owner, type, tags }: Fault): string {
  const what = `${displayName(owner)} ${type}`;
  const at = zoneText(zone);
  const key = `key ${tags.join(' or ')}`;
  switch (problem) {
    case 'not-signed':
      return `no signature covers ${what}, though ${at} is signed`;
    case 'expired':
      return `the signature of ${what} has expired`;
    case 'not-yet-valid':
      return `the signature of ${what} is not valid yet`;
    case 'no-such-key':
      return `the signature of ${what} is by ${key}, which is not among the keys of ${at}`;
    case 'wrong-signature':
      return `the signature of ${what} by ${key} of ${at} is wrong`;
    case 'wrong-signer':
      return `the signature of ${what} is not by ${at}, where it stands`;
    case 'not-denied':
      return `no NSEC proves that ${what} is not there`;
    case 'ds-unknown':
      return `the servers of ${at} do not say whether ${displayName(owner)} is signed`;
    case 'no-dnskey':
      return `${namedBy(zone)} ${key}, but ${at} shows no DNSKEY`;
    case 'ds-matches-no-key':
      return `${namedBy(zone)} ${key}, but ${at} has no such key`;
    case 'too-much-work':
      return `checking ${what} takes more work than a resolver does for one question`;
    default:
      return assertNever(problem);
  }
}

/** What is wrong and who must act, in a sentence. */
export function faultText(fault: Fault): string {
  const phrase = faultPhrase(fault);
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}: ${remedy(fault)}.`;
}

function remedy({ problem, zone }: Fault): string {
  const at = zoneText(zone);
  const signer = zone === ROOT || isTopLevel(zone) ? `whoever runs ${at}` : `the DNS host of ${at}`;
  switch (problem) {
    case 'expired':
    case 'no-such-key':
    case 'wrong-signer':
      return `${signer} must sign the zone anew`;
    case 'not-yet-valid':
      return `${signer} must sign the zone with the right time`;
    case 'not-signed':
      return `${signer} must sign it, or ${replaceDs(zone)}`;
    case 'wrong-signature':
      return `someone forged the data, or ${signer} must sign it anew`;
    case 'not-denied':
      return `someone cut the proof out, or ${signer} must sign the zone anew`;
    case 'ds-unknown':
      return `${signer} must mend its servers`;
    case 'no-dnskey':
      return `${replaceDs(zone)}, or ${signer} must sign the zone`;
    case 'ds-matches-no-key':
      return replaceDs(zone);
    case 'too-much-work':
      return `${signer} must sign it with fewer keys`;
    default:
      return assertNever(problem);
  }
}

const namedBy = (zone: Name): string => {
  const parent = parentOf(zone);
  return parent === undefined ? 'the trust anchor names' : `the DS for ${zoneText(zone)} at its parent names`;
};

function replaceDs(zone: Name): string {
  if (zone === ROOT) return 'whoever runs the resolver must replace the trust anchor';
  if (isTopLevel(zone)) return 'its registry must have the DS in the root replaced or removed';
  return 'the registrant must replace or remove the DS at the registrar';
}

const isTopLevel = (zone: Name): boolean => parentOf(zone) === ROOT;

/** The code of RFC 8914 §4 for what is bogus, with the sentence. */
export const errorOfFault = (fault: Fault): ExtendedError => ({ code: codeOf(fault), text: faultText(fault) });

function codeOf({ problem }: Fault): number {
  switch (problem) {
    case 'expired':
      return 7;
    case 'not-yet-valid':
      return 8;
    case 'no-such-key':
    case 'no-dnskey':
    case 'ds-matches-no-key':
      return 9;
    case 'not-signed':
      return 10;
    case 'not-denied':
      return 12;
    case 'wrong-signature':
    case 'wrong-signer':
    case 'ds-unknown':
    case 'too-much-work':
      return 6;
    default:
      return assertNever(problem);
  }
}

/** Why something signed counts as not signed. RFC 8914 §4.2, §4.3. */
export const errorOfUnsupported = (because: Unsupported): ExtendedError =>
  because === 'unsupported-algorithm'
    ? { code: 1, text: 'The DS names only algorithms that this resolver cannot check.' }
    : { code: 2, text: 'The DS has only digests of kinds that this resolver cannot check.' };

const zoneText = (zone: Name): string => (zone === ROOT ? 'the root' : displayName(zone));
