import { hkdfSync } from 'node:crypto';

/** Octets from which every key of this adapter is derived. */
export type MasterKey = Buffer;

const KEY_OCTETS = 32;

/** A key as it stands in the environment, in hexadecimal or either base64; undefined for anything but 32 octets. */
export function readMasterKey(text: string): MasterKey | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}

/** The key for one purpose; no other purpose’s tells anything of it. Source: RFC 5869 §2. */
export const derivedKey = (key: MasterKey, purpose: 'installations' | 'oauth state'): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `hostmaster slack ${purpose}`, KEY_OCTETS));
