import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';

/** Slack's end of Socket Mode. */
export interface Sockets {
  /** An address good for one connection. */
  readonly ticket: (url: string) => string;
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Sends an envelope to one of the connections, in turn; the payload of its acknowledgement, or undefined without one. */
  readonly deliver: (type: string, payload: unknown, waitMs?: number) => Promise<{ readonly ack: unknown } | undefined>;
  readonly open: () => number;
  /** How many connections there have been. */
  readonly opened: () => number;
  /** Asks connections to be renewed, as Slack does every few hours. */
  readonly refresh: (which?: number) => void;
  /** Cuts connections without a word. */
  readonly drop: (which?: number) => void;
  /** Greets no connection from now on, or greets again. */
  readonly greet: (isGreeting: boolean) => void;
  readonly end: () => void;
}

export function openSockets(): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const clients: WebSocket[] = [];
  const waiting = new Map<string, (ack: unknown) => void>();
  let [opened, turn, isGreeting] = [0, 0, true];
  const living = () => clients.filter(({ readyState }) => readyState === WebSocket.OPEN);

  const greet = (client: WebSocket): void => {
    clients.push(client);
    opened += 1;
    client.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      waiting.get(envelope_id)?.(payload);
    });
    client.send(JSON.stringify({ type: 'hello', num_connections: living().length }));
  };
  return {
    ticket(url) {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${url.replace('http', 'ws')}/link/?ticket=${ticket}`;
    },
    accept(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'ws://standin').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      server.handleUpgrade(request, socket, head, (client) => isGreeting && greet(client));
    },
    async deliver(type, payload, waitMs = 3000) {
      const open = living();
      const client = open[turn++ % Math.max(1, open.length)];
      if (!client) return undefined;
      const envelope_id = randomUUID();
      const acked = new Promise<{ ack: unknown }>((resolve) => waiting.set(envelope_id, (ack) => resolve({ ack })));
      client.send(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: type !== 'events_api' }));
      return Promise.race([acked, new Promise<undefined>((resolve) => setTimeout(resolve, waitMs, undefined).unref())]);
    },
    open: () => living().length,
    opened: () => opened,
    refresh(which) {
      for (const client of which === undefined ? living() : living().slice(which, which + 1))
        client.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    drop(which) {
      for (const client of which === undefined ? living() : living().slice(which, which + 1)) client.terminate();
    },
    greet: (isGreetingNow) => {
      isGreeting = isGreetingNow;
    },
    end: () => server.clients.forEach((client) => void client.terminate()),
  };
}
