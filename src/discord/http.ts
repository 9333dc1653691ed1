import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type APIInteraction, type APIPingInteraction, InteractionResponseType, InteractionType } from 'discord.js';
import type { Log } from '../base/log.ts';
import { type Instant, MINUTE, SECOND } from '../base/time.ts';
import type { Endpoint } from '../web/endpoint.ts';
import { readBody } from '../web/read-body.ts';
import type { Answer } from './calls.ts';

export interface HttpOptions {
  /** The application's, 64 hexadecimal digits. */
  readonly publicKey: string;
  readonly now: () => Instant;
  readonly log: Log;
}

export const INTERACTIONS_PATH = '/discord/interactions';
/** What is older, or further ahead, was recorded and is being played back, or comes from a clock that is wrong. */
const WINDOW_MS = 5 * MINUTE;
const LARGEST_BODY = 1024 * 1024;

/**
 * Interactions as Discord posts them, for those who run behind a proxy: signed with Ed25519, answered in the response.
 * Source: Discord developer documentation, Receiving and Responding, and Preparing for Interactions.
 * @param take resolves when the interaction is done with; the answer may come long before
 */
export function interactionsEndpoint(
  { publicKey, now, log }: HttpOptions,
  take: (interaction: APIInteraction, answer: Answer) => Promise<void>,
): Endpoint {
  const key = publicKeyOf(publicKey);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return refuse(response, 404);
    const body = await readBody(request, LARGEST_BODY);
    if (body === undefined) return refuse(response, 413);
    const fault = faultOf(request, body, key, now());
    if (fault !== undefined) {
      log(`discord: refused a request that is ${fault}`, 'warn');
      return refuse(response, 401);
    }
    const interaction = interactionIn(body);
    if (interaction === undefined) return refuse(response, 400);
    if (interaction.type === InteractionType.Ping) return send(response, { type: InteractionResponseType.Pong });
    await take(interaction, answerInto(response));
    // What was delivered twice, or asks for nothing, is not answered.
    if (!response.writableEnded) refuse(response, 400);
  }

  return {
    path: INTERACTIONS_PATH,
    handle: (request, response) => {
      handle(request, response).catch(() => response.destroy()); // Discord went away in the middle
    },
  };
}

/** Of 32 octets in hexadecimal. Source: RFC 8037 §2. */
const publicKeyOf = (hex: string): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(hex, 'hex').toString('base64url') },
    format: 'jwk',
  });

/** Why a request is not to be believed; undefined if it is Discord's, and of now. */
function faultOf({ headers }: IncomingMessage, body: string, key: KeyObject, now: Instant): string | undefined {
  const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = headers;
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return 'not signed';
  const isGenuine =
    /^[0-9a-f]{128}$/i.test(signature) &&
    verify(null, Buffer.from(`${timestamp}${body}`), key, Buffer.from(signature, 'hex'));
  if (!isGenuine) return 'signed by another key';
  const away = Number(timestamp) * SECOND - now;
  return Math.abs(away) <= WINDOW_MS ? undefined : 'not of these minutes';
}

function interactionIn(body: string): APIInteraction | APIPingInteraction | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && 'type' in value
      ? (value as APIInteraction | APIPingInteraction)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The first response goes where the interaction came from; it counts as given once it has left. */
const answerInto =
  (response: ServerResponse): Answer =>
  (_, type, data) =>
    new Promise((resolve) => {
      if (response.writableEnded) return resolve('answered-before');
      if (response.destroyed) return resolve('expired');
      response.once('finish', () => resolve('done'));
      response.once('close', () => resolve('expired')); // after `finish` it says nothing new
      send(response, { type, data });
    });

function send(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
