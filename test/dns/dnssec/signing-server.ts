import type { ZoneKeyPair } from '../../../src/dns/dnssec/keys.ts';
import { respondTo } from '../../../src/dns/dnssec/respond-signed.ts';
import type { SignaturePeriod } from '../../../src/dns/dnssec/signature.ts';
import { isAuthoritative, keysOf, signaturesOver, withDnssecRecords } from '../../../src/dns/dnssec/signed-zone.ts';
import type { Question, Response } from '../../../src/dns/message.ts';
import type { RRset, RRsetOf } from '../../../src/dns/record.ts';
import { makeNameServer } from '../../../src/dns/zone/name-server.ts';
import { rrsetsOf, type Zone } from '../../../src/dns/zone/zone.ts';

/** A zone that is signed as it answers, with its keys. */
export interface SignedZone {
  readonly zone: Zone;
  readonly keys: ZoneKeyPair;
}

export function signZone(bare: Zone, period: SignaturePeriod, seed = 'a'): SignedZone {
  const signing = { seed, ...period };
  return { zone: { ...bare, signing }, keys: keysOf(bare.origin, signing) };
}

/** What a server of one zone says to who wants signatures. */
export const respondSigned = ({ zone }: SignedZone, question: Question): Response =>
  respondTo(makeNameServer([zone]), question, true);

/** All that a zone file of the signed zone holds, with the signatures of each set by themselves. */
export function allSets({ zone }: SignedZone): { sets: readonly RRset[]; signatures: readonly RRsetOf<'RRSIG'>[] } {
  const full = withDnssecRecords(zone);
  const sets = rrsetsOf(full);
  const signed = sets.filter((set) => isAuthoritative(full, set));
  return {
    sets,
    signatures: signed.map((set) => ({ owner: set.owner, ttl: set.ttl, rdata: signaturesOver(full, set) })),
  };
}
