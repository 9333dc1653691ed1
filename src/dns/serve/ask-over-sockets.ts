import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { type Question, type Rcode, type Response, sameQuestion } from '../message.ts';
import type { Query, Resolution } from '../resolver/resolution.ts';
import { type ResolveOptions, resolve } from '../resolver/resolve.ts';
import { decodeResponse } from '../wire/decode-response.ts';
import { encodeQuery } from '../wire/encode-query.ts';
import { framed, takeFrames } from './frames.ts';

/** How servers are reached. `port` is 53 unless told otherwise; after `timeoutMs` a query counts as unanswered. */
export interface SocketOptions {
  readonly port?: number;
  readonly timeoutMs?: number;
}

/** A resolution carried out over real UDP and TCP: the same steps as in memory, driven by sockets. */
export async function resolveOverSockets(
  question: Question,
  options: ResolveOptions & SocketOptions,
): Promise<Resolution> {
  const steps = resolve(question, options);
  let next = steps.next();
  while (!next.done) next = steps.next(await askOverSockets(next.value, options));
  return next.value;
}

/**
 * Puts one query to its address, and once more without EDNS where the server seems not to know that: a signature cannot
 * be asked for then. RFC 6891 §7.
 */
export async function askOverSockets(
  query: QueryOverSockets,
  options: SocketOptions = {},
): Promise<Response | 'timeout'> {
  const response = await exchange(query, options, true);
  const isOld = response !== 'timeout' && WITHOUT_EDNS.includes(response.rcode);
  return isOld ? exchange({ ...query, dnssec: false }, options, false) : response;
}

type QueryOverSockets = Pick<Query, 'address' | 'question' | 'tcp' | 'rd' | 'dnssec'>;

/** What a server says to a query with an OPT record when it does not know what that is. */
const WITHOUT_EDNS: readonly Rcode[] = ['FORMERR', 'NOTIMP'];

/**
 * One query and its reply, each from a socket and with an id of its own. Only a reply from there, with that id and to
 * that question, counts; anything else is as if nothing had come. RFC 5452 §9.1.
 */
function exchange(
  { address, question, tcp, rd, dnssec = false }: QueryOverSockets,
  { port = 53, timeoutMs = 1500 }: SocketOptions,
  edns: boolean,
): Promise<Response | 'timeout'> {
  const id = randomInt(0x10000);
  const octets = encodeQuery({ id, question, rd, edns, dnssec });
  const accept = (reply: Uint8Array): Response | undefined => {
    const read = decodeResponse(reply);
    return read?.id === id && sameQuestion(read.response.question, question) ? read.response : undefined;
  };
  return (tcp ? askTcp : askUdp)({ address, port, octets, timeoutMs, accept });
}

interface Exchange {
  readonly address: string;
  readonly port: number;
  readonly octets: Uint8Array;
  readonly timeoutMs: number;
  readonly accept: (reply: Uint8Array) => Response | undefined;
}

function askUdp({ address, port, octets, timeoutMs, accept }: Exchange): Promise<Response | 'timeout'> {
  return new Promise((resolve) => {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
    const finish = (outcome: Response | 'timeout'): void => {
      clearTimeout(timer);
      socket.removeAllListeners('message').close();
      resolve(outcome);
    };
    const timer = setTimeout(finish, timeoutMs, 'timeout');
    socket.once('error', () => finish('timeout'));
    // Connected, so that the system itself drops what comes from anywhere else.
    socket.connect(port, address, () => socket.send(octets));
    socket.on('message', (reply) => {
      const response = accept(reply);
      if (response) finish(response);
    });
  });
}

function askTcp({ address, port, octets, timeoutMs, accept }: Exchange): Promise<Response | 'timeout'> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    let received: Uint8Array = new Uint8Array();
    const finish = (outcome: Response | 'timeout'): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(finish, timeoutMs, 'timeout');
    socket.once('error', () => finish('timeout')).once('end', () => finish('timeout'));
    socket.once('connect', () => socket.write(framed(octets)));
    socket.on('data', (chunk) => {
      const { messages, rest } = takeFrames(Buffer.concat([received, chunk]));
      received = rest;
      const [response] = messages.flatMap((message) => accept(message) ?? []);
      if (response) finish(response);
    });
  });
}
