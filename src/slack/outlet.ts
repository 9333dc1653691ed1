import { assertNever } from '../base/result.ts';
import { type Attempt, attempt, type Outcome, persist } from './attempt.ts';
import type { MessageWay } from './find-posted.ts';
import { type Post, postOnce } from './post-once.ts';
import type { SlackMessage } from './render.ts';
import type { Way } from './ways.ts';
import type { Client } from './workspaces.ts';

/** Puts messages before people. */
export type Outlet = (way: Way, message: SlackMessage) => Promise<Outcome>;

/** How long Slack has for an answer, in milliseconds. */
export const CALL_TIMEOUT_MS = 5000;
/** Links in messages are shown as they are, with nothing fetched or unfolded; names are no mentions. */
const PLAIN = { unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none', mrkdwn: false } as const;

export const outletFor =
  (client: Client): Outlet =>
  (way, message) =>
    sendBy(client, way, message);

function sendBy(client: Client, way: Way, { text, blocks }: SlackMessage): Promise<Outcome> {
  const content = { text, ...(blocks.length === 0 ? {} : { blocks: [...blocks] }) };
  const thread = way.thread === undefined ? {} : { thread_ts: way.thread };
  switch (way.kind) {
    case 'response-url': {
      const response_type = way.isShared ? 'in_channel' : 'ephemeral';
      return persist(() => post(way.url, { ...content, ...thread, replace_original: false, response_type }));
    }
    case 'ephemeral': {
      const to = { channel: way.channel, user: way.user, parse: 'none', link_names: false } as const;
      return persist(() => attempt(() => client.chat.postEphemeral({ ...content, ...thread, ...to })));
    }
    case 'message':
      return postOnce(client, way, posting(client, way, { text, blocks }));
    default:
      return assertNever(way);
  }
}

/** The call that posts a message, with the metadata that it is to carry. */
export const posting =
  (client: Client, { channel, thread }: MessageWay, { text, blocks }: SlackMessage): Post =>
  (metadata) =>
    client.chat.postMessage({
      ...{ channel, text, ...PLAIN },
      ...(blocks.length > 0 && { blocks: [...blocks] }),
      ...(thread !== undefined && { thread_ts: thread }),
      ...(metadata && { metadata }),
    });

/** To a `response_url`, which may say no with any status, 200 among them: then the body tells. */
async function post(url: string, message: object): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    return judge(response, await response.text());
  } catch {
    return { kind: 'unreachable' };
  }
}

function judge({ status, headers }: Response, body: string): Attempt {
  if (status === 429) return { kind: 'wait', ms: (Number(headers.get('retry-after')) || 1) * 1000 };
  if (status >= 500) return { kind: 'unreachable' };
  const [, code] = /"error"\s*:\s*"([^"]*)"/.exec(body) ?? [];
  const isTaken = status < 300 && code === undefined && !/"ok"\s*:\s*false/.test(body);
  return isTaken ? { kind: 'done' } : { kind: 'refused', code: code ?? `status_${status}` };
}
