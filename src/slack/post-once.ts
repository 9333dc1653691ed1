import { randomUUID } from 'node:crypto';
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { type Attempt, attempt, type Outcome, persist } from './attempt.ts';
import type { Way } from './ways.ts';

type Client = App['client'];
type MessageWay = Extract<Way, { kind: 'message' }>;
type Metadata = NonNullable<Parameters<Client['chat']['postMessage']>[0]>['metadata'];

/** Slack knows no idempotency key, so each message carries an id by which it is looked for before it is posted again. */
export function postOnce(
  client: Client,
  way: MessageWay,
  post: (metadata: Metadata) => Promise<unknown>,
): Promise<Outcome> {
  const id = randomUUID();
  let tries = 0;
  return persist(async (): Promise<Attempt> => {
    tries += 1;
    const ts = tries > 1 ? await postedAs(client, way, id) : undefined;
    if (ts !== undefined) return { kind: 'done', ts };
    return attempt(() => post({ event_type: 'hostmaster_reply', event_payload: { id } }));
  });
}

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
});
const AS_FAR_BACK = 20;

/** The message's `ts` if it is there; undefined too where the app may not read, which is everywhere but in conversations with it. */
async function postedAs(client: Client, { channel, thread }: MessageWay, id: string): Promise<string | undefined> {
  if (!channel.startsWith('D')) return undefined;
  const lately = { channel, limit: AS_FAR_BACK, include_all_metadata: true };
  let found: unknown;
  await attempt(async () => {
    found = await (thread === undefined
      ? client.conversations.history(lately)
      : client.conversations.replies({ ...lately, ts: thread }));
  });
  const { messages = [] } = FOUND.safeParse(found).data ?? {};
  return messages.find(({ metadata }) => metadata?.event_payload.id === id)?.ts;
}
