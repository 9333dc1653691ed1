import type { Response } from '../../../src/dns/message.ts';
import { name } from '../../../src/dns/name.ts';
import { isOfType, type RRset, type RRType, typeOf } from '../../../src/dns/record.ts';
import type { Tamper } from './signed-internet.ts';

/** Only what the servers at these addresses say is changed. */
export const at =
  (addresses: readonly string[], tamper: Tamper): Tamper =>
  (response, address) =>
    addresses.includes(address) ? tamper(response, address) : response;

/** Changes each set of answer and authority, or leaves it out. */
export const eachSet =
  (change: (set: RRset) => RRset | undefined): Tamper =>
  (response: Response) => ({
    ...response,
    answer: response.answer.flatMap((set) => change(set) ?? []),
    authority: response.authority.flatMap((set) => change(set) ?? []),
  });

/** Leaves out the signatures over sets of a type, or all. */
export const withoutSignatures = (of?: RRType): Tamper =>
  eachSet((set) => {
    if (!isOfType(set, 'RRSIG')) return set;
    const rdata = set.rdata.filter(({ typeCovered }) => of !== undefined && typeCovered !== of);
    return rdata.length === 0 ? undefined : { ...set, rdata };
  });

/** Leaves out sets of a type with their signatures. */
export const without =
  (type: RRType): Tamper =>
  (response, address) =>
    withoutSignatures(type)(eachSet((set) => (typeOf(set) === type ? undefined : set))(response, address), address);

/** Puts another address into each A set. */
export const forged: Tamper = eachSet((set) =>
  isOfType(set, 'A') ? { ...set, rdata: [{ type: 'A', address: '203.0.113.66' }] } : set,
);

/** Says that the name is not there, with whatever the response otherwise has. */
export const denied: Tamper = (response) => ({ ...response, rcode: 'NXDOMAIN', answer: [] });

/** Changes the data of each signature. */
export const signaturesWith = (
  change: Partial<{ signer: string; labels: number; keyTag: number; algorithm: number }>,
): Tamper =>
  eachSet((set) =>
    isOfType(set, 'RRSIG')
      ? {
          ...set,
          rdata: set.rdata.map((one) => {
            const { signer = one.signer, ...others } = change;
            return { ...one, ...others, signer: name(signer) };
          }),
        }
      : set,
  );
