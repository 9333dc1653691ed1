import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** What became of a post: the status, and what came back, if anything did within Discord's three seconds. */
export interface Posted {
  readonly status: number;
  readonly body?: unknown;
}
/** How a request differs from Discord's own. */
export interface Forgery {
  readonly key?: KeyObject;
  /** Seconds by which the time stamp is off. */
  readonly skew?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The keys of an application, the public one as the developer portal shows it. */
export function newKeys(): { readonly publicKey: string; readonly privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex'),
    privateKey,
  };
}

/** Posts a payload as Discord does: signed over time stamp and body. Source: Setting Up an Endpoint, Validating Security Request Headers. */
export async function postSigned(
  url: string,
  payload: object,
  ownKey: KeyObject,
  forgery: Forgery = {},
): Promise<Posted> {
  const { key = ownKey, skew = 0, headers = {} } = forgery;
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor(Date.now() / 1000) + skew);
  const signature = sign(null, Buffer.from(`${timestamp}${body}`), key).toString('hex');
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-signature-ed25519': signature,
        'x-signature-timestamp': timestamp,
        ...headers,
      },
      signal: AbortSignal.timeout(3000),
    });
    const text = await response.text();
    return { status: response.status, ...(text !== '' && { body: JSON.parse(text) }) };
  } catch {
    return { status: 0 };
  }
}
