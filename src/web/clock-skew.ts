import { type DurationMs, type Instant, instant } from '../base/time.ts';

const ANSWER_MS = 5000;

/**
 * How far this machine's clock is ahead of a server's, in milliseconds and to the second; undefined if the server cannot be
 * reached or does not say what time it is. Source of the time: the `Date` of its response, RFC 9110 §6.6.1.
 */
export async function clockSkew(url: string, now: () => Instant): Promise<DurationMs | undefined> {
  try {
    const { headers } = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    const theirs = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(theirs) ? undefined : now() - instant(theirs);
  } catch {
    return undefined;
  }
}
