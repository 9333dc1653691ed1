import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey, type MasterKey } from './master-key.ts';

/** Makes texts of a workspace unreadable, and readable again, for whoever has the key. */
export interface Seal {
  readonly seal: (text: string, workspace: string) => string;
  /** Undefined for what was sealed with another key, for another workspace, or has been altered. */
  readonly open: (sealed: string, workspace: string) => string | undefined;
}

const CIPHER = 'aes-256-gcm';
/** Source: NIST SP 800-38D §8.2.2, a random nonce of 96 bits. */
const NONCE_OCTETS = 12;
const TAG_OCTETS = 16;
/** Says how the rest is to be read. */
const FORM = 'v1.';

/** Sealing by AES-256-GCM. The same text never looks the same twice. */
export function sealWith(master: MasterKey): Seal {
  const key = derivedKey(master, 'installations');
  return {
    seal(text, workspace) {
      const nonce = randomBytes(NONCE_OCTETS);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_OCTETS }).setAAD(Buffer.from(workspace));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return FORM + Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    open(sealed, workspace) {
      const octets = Buffer.from(sealed.slice(FORM.length), 'base64url');
      if (!sealed.startsWith(FORM) || octets.length < NONCE_OCTETS + TAG_OCTETS) return undefined;
      const nonce = octets.subarray(0, NONCE_OCTETS);
      const tag = octets.subarray(NONCE_OCTETS, NONCE_OCTETS + TAG_OCTETS);
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_OCTETS })
        .setAAD(Buffer.from(workspace))
        .setAuthTag(tag);
      const shown = decipher.update(octets.subarray(NONCE_OCTETS + TAG_OCTETS));
      try {
        return Buffer.concat([shown, decipher.final()]).toString('utf8');
      } catch {
        return undefined; // the tag is another
      }
    },
  };
}
