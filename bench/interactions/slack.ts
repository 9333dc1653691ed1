import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { stringify } from 'node:querystring';
import { actionIdOf } from '../../src/slack/action-id.ts';
import { openSockets } from '../../test/platforms/slack/sockets.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from '../../test/platforms/slack/standin.ts';
import { openLoopback } from './loopback.ts';
import type { Platform, Press } from './platform.ts';

/** Hands a payload to the bot; resolves once that has acknowledged it. */
type Deliver = (payload: object) => Promise<unknown>;

/** A workspace where learners press buttons of messages that only they see. @param team its id */
export async function openSlack(team: string, by: 'http' | 'socket'): Promise<Platform> {
  const sockets = openSockets();
  const replied = new Map<string, () => void>();
  const loopback = await openLoopback(({ url = '' }) => {
    replied.get(url)?.();
    if (url.endsWith('/auth.test')) return AUTHORISED;
    if (url.endsWith('/apps.connections.open')) return JSON.stringify({ ok: true, url: sockets.ticket(api) });
    return '{"ok":true}';
  });
  loopback.server.on('upgrade', (request, socket, head) => sockets.accept(request, socket, head));
  const api = `http://${loopback.host}`;
  const host = await freeHost();
  const deliver: Deliver =
    by === 'socket' ? (payload) => sockets.deliver('interactive', payload) : byHttp(`http://${host}/slack/events`);
  const credentials =
    by === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: portOf(host) };
  let serial = 0;
  return {
    environment: { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: `${api}/api/`, ...credentials },
    async press(press) {
      const path = `/reply/${serial++}`;
      const payload = payloadOf(press, team, `${api}${path}`, String(serial));
      const sent = performance.now();
      const since = () => performance.now() - sent;
      const reply = new Promise<number>((resolve) => replied.set(path, () => resolve(since())));
      const ack = deliver(payload).then(since);
      const timing = { reply: await reply, ack: await ack };
      replied.delete(path);
      return timing;
    },
    async close() {
      sockets.end();
      await loopback.close();
    },
  };
}

export const AUTHORISED = JSON.stringify({
  ok: true,
  url: 'https://bench.example/',
  team_id: 'T1',
  user_id: 'U0',
  bot_id: 'B0',
});

/** Source: docs.slack.dev, block_actions payload. */
export function payloadOf({ user, command }: Press, team: string, response_url: string, serial: string): object {
  return {
    ...{ type: 'block_actions', trigger_id: `trigger-${serial}`, response_url, api_app_id: 'A1' },
    ...{ user: { id: user, username: user, team_id: team }, team: { id: team, domain: 'bench' } },
    channel: { id: 'C1', name: 'a' },
    container: { type: 'message', message_ts: `1700000000.${serial}`, channel_id: 'C1', is_ephemeral: true },
    actions: [
      {
        ...{ type: 'button', block_id: 'b1', value: command, text: { type: 'plain_text', text: 'A' } },
        action_id: actionIdOf({ kind: 'press', index: 0, rest: '' }),
      },
    ],
  };
}

/** Signed requests over connections that stay open. */
export function byHttp(url: string): Deliver {
  const agent = new Agent({ keepAlive: true });
  return (payload) =>
    new Promise((resolve, reject) => {
      const body = stringify({ payload: JSON.stringify(payload) });
      const at = String(Math.floor(Date.now() / 1000));
      const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${body}`).digest('hex');
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-slack-signature': `v0=${signature}`,
        'x-slack-request-timestamp': at,
      };
      request(url, { method: 'POST', agent, headers }, (response) => resolve(response.resume()))
        .on('error', reject)
        .end(body);
    });
}

/** An address that nobody listens at. */
export async function freeHost(): Promise<string> {
  const { host, close } = await openLoopback(() => undefined);
  await close();
  return host;
}

export const portOf = (host: string): string => host.split(':')[1] ?? '';
