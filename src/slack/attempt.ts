import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** What came of one call to Slack. */
export type Attempt =
  /** `ts` and `channel` are the message's, where one was posted. */
  | { readonly kind: 'done'; readonly ts?: string; readonly channel?: string }
  /** Slack says no, with its code for why, and the scope that is lacking if that is why; the same again would be refused again. */
  | { readonly kind: 'refused'; readonly code: string; readonly needed?: string }
  | { readonly kind: 'wait'; readonly ms: number }
  /** Nothing came back, or a fault of Slack's. */
  | { readonly kind: 'unreachable' };
export type Outcome = Exclude<Attempt, { kind: 'wait' }>;

const PAUSES_MS = [300, 1200];
const LONGEST_WAIT_MS = 60_000;

/** Does it until Slack takes or refuses it: waits as long as it is told to, and tries again twice where nothing came back. */
export async function persist(act: () => Promise<Attempt>): Promise<Outcome> {
  for (let waited = 0; ; ) {
    const attempt = await insist(act);
    if (attempt.kind !== 'wait') return attempt;
    if (waited >= LONGEST_WAIT_MS) return { kind: 'refused', code: 'ratelimited' };
    waited += attempt.ms;
    await pause(Math.min(attempt.ms, LONGEST_WAIT_MS));
  }
}

/** Does it, and again twice where nothing came back; a wait that Slack asks for is left to whoever called. */
export async function insist(act: () => Promise<Attempt>): Promise<Attempt> {
  for (const ms of PAUSES_MS) {
    const attempt = await act();
    if (attempt.kind !== 'unreachable') return attempt;
    await pause(ms);
  }
  return act();
}

/** A call of the Web API as an attempt. What is no failure of Slack's is thrown on. */
export async function attempt(call: () => Promise<unknown>): Promise<Attempt> {
  try {
    const { ts, channel } = POSTED.safeParse(await call()).data ?? {};
    return { kind: 'done', ...(ts !== undefined && { ts }), ...(channel !== undefined && { channel }) };
  } catch (error) {
    return failureOf(error);
  }
}

const POSTED = z.object({ ts: z.string().optional(), channel: z.string().optional().catch(undefined) });

const FAILURE = z.object({
  code: z.string(),
  data: z.object({ error: z.string(), needed: z.string().optional() }).optional(),
  retryAfter: z.number().optional(),
});

/** Source: the error codes of `@slack/web-api`. */
function failureOf(error: unknown): Attempt {
  const { code, data, retryAfter } = FAILURE.safeParse(error).data ?? {};
  switch (code) {
    case 'slack_webapi_platform_error':
      return { kind: 'refused', code: data?.error ?? code, ...(data?.needed && { needed: data.needed }) };
    case 'slack_webapi_rate_limited_error':
      return { kind: 'wait', ms: (retryAfter ?? 1) * 1000 };
    case 'slack_webapi_http_error':
    case 'slack_webapi_request_error':
      return { kind: 'unreachable' };
    default:
      throw error;
  }
}
