import type { Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { newSnowflake, type State } from './state.ts';

export interface Gateway {
  /** Delivers an event to every bot process whose shard it is of; for one that is away it is kept for its return. */
  dispatch(type: string, data: object): void;
  /** Drops the connections as a failing network does, and so often those that are tried next. */
  drop(times?: number): void;
  /** Drops them and forgets the sessions: the bot has to identify anew. */
  invalidate(): void;
  /** From now on a bot may identify once in so many milliseconds, whichever process or shard it is; 0: as it likes. */
  identifyEvery(ms: number): void;
  close(): void;
  /** How often a bot identified, was sent away as it did so too soon, and resumed; with which intents, and as which shards. */
  readonly seen: { identified: number; tooSoon: number; resumed: number; intents: number; shards: string[] };
}
interface Packet {
  readonly op: number;
  readonly d: {
    readonly token?: string;
    readonly intents?: number;
    readonly session_id?: string;
    readonly seq?: number;
    readonly shard?: readonly [id: number, count: number];
  };
}
/** What a bot process is to hear, from when it identified until it says goodbye. */
interface Session {
  readonly events: { readonly t: string; readonly s: number; readonly d: object }[];
  /** The number of the last. */
  last: number;
  readonly shard: readonly [id: number, count: number];
  socket?: WebSocket;
}

const HEARTBEAT_MS = 10_000;
const LARGEST = 4096;
const GOODBYE = 1000;

/**
 * The gateway's side of Hello, Identify, Resume and Heartbeat. Source: Gateway, Opcodes and Status Codes.
 * @param isRemembering whether it keeps what it has delivered, for those who come back; not for hours of load
 */
export function openGateway(server: Server, state: State, { isRemembering = true } = {}): Gateway {
  const seen: Gateway['seen'] = { identified: 0, tooSoon: 0, resumed: 0, intents: -1, shards: [] };
  let [pause, identifiedAt] = [0, Number.NEGATIVE_INFINITY];
  const sockets = new WebSocketServer({ noServer: true });
  let unreachable = 0;
  server.on('upgrade', (request, socket, head) => {
    if (unreachable-- > 0) socket.destroy();
    else sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client));
  });
  const sessions = new Map<string, Session>();

  function identify(socket: WebSocket, { intents = -1, shard = [0, 1] }: Packet['d']): void {
    // Source: Gateway, Sharding, Max Concurrency: of one, all shards share a bucket of one in five seconds.
    if (performance.now() - identifiedAt < pause) {
      seen.tooSoon += 1;
      send(socket, { op: 9, d: false });
      return;
    }
    identifiedAt = performance.now();
    seen.identified += 1;
    seen.shards.push(shard.join('/'));
    seen.intents = intents;
    const id = newSnowflake();
    const session = { events: [], last: 0, shard, socket };
    sessions.set(id, session);
    const user = { id: state.application, username: 'Hostmaster', discriminator: '0000', avatar: null, bot: true };
    const ready = { v: 10, user, guilds: [], session_id: id, resume_gateway_url: state.gatewayUrl, shard };
    deliver(session, 'READY', { ...ready, application: { id: state.application, flags: 0 } });
  }

  function resume(socket: WebSocket, { session_id = '', seq = 0 }: Packet['d']): void {
    const session = sessions.get(session_id);
    if (session === undefined) {
      send(socket, { op: 9, d: false });
      return;
    }
    seen.resumed += 1;
    session.socket = socket;
    for (const event of session.events.filter(({ s }) => s > seq)) send(socket, { op: 0, ...event });
    send(socket, { op: 0, t: 'RESUMED', s: session.last, d: {} });
  }

  function receive(socket: WebSocket, data: RawData): unknown {
    const text = String(data);
    if (text.length > LARGEST) return socket.close(4002, 'Error while decoding payload.');
    const { op, d }: Packet = JSON.parse(text);
    if (op === 1) return send(socket, { op: 11 });
    const isKnown = [...sessions.values()].some((session) => session.socket === socket);
    if (op !== 2 && op !== 6)
      return isKnown ? socket.close(4001, 'Unknown opcode.') : socket.close(4003, 'Not authenticated.');
    if (d.token?.replace(/^Bot /, '') !== state.token) return socket.close(4004, 'Authentication failed.');
    if (isKnown) return socket.close(4005, 'Already authenticated.');
    if (op === 2) identify(socket, d);
    else resume(socket, d);
    return state.changes.emit('change');
  }

  sockets.on('connection', (socket) => {
    socket.on('message', (data) => receive(socket, data));
    socket.on('error', () => {});
    socket.on('close', (code) => {
      for (const [id, session] of sessions) if (session.socket === socket && code === GOODBYE) sessions.delete(id);
    });
    send(socket, { op: 10, d: { heartbeat_interval: HEARTBEAT_MS } });
  });
  const drop = (times = 0) => {
    unreachable = times;
    for (const { socket } of sessions.values()) socket?.terminate();
  };
  return {
    ...{ seen, drop },
    dispatch: (type, data) => {
      for (const session of sessions.values()) {
        if (!isFor(session, data)) continue;
        deliver(session, type, data);
        if (!isRemembering) session.events.length = 0;
      }
    },
    invalidate() {
      drop();
      sessions.clear();
    },
    identifyEvery(ms) {
      pause = ms;
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** Source: Gateway, Sharding: by the server's id; what is of no server is the first shard's. */
function isFor({ shard: [id, count] }: Session, data: object): boolean {
  const server = 'guild_id' in data ? BigInt(String(data.guild_id)) : 0n;
  return (server >> 22n) % BigInt(count) === BigInt(id);
}

function deliver(session: Session, t: string, d: object): void {
  const { events, socket } = session;
  session.last += 1;
  const event = { t, d, s: session.last };
  events.push(event);
  if (socket !== undefined && socket.readyState === socket.OPEN) send(socket, { op: 0, ...event });
}

const send = (socket: WebSocket, packet: object): void =>
  socket.send(JSON.stringify({ d: null, s: null, t: null, ...packet }));

/** What `GET /gateway/bot` answers: where the gateway is, for one shard. */
export const gatewayBot = (url: string) => ({
  ...{ url, shards: 1 },
  session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
});
