import { labelsOf, type Name, nameOfOctets, octetsOf, ROOT } from '../name.ts';
import { OctetWriter } from '../octets.ts';
import { encodeRdata, writeRdata } from '../rdata/text.ts';
import { type RdataOf, type RRset, typeOf } from '../record.ts';
import { codeOfType } from '../rr-type.ts';

const IN = 1;

/**
 * The octets that a signature over a set is made of: the RRSIG's own data without the signature, then each record once
 * in canonical form and order, with the original TTL, and the wildcard's name where the owner was made from one.
 * Names are lower-case by themselves. Source: RFC 4034 §3.1.8.1 and §6.
 */
export function signedData(rrset: RRset, signature: RdataOf<'RRSIG'>): Uint8Array {
  const writer = new OctetWriter();
  writeRdata({ ...signature, signature: '' }, writer, false);
  const owner = signedOwner(rrset.owner, signature.labels);
  const records = rrset.rdata.map((one) => Uint8Array.from(encodeRdata(one))).sort(compareOctets);
  for (const [place, data] of records.entries()) {
    const before = records[place - 1];
    if (before && compareOctets(before, data) === 0) continue;
    writer.name(owner);
    writer.number(codeOfType(typeOf(rrset)), 2);
    writer.number(IN, 2);
    writer.number(signature.originalTtl, 4);
    writer.number(data.length, 2);
    writer.bytes(data);
  }
  return Uint8Array.from(writer.octets);
}

/** Labels of a name as an RRSIG counts them: without the root, and without a `*` at the front. RFC 4034 §3.1.3. */
export function signedLabels(owner: Name): number {
  const labels = labelsOf(owner);
  return labels[0] === '*' ? labels.length - 1 : labels.length;
}

/** Left before right as unsigned octets, a part before the whole. RFC 4034 §6.3. */
function compareOctets(left: Uint8Array, right: Uint8Array): number {
  for (let at = 0; at < left.length && at < right.length; at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The owner a set was signed under: itself, or the wildcard that many labels below the root. RFC 4035 §5.3.2. */
function signedOwner(owner: Name, labels: number): Name {
  const octets = octetsOf(owner);
  if (labels >= signedLabels(owner)) return owner;
  const name = nameOfOctets([[0x2a], ...octets.slice(octets.length - labels)]);
  return name.ok ? name.value : ROOT;
}
