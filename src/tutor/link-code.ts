import { createHash } from 'node:crypto';

/** Crockford's base 32: no letter of it looks like a digit. Source: https://www.crockford.com/base32.html. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** A code to type, of 40 bits, made of text that nobody can guess. */
export function makeLinkCode(secret: string): string {
  const octets = createHash('sha256').update(secret).digest();
  return [...octets.subarray(0, LENGTH)].map((octet) => ALPHABET[octet % ALPHABET.length]).join('');
}

/** A code as it was made, of how it was typed: in any case, with blanks or hyphens, O for 0, I or L for 1. */
export function readLinkCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined;
}

/** What is kept of a code. SHA-256, in hexadecimal. */
export const hashOf = (code: string): string => createHash('sha256').update(`link ${code}`).digest('hex');
