/**
 * A stand-in for Slack on loopback: enough Web API, Socket Mode and `response_url` for the real Bolt, refusing what
 * Slack refuses, and misbehaving on demand. Start at `startStandin`; people act through `person.ts`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { setTimeout as pause } from 'node:timers/promises';
import { OPTIONAL_SCOPES, SCOPES } from '../../../src/slack/rights.ts';
import { pingsIn } from './check-message.ts';
import { answerAuthorize, type Grants, noGrants, type Page } from './oauth.ts';
import { openSockets, type Sockets } from './sockets.ts';
import { takeUpload } from './uploads.ts';
import { answerMethod, answerResponseUrl } from './web-api.ts';

export const BOT_TOKEN = 'xoxb-standin-1';
export const APP_TOKEN = 'xapp-standin-1';
export const SIGNING_SECRET = 'standin-signing-secret';
export const BOT = 'UBOT';

type Json = Record<string, unknown>;
export interface Posted {
  readonly by: string;
  readonly ts: string;
  readonly channel: string;
  /** Whose token it was posted with, where that was granted to a workspace. */
  readonly team?: string;
  /** Who alone sees it. */
  readonly user?: string;
  readonly thread?: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly metadata?: unknown;
}
/** Source: docs.slack.dev, conversation object. */
export interface Room {
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  readonly isReadOnly?: boolean;
  readonly hasNoThreads?: boolean;
}
export interface View {
  readonly id: string;
  readonly user: string;
  readonly view: Json;
}
/** What a method does instead of its work; `after` does the work first. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number; readonly after?: boolean }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'hang'; readonly ms: number }
  | { readonly kind: 'cut'; readonly after?: boolean };

/** A file that somebody shared. Source: docs.slack.dev, file object. */
export interface SharedFile {
  readonly name: string;
  readonly user: string;
  octets: Uint8Array;
  /** How often it is refused yet in a message, since Slack has not looked at it. */
  unready?: number;
  readonly description?: string;
  /** Where it says that its octets are, if not here. */
  readonly elsewhere?: string;
}

export interface State {
  /** By id. */
  readonly files: Map<string, SharedFile>;
  /** What the bot has shared, and where. */
  readonly shares: { readonly file: SharedFile; readonly channel: string }[];
  readonly messages: Posted[];
  readonly modals: View[];
  /** By user. */
  readonly homes: Map<string, Json>;
  /** Each call, as `method` or `response_url`. */
  readonly calls: string[];
  /** What was refused, with why. */
  readonly refusals: string[];
  /** Mentions that some message would have carried out. */
  readonly pings: string[];
  /** When each `trigger_id` was given, and whether it was used. */
  readonly triggers: Map<string, { readonly at: number; isUsed: boolean }>;
  /** How often each `response_url` was used, and whom it belongs to. */
  readonly responseUrls: Map<
    string,
    { uses: number; isExpired: boolean; readonly channel: string; readonly user: string; readonly thread?: string }
  >;
  /** Channels that the bot is in; those of learners with it are always open. */
  readonly channels: Set<string>;
  /** What is special about a channel; those that are not here are closed to the app, unless it is in them. */
  readonly rooms: Map<string, Room>;
  /** How many messages of a conversation are listed at once, however many are asked for. */
  mostListed: number;
  /** Who administers the workspace. */
  readonly admins: Set<string>;
  /** How often a file that is uploaded is refused at first. */
  unreadyAtFirst: number;
  /** Who made each channel that the app may see. */
  readonly makers: Map<string, string>;
  /** What the bot's token may do. */
  scopes: readonly string[];
  readonly faults: Map<string, Fault[]>;
  readonly sockets: Sockets;
  readonly grants: Grants;
  serial: number;
  url: string;
}
export interface Standin extends State {
  readonly apiUrl: string;
  /** The next calls of a method, or of `response_url`, go wrong like this, one after the other. */
  readonly misbehave: (method: string, ...faults: Fault[]) => void;
  readonly stop: () => Promise<void>;
}

