import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  type REST,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Delivery } from './receive.ts';
import type { DiscordMessage } from './render.ts';

/**
 * How a call ended, where that is nothing to be surprised by: it was carried out; somebody answered before, perhaps
 * this very call, whose confirmation was lost; or it is too late to answer by the interaction's token.
 */
export type Outcome = 'done' | 'answered-before' | 'expired';

/** What can be asked of Discord. Each is repeated, with pauses, while Discord is out of order; a refusal throws. */
export interface Calls {
  /** A message without files. */
  respond(to: Delivery, message: DiscordMessage): Promise<Outcome>;
  /** Puts a message in the place of the one that was pressed on. */
  replace(on: Delivery, message: DiscordMessage): Promise<Outcome>;
  /** Shows that an answer is coming. */
  defer(to: Delivery, isHidden: boolean): Promise<Outcome>;
  openForm(to: Delivery, form: APIModalInteractionResponseCallbackData): Promise<Outcome>;
  suggest(to: Delivery, choices: readonly APIApplicationCommandOptionChoice<string>[]): Promise<Outcome>;
  /** Puts a message in the place of the first response. */
  edit(of: Delivery, message: DiscordMessage): Promise<Outcome>;
  followUp(on: Delivery, message: DiscordMessage): Promise<Outcome>;
  /** The id of the first response; undefined if there is none, or it is too late to ask. */
  original(of: Delivery): Promise<string | undefined>;
  /** Opens a thread below a message of a channel, and gives its id; undefined where the bot may not, or there can be none. */
  openThread(channel: string, message: string, title: string): Promise<string | undefined>;
  /** Sends to a channel; twice with the same nonce sends once. */
  send(channel: string, message: DiscordMessage, nonce: string): Promise<void>;
  /** The channel of direct messages with a person. */
  directChannel(user: string): Promise<string>;
}

/** Gives an interaction its first response; how depends on how it came in. */
export type Answer = (to: Delivery, type: InteractionResponseType, data: object) => Promise<Outcome>;

/** By a call of its own, as Discord wants it for what came by the gateway. */
export const answerOver =
  (rest: REST): Answer =>
  ({ id, token }, type, data) =>
    outcomeOf(() => rest.post(Routes.interactionCallback(id, token), { auth: false, body: { type, data } }));

export function callsOver(rest: REST, answer: Answer): Calls {
  return {
    respond: (to, message) => answer(to, InteractionResponseType.ChannelMessageWithSource, message),
    replace: (on, message) => answer(on, InteractionResponseType.UpdateMessage, shown(message)),
    defer: (to, isHidden) =>
      answer(
        to,
        InteractionResponseType.DeferredChannelMessageWithSource,
        isHidden ? { flags: MessageFlags.Ephemeral } : {},
      ),
    openForm: (to, form) => answer(to, InteractionResponseType.Modal, form),
    suggest: (to, choices) => answer(to, InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
    edit: ({ application, token }, message) =>
      outcomeOf(() => rest.patch(Routes.webhookMessage(application, token), { auth: false, ...sent(shown(message)) })),
    followUp: ({ application, token }, message) =>
      outcomeOf(() => rest.post(Routes.webhook(application, token), { auth: false, ...sent(message) })),
    async original({ application, token }) {
      try {
        const message = await persistently(() => rest.get(Routes.webhookMessage(application, token), { auth: false }));
        return (message as { readonly id: string }).id;
      } catch (error) {
        if (error instanceof DiscordAPIError) return undefined;
        throw error;
      }
    },
    async openThread(channel, message, title) {
      try {
        const body = { name: title, auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
        const thread = await persistently(() => rest.post(Routes.threads(channel, message), { body }));
        return (thread as { readonly id: string }).id;
      } catch (error) {
        if (!(error instanceof DiscordAPIError)) throw error;
        // The thread below a message has the message's id, so that a second try finds the first one's.
        return error.code === THREAD_IS_THERE ? message : undefined;
      }
    },
    async send(channel, message, nonce) {
      const { body, files } = sent(shown(message));
      await persistently(() =>
        rest.post(Routes.channelMessages(channel), { body: { ...body, nonce, enforce_nonce: true }, files }),
      );
    },
    async directChannel(user) {
      const channel = await persistently(() => rest.post(Routes.userChannels(), { body: { recipient_id: user } }));
      return (channel as { readonly id: string }).id;
    },
  };
}

/** The message and its files, as the library takes them. */
export function sent({ files = [], ...message }: DiscordMessage) {
  const attachments = files.map(({ name, description }, id) => ({
    ...{ id: String(id), filename: name },
    ...(description.trim() !== '' && { description }),
  }));
  return {
    body: files.length === 0 ? message : { ...message, attachments },
    files: files.map(({ name, text }) => ({ name, data: Buffer.from(text), contentType: 'text/plain; charset=utf-8' })),
  };
}

/** Who sees a message is settled once it exists, and outside an interaction there is no choice. */
const shown = (message: DiscordMessage): DiscordMessage => ({
  ...message,
  flags: message.flags & ~MessageFlags.Ephemeral,
});

async function outcomeOf(call: () => Promise<unknown>): Promise<Outcome> {
  try {
    await persistently(call);
    return 'done';
  } catch (error) {
    if (isPassing(error)) return 'expired'; // the next try, outside the interaction, may fare better
    const outcome = error instanceof DiscordAPIError ? OUTCOMES[error.code] : undefined;
    if (outcome === undefined) throw error;
    return outcome;
  }
}

/** Discord's error codes: Opcodes and Status Codes, JSON. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  40060: 'answered-before',
  10062: 'expired', // unknown interaction
  10008: 'expired', // unknown message: the placeholder is gone
  50027: 'expired', // invalid webhook token
};

/** What an error says is not looked at: what Discord refuses it refuses again, and all else may pass. */
const isPassing = (error: unknown): boolean => !(error instanceof DiscordAPIError) || error.code === NOT_YET_KNOWN;
/** Unknown webhook: what follows an answer given by HTTP may be faster than that answer. */
const NOT_YET_KNOWN = 10015;

/** Opcodes and Status Codes, JSON. */
const THREAD_IS_THERE = 160004;

const PAUSES_MS = [100, 300, 900];

/** Discord's 5xx, lost connections and time-outs pass; the library repeats none of them here, and waits out 429. */
async function persistently<Value>(call: () => Promise<Value>): Promise<Value> {
  for (const pause of PAUSES_MS) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
    await sleep(pause);
  }
  return call();
}
