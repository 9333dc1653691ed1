import { z } from 'zod';
import { type Attempt, attempt, insist } from './attempt.ts';
import type { Client } from './workspaces.ts';

/** Source: docs.slack.dev, conversations.open. */
const OPENED = z.object({ channel: z.object({ id: z.string() }) });

/**
 * The app's conversation with somebody, as the attempt's `channel`. Without the scope for it there is none, though a
 * message can still be posted to the person.
 */
export async function openDirect(client: Client, user: string): Promise<Attempt> {
  let answer: unknown;
  const came = await insist(() =>
    attempt(async () => {
      answer = await client.conversations.open({ users: user });
    }),
  );
  if (came.kind === 'refused' && came.code === 'missing_scope') return { kind: 'done' };
  const channel = OPENED.safeParse(answer).data?.channel.id;
  return came.kind === 'done' && channel !== undefined ? { kind: 'done', channel } : came;
}
