import { z } from 'zod';
import { type Instant, later, MINUTE, SECOND } from '../base/time.ts';
import { type Attempt, attempt } from './attempt.ts';
import type { Way } from './ways.ts';
import type { Client } from './workspaces.ts';

export type MessageWay = Extract<Way, { kind: 'message' }>;

/** It does not stand there, or the app may not read there. */
export interface Absent {
  readonly kind: 'absent';
}
export const ABSENT: Absent = { kind: 'absent' };

const FOUND = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_payload: z.object({ id: z.string() }) })
        .optional()
        .catch(undefined),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional().catch(undefined),
});

/** Clocks differ. */
const LEEWAY_MS = 5 * MINUTE;
const MOST_PAGES = 5;
const PAGE = 100;
const LATELY = 20;

/**
 * Looks for the message that carries an id, among those since a moment, else among the last few. What keeps it from
 * looking for now is handed on, save that after the first page it looks no further. Source: docs.slack.dev,
 * conversations.history and conversations.replies; apps that are not reviewed by Slack may call them once a minute.
 */
export async function findPosted(
  client: Client,
  { channel, thread }: MessageWay,
  id: string,
  since?: Instant,
): Promise<Attempt | Absent> {
  const range = since === undefined ? { limit: LATELY } : { limit: PAGE, oldest: secondsOf(later(since, -LEEWAY_MS)) };
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const asked = { channel, ...range, include_all_metadata: true, ...(cursor !== '' && { cursor }) };
    let answer: unknown;
    const came = await attempt(async () => {
      answer = await (thread === undefined
        ? client.conversations.history(asked)
        : client.conversations.replies({ ...asked, ts: thread }));
    });
    if (came.kind === 'refused' || (came.kind === 'wait' && page > 0)) return ABSENT;
    if (came.kind !== 'done') return came;
    const { messages, response_metadata } = FOUND.safeParse(answer).data ?? { messages: [] };
    const ts = messages.find(({ metadata }) => metadata?.event_payload.id === id)?.ts;
    if (ts !== undefined) return { kind: 'done', ts, channel };
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '' || since === undefined) break;
  }
  return ABSENT;
}

const secondsOf = (at: Instant): string => (at / SECOND).toFixed(6);
