import { randomUUID } from 'node:crypto';
import type { Instant } from '../base/time.ts';
import { type Attempt, attempt, insist, type Outcome, persist } from './attempt.ts';
import { ABSENT, findPosted, type MessageWay } from './find-posted.ts';
import type { Client } from './workspaces.ts';

type Metadata = NonNullable<Parameters<Client['chat']['postMessage']>[0]>['metadata'];
/** Posts a message that carries this. */
export type Post = (metadata: Metadata) => Promise<unknown>;

/**
 * Posts a message. Slack knows no idempotency key, so each carries an id by which it is looked for before it is posted
 * again; the app may read only its conversations with people everywhere, so only there.
 */
export function postOnce(client: Client, way: MessageWay, post: Post): Promise<Outcome> {
  const id = randomUUID();
  let tries = 0;
  return persist(async (): Promise<Attempt> => {
    tries += 1;
    const found = tries > 1 && way.channel.startsWith('D') ? await findPosted(client, way, id) : ABSENT;
    return found.kind === 'done' ? found : attempt(() => post(metadataOf(id)));
  });
}

/** A message that may have been posted before. */
export interface Tried {
  /** The same at every try, in any process. */
  readonly id: string;
  /** When the first try can have been. */
  readonly since: Instant;
  /** Whether a try before this may have come through. */
  readonly isDoubtful: boolean;
}

/** Posts a message that whoever tries again names by the same id; looked for wherever the app may read. */
export function postAgain(
  client: Client,
  way: MessageWay,
  { id, since, isDoubtful }: Tried,
  post: Post,
): Promise<Attempt> {
  let looks = isDoubtful;
  return insist(async (): Promise<Attempt> => {
    const found = looks ? await findPosted(client, way, id, since) : ABSENT;
    looks = true;
    return found.kind === 'absent' ? attempt(() => post(metadataOf(id))) : found;
  });
}

const metadataOf = (id: string): Metadata => ({ event_type: 'hostmaster_reply', event_payload: { id } });
