/**
 * A Discord on this machine: enough of its REST interface and gateway for the real client library, with its refusals.
 * It does on demand what Discord does on bad days. `learner.ts` is how tests use it as people would.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { type Fault, takeFault } from './faults.ts';
import { type Gateway, gatewayBot, openGateway } from './gateway.ts';
import { openApiCheck } from './openapi.ts';
import type { Payload } from './payload.ts';
import { type Forgery, newKeys, type Posted, postSigned } from './post.ts';
import { type Answer, type Body, type Call, route } from './routes.ts';
import { invalid, newState, Refusal, type State } from './state.ts';

export interface StandIn {
  readonly url: string;
  readonly state: State;
  readonly gateway: Gateway;
  /** The application's, as the developer portal shows it. */
  readonly publicKey: string;
  /** From now on interactions are posted to an address, and not sent by the gateway; or sent by it again. */
  postTo(url: string | undefined): void;
  /** Delivers an interaction to the bot. */
  deliver(payload: Payload): void;
  /** Posts something signed, or not quite, and says what came back. */
  post(payload: object, forgery?: Forgery): Promise<Posted>;
  /** From now on, that many times. */
  misbehave(fault: Fault): void;
  close(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const state = newState();
  const faults: Fault[] = [];
  const check = openApiCheck();
  const server = createServer((request, response) => {
    handle(state, faults, check, request, response).catch((error) => {
      // Whoever was killed in the middle of a request has sent none.
      if (request.destroyed && !request.complete) return;
      state.refusals.push(`the stand-in broke: ${error.stack}`);
      response.destroy();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  state.gatewayUrl = `ws://127.0.0.1:${port}`;
  const gateway = openGateway(server, state);
  const { publicKey, privateKey } = newKeys();
  state.publicKey = publicKey;
  let url: string | undefined;
  const post = (payload: object, forgery?: Forgery) => postSigned(url ?? '', payload, privateKey, forgery);
  /** What comes back by HTTP is the first response, with the same rules. */
  const takeAnswer = ({ id, token }: Payload, { status, body }: Posted) => {
    if (status === 0) return void state.refusals.push('no answer within three seconds');
    if (body === undefined) return;
    act(
      state,
      check,
      { method: 'POST', path: `/interactions/${id}/${token}/callback`, body: body as Body, authorization: undefined },
      body,
    );
    state.changes.emit('change');
  };
  return {
    ...{ url: `http://127.0.0.1:${port}/api`, state, gateway, publicKey, post },
    postTo: (to) => {
      url = to;
    },
    deliver(payload) {
      if (url === undefined) gateway.dispatch('INTERACTION_CREATE', payload);
      else {
        const interaction = state.interactions.get(String(payload.id));
        if (interaction) interaction.isPosted = true;
        post(payload).then((posted) => takeAnswer(payload, posted));
      }
    },
    misbehave: (fault) => faults.push({ ...fault }),
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function handle(
  state: State,
  faults: readonly Fault[],
  check: ReturnType<typeof openApiCheck>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const attached = state.attachments.get(request.url ?? '');
  if (attached) {
    state.downloads += 1;
    return void response.writeHead(200, { 'Content-Length': attached.length }).end(attached);
  }
  const path = (request.url ?? '').replace(/^\/api\/v10/, '').replace(/\?.*$/, '');
  const method = request.method ?? '';
  const { body, files } = await readCall(request);
  state.calls += 1;
  state.changes.emit('change');
  const fault = takeFault(faults, method, path);
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'reset') return void request.socket.destroy();
  if (fault?.kind === '400')
    return send(response, { status: 400, body: { message: 'Invalid Form Body', code: 50035 } });
  if (fault?.kind === '500')
    return send(response, { status: 500, body: { message: '500: Internal Server Error', code: 0 } });
  if (fault?.kind === 'unknown-webhook')
    return send(response, { status: 404, body: { message: 'Unknown Webhook', code: 10015 } });
  if (fault?.kind === 'refusal') {
    const { status = 403, code = 0 } = fault.refusal ?? {};
    return send(response, { status, body: { message: 'No.', code } });
  }
  if (fault?.kind === '429') return sendRateLimit(response, fault.retryAfter ?? 1);
  const answer = act(
    state,
    check,
    {
      method,
      path,
      query: new URL(request.url ?? '', 'http://x').searchParams,
      body: files ? { ...body, files } : (body ?? {}),
      authorization: request.headers.authorization,
    },
    body,
  );
  state.changes.emit('change');
  if (fault?.kind === 'hang-after') return;
  send(
    response,
    fault?.kind === '500-after' ? { status: 500, body: { message: '500: Internal Server Error', code: 0 } } : answer,
  );
}

/** JSON, or JSON with files beside it. Source: Uploading Files. */
async function readCall(request: IncomingMessage): Promise<{ body?: Body; files?: Readonly<Record<string, string>> }> {
  const type = request.headers['content-type'] ?? '';
  const sent = new Response(Readable.toWeb(request) as ReadableStream, { headers: { 'content-type': type } });
  if (!type.startsWith('multipart/')) {
    const text = await sent.text();
    return text === '' ? {} : { body: JSON.parse(text) };
  }
  const form = await sent.formData();
  const body = JSON.parse(String(form.get('payload_json')));
  const parts = [...form].flatMap(([key, part]) => (key.startsWith('files[') && part instanceof File ? [part] : []));
  const files = await Promise.all(parts.map(async (part) => [part.name, await wordsOf(part)] as const));
  return { body, files: Object.fromEntries(files) };
}

/** Octets that are no words stand for themselves, one character each. */
const wordsOf = async (part: File): Promise<string> =>
  part.type.startsWith('text/') ? part.text() : Buffer.from(await part.arrayBuffer()).toString('latin1');

function act(state: State, check: ReturnType<typeof openApiCheck>, call: Call, body: unknown): Answer {
  if (call.path === '/gateway/bot') return { status: 200, body: gatewayBot(state.gatewayUrl) };
  try {
    const problems = check(call.method, call.path, body);
    if (problems.length > 0) throw invalid(problems);
    return route(state, call);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, code, message, isRace } = error;
    if (!isRace)
      state.refusals.push(`${call.method} ${call.path.replace(/\/[^/]{30,}/, '/…')}: ${status} ${code} ${message}`);
    return { status, body: { message, code } };
  }
}

function sendRateLimit(response: ServerResponse, retryAfter: number): void {
  const headers = { 'Retry-After': String(retryAfter), 'X-RateLimit-Scope': 'user' };
  response.writeHead(429, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify({ message: 'You are being rate limited.', retry_after: retryAfter, global: false }));
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, body === undefined ? {} : { 'Content-Type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
