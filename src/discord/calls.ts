import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  type REST,
  Routes,
} from 'discord.js';
import { type ChannelCalls, channelCallsOver, idOf, sent, shown } from './channel-calls.ts';
import { isPassing, persistently } from './persistently.ts';
import type { Delivery } from './receive.ts';
import type { DiscordMessage } from './render.ts';

/**
 * How a call ended, where that is nothing to be surprised by: it was carried out; somebody answered before, perhaps
 * this very call, whose confirmation was lost; or it is too late to answer by the interaction's token.
 */
export type Outcome = 'done' | 'answered-before' | 'expired';

/** What can be asked of Discord about an interaction, and outside one. Each is repeated, with pauses, while Discord is out of order; a refusal throws. */
export interface Calls extends ChannelCalls {
  /** A message without files. */
  respond(to: Delivery, message: DiscordMessage): Promise<Outcome>;
  /** Puts a message in the place of the one that was pressed on. */
  replace(on: Delivery, message: DiscordMessage): Promise<Outcome>;
  /** Shows that an answer is coming. */
  defer(to: Delivery, isHidden: boolean): Promise<Outcome>;
  /** Shows that what was pressed on is about to be another. */
  deferReplacing(on: Delivery): Promise<Outcome>;
  openForm(to: Delivery, form: APIModalInteractionResponseCallbackData): Promise<Outcome>;
  suggest(to: Delivery, choices: readonly APIApplicationCommandOptionChoice<string>[]): Promise<Outcome>;
  /** Puts a message in the place of the first response. */
  editFirst(of: Delivery, message: DiscordMessage): Promise<Outcome>;
  followUp(on: Delivery, message: DiscordMessage): Promise<Outcome>;
  /** The id of the first response; undefined if there is none, or it is too late to ask. */
  original(of: Delivery): Promise<string | undefined>;
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
    ...channelCallsOver(rest),
    respond: (to, message) => answer(to, InteractionResponseType.ChannelMessageWithSource, message),
    // Without files of its own it has none, whatever the one had in whose place it comes.
    replace: (on, message) => answer(on, InteractionResponseType.UpdateMessage, { ...shown(message), attachments: [] }),
    deferReplacing: (on) => answer(on, InteractionResponseType.DeferredMessageUpdate, {}),
    defer: (to, isHidden) =>
      answer(
        to,
        InteractionResponseType.DeferredChannelMessageWithSource,
        isHidden ? { flags: MessageFlags.Ephemeral } : {},
      ),
    openForm: (to, form) => answer(to, InteractionResponseType.Modal, form),
    suggest: (to, choices) => answer(to, InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
    editFirst: ({ application, token }, message) =>
      outcomeOf(() => rest.patch(Routes.webhookMessage(application, token), { auth: false, ...sent(shown(message)) })),
    followUp: ({ application, token }, message) =>
      outcomeOf(() => rest.post(Routes.webhook(application, token), { auth: false, ...sent(message) })),
    async original({ application, token }) {
      try {
        return idOf(await persistently(() => rest.get(Routes.webhookMessage(application, token), { auth: false })));
      } catch (error) {
        if (error instanceof DiscordAPIError) return undefined;
        throw error;
      }
    },
  };
}

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
