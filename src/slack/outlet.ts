import type { App } from '@slack/bolt';
import { assertNever } from '../base/result.ts';
import { type Attempt, attempt, type Outcome, persist } from './attempt.ts';
import { postOnce } from './post-once.ts';
import type { SlackMessage } from './render.ts';
import type { Way } from './ways.ts';

type Client = App['client'];

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
    case 'message': {
      const to = { channel: way.channel, ...PLAIN };
      return postOnce(client, way, (metadata) =>
        client.chat.postMessage({ ...content, ...thread, ...to, ...(metadata && { metadata }) }),
      );
    }
    default:
      return assertNever(way);
  }
}

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
