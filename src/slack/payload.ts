import type { types } from '@slack/bolt';
import { z } from 'zod';

/** What Slack delivers, as far as it is looked at. Everything else in a payload is left unread. */

const user = z.object({ id: z.string(), team_id: z.string().optional() });
const team = z.object({ id: z.string() }).nullish();
const option = z.object({ value: z.string() });
const chosen = z.object({ selected_options: z.array(option).optional(), value: z.string().nullish() });
const block = z.custom<types.KnownBlock>((given) => typeof given === 'object' && given !== null && 'type' in given);
const state = z.object({ values: z.record(z.string(), z.record(z.string(), chosen)) });

/** Source: docs.slack.dev, Implementing slash commands. */
export const SLASH_COMMAND = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
  response_url: z.string(),
  trigger_id: z.string(),
});

/** Source: docs.slack.dev, block_actions payload. */
export const BLOCK_ACTIONS = z.object({
  type: z.literal('block_actions'),
  user,
  team,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
    view_id: z.string().optional(),
  }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional(), blocks: z.array(block).optional() }).optional(),
  state: state.optional(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string(),
        value: z.string().optional(),
        text: z.object({ text: z.string() }).optional(),
        selected_option: option.nullish(),
      }),
    )
    .min(1),
});

/** Source: docs.slack.dev, view_submission payload. */
export const VIEW_SUBMISSION = z.object({
  type: z.literal('view_submission'),
  user,
  team,
  view: z.object({
    id: z.string(),
    hash: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state,
  }),
});

/** Source: docs.slack.dev, shortcut payloads. */
export const MESSAGE_SHORTCUT = z.object({
  type: z.literal('message_action'),
  callback_id: z.string(),
  user,
  team,
  trigger_id: z.string(),
  response_url: z.string(),
  channel: z.object({ id: z.string() }),
  message: z.object({ text: z.string().default(''), thread_ts: z.string().optional() }),
});

/** Source: docs.slack.dev, Events API and the events that `EVENTS` names. */
export const EVENT_CALLBACK = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  team_id: z.string(),
  /** In seconds. */
  event_time: z.number().optional(),
  authorizations: z.array(z.object({ user_id: z.string().nullish() })).nullish(),
  event: z.object({
    type: z.string(),
    subtype: z.string().optional(),
    bot_id: z.string().optional(),
    user: z.string().optional(),
    text: z.string().optional(),
    channel: z.string().optional(),
    channel_type: z.string().optional(),
    thread_ts: z.string().optional(),
    tab: z.string().optional(),
    /** What was shared with the message. */
    files: z.array(z.object({ id: z.string() })).nullish(),
    /** The ids of bots whose tokens were revoked. */
    tokens: z.object({ bot: z.array(z.string()).nullish() }).optional(),
  }),
});

export type SlashCommand = z.output<typeof SLASH_COMMAND>;
export type BlockActions = z.output<typeof BLOCK_ACTIONS>;
export type ViewSubmission = z.output<typeof VIEW_SUBMISSION>;
export type MessageShortcut = z.output<typeof MESSAGE_SHORTCUT>;
export type EventCallback = z.output<typeof EVENT_CALLBACK>;
