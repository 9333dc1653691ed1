import { z } from 'zod';
import type { Address } from '../tutor/courier.ts';
import { type Attempt, attempt, insist } from './attempt.ts';
import { openDirect } from './open-direct.ts';
import { notPosted, whyRefused } from './post-outcome.ts';
import type { Client } from './workspaces.ts';

/** Source: docs.slack.dev, conversations.info and the conversation object; every answer tells the scopes of the token. */
const INFO = z.object({
  channel: z.object({
    is_member: z.boolean().optional(),
    is_private: z.boolean().optional(),
    is_archived: z.boolean().optional(),
    is_read_only: z.boolean().optional(),
    is_im: z.boolean().optional(),
  }),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** What keeps the app from posting at an address, as far as Slack tells without a message. */
export async function obstaclesAt(client: Client, to: Address): Promise<readonly string[]> {
  if (to.kind === 'direct') return sentencesOf(await openDirect(client, to.user));
  let answer: unknown;
  const came = await insist(() =>
    attempt(async () => {
      answer = await client.conversations.info({ channel: to.channel });
    }),
  );
  if (came.kind !== 'done') return sentencesOf(came);
  const { channel = {}, response_metadata } = INFO.safeParse(answer).data ?? {};
  if (channel.is_archived) return [whyRefused('is_archived')];
  if (channel.is_read_only) return [whyRefused('restricted_action')];
  const isInside = channel.is_member !== false || channel.is_im === true;
  const isOpen = channel.is_private !== true && (response_metadata?.scopes?.includes('chat:write.public') ?? true);
  return isInside || isOpen ? [] : [whyRefused('not_in_channel')];
}

function sentencesOf(came: Attempt): readonly string[] {
  if (came.kind === 'done') return [];
  const outcome = notPosted(came);
  if (outcome.kind === 'refused') return [outcome.why];
  return ['Slack does not answer just now, so I cannot tell whether I may post there. Try again in a minute.'];
}
