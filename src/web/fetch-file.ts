import { fail, ok, type Result } from '../base/result.ts';

/** Why a file cannot be had: `size` is in octets, as far as it is known. */
export type FetchProblem =
  | { readonly kind: 'too-large'; readonly octets: number }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'unreachable' };

const FETCH_MS = 5000;

/**
 * Gets a file by HTTP, of at most so many octets: more is not read. It follows no redirection, so that whoever wrote the
 * address cannot lead it elsewhere.
 */
export async function fetchFile(
  url: URL,
  most: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Result<Uint8Array, FetchProblem>> {
  try {
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
    const declared = Number(response.headers.get('content-length') ?? 0);
    if (!response.ok || declared > most) {
      await response.body?.cancel();
      return fail(response.ok ? { kind: 'too-large', octets: declared } : { kind: 'refused', status: response.status });
    }
    return await readAtMost(response, most);
  } catch {
    return fail({ kind: 'unreachable' });
  }
}

async function readAtMost(response: Response, most: number): Promise<Result<Uint8Array, FetchProblem>> {
  const parts: Uint8Array[] = [];
  let octets = 0;
  // Leaving the loop cancels what is still to come.
  for await (const part of response.body ?? []) {
    octets += part.length;
    if (octets > most) return fail({ kind: 'too-large', octets });
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
}