export async function startStandin(): Promise<Standin> {
  const state: State = {
    files: new Map(),
    shares: [],
    ...{ messages: [], modals: [], homes: new Map(), calls: [], refusals: [], pings: [], triggers: new Map() },
    ...{
      responseUrls: new Map(),
      channels: new Set(['COPEN']),
      rooms: new Map(),
      mostListed: 100,
      unreadyAtFirst: 0,
      faults: new Map(),
      scopes: [...SCOPES, ...OPTIONAL_SCOPES],
      admins: new Set(),
      makers: new Map([
        ['COPEN', 'UMAKER'],
        ['CELSEWHERE', 'UOTHER'],
      ]),
      sockets: openSockets(),
      grants: noGrants(),
      serial: 1,
      url: '',
    },
  };
  const server = createServer((request, response) => void serve(state, request, response));
  server.on('upgrade', (request, socket, head) => state.sockets.accept(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  state.url = `http://127.0.0.1:${port}`;
  return Object.assign(state, {
    apiUrl: `${state.url}/api/`,
    misbehave: (method: string, ...faults: Fault[]) => void state.faults.set(method, faults),
    async stop() {
      state.sockets.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

export const next = (state: State, prefix: string): string => `${prefix}${state.serial++}`;

/** Keeps a message, and notes whom it would have called. */
export function post(state: State, message: Json, posted: Omit<Posted, 'ts' | 'text' | 'blocks'>): Posted {
  state.pings.push(...pingsIn(message, posted.user !== undefined || posted.channel.startsWith('D')));
  const ts = `${Math.floor(Date.now() / 1000)}.${String(state.serial++).padStart(6, '0')}`;
  const kept = {
    ...posted,
    ts,
    text: String(message.text ?? ''),
    blocks: (message.blocks ?? []) as Json[],
    metadata: message.metadata,
  };
  state.messages.push(kept);
  return kept;
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = new URL(request.url ?? '/', state.url);
  const path = address.pathname;
  const isApi = path.startsWith('/api/');
  const method = isApi ? path.slice('/api/'.length) : 'response_url';
  const body = await readBody(request);
  if (path === '/oauth/v2/authorize') return show(answerAuthorize(state, request, address, body), response);
  if (path.startsWith('/upload/')) return void response.writeHead(takeUpload(state, path, body) ? 200 : 404).end('OK');
  if (path.startsWith('/files-pri/')) return giveFile(state, request, response, path.split('/')[2] ?? '');
  state.calls.push(method);
  const work = () => (isApi ? answerMethod(state, method, body, request) : answerResponseUrl(state, path, body));
  const fault = state.faults.get(method)?.shift();
  if (fault?.kind === 'hang') await pause(fault.ms);
  if ((fault?.kind === 'status' || fault?.kind === 'cut') && fault.after) work();
  if (fault?.kind === 'cut') return void request.socket.destroy();
  if (fault?.kind === 'status') {
    const wait = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
    return void response.writeHead(fault.status, wait).end();
  }
  const { status = 200, ...answer } = fault?.kind === 'error' ? { ok: false, error: fault.error } : work();
  const headers = { 'content-type': 'application/json', ...(isApi && { 'x-oauth-scopes': state.scopes.join(',') }) };
  response.writeHead(Number(status), headers).end(JSON.stringify(answer));
}

/** The octets of a file, to whoever brings a token of a bot. */
function giveFile(state: State, request: IncomingMessage, response: ServerResponse, id: string): void {
  state.calls.push('file');
  const file = state.files.get(id);
  const isKnown = request.headers.authorization === `Bearer ${BOT_TOKEN}`;
  response.writeHead(file && isKnown ? 200 : 404).end(file && isKnown ? file.octets : undefined);
}

function show({ status, location, text }: Page, response: ServerResponse): void {
  response.writeHead(status, { 'content-type': 'text/html', ...(location && { location }) }).end(text);
}

async function readBody(request: IncomingMessage): Promise<Json> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const text = Buffer.concat(parts).toString();
  if (request.headers['content-type'] === 'application/octet-stream') return { octets: Buffer.concat(parts) };
  if (request.headers['content-type']?.startsWith('application/json')) return JSON.parse(text);
  const fields = Object.entries(parse(text)).map(([key, value]) => [
    key,
    STRUCTURED.includes(key) ? JSON.parse(String(value)) : value,
  ]);
  return Object.fromEntries(fields);
}
const STRUCTURED = ['blocks', 'view', 'metadata', 'files'];
