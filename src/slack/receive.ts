import { z } from 'zod';
import { instant, SECOND } from '../base/time.ts';
import { fillCommand } from '../tutor/fill-command.ts';
import { lookUpLine } from '../tutor/look-up-line.ts';
import { asTyped } from './escape.ts';
import { besidesMention, lineOfMessage, lineOfSlash } from './line.ts';
import {
  BLOCK_ACTIONS,
  EVENT_CALLBACK,
  type EventCallback,
  MESSAGE_SHORTCUT,
  type MessageShortcut,
  SLASH_COMMAND,
  type SlashCommand,
  VIEW_SUBMISSION,
  type ViewSubmission,
} from './payload.ts';
import { inThread, readForm } from './place.ts';
import { receiveAction } from './receive-action.ts';
import { type Received, slackAccount } from './received.ts';

type Names = ReadonlySet<string>;
type Receive = (body: unknown, commands: Names) => Received;

/**
 * What a delivery from Slack asks for, by Socket Mode or by HTTP. What cannot be read asks for nothing. Never throws.
 * @param commands the names of all commands
 */
export function receiveSlack(body: unknown, commands: Names): Received {
  const { command, type = '' } = KIND.safeParse(body).data ?? {};
  return (RECEIVERS[command === undefined ? type : 'slash_command'] ?? nothing)(body, commands);
}

/** How it was asked, as Slack calls it. */
export function askedBy(body: unknown): string {
  const { command, type = '' } = KIND.safeParse(body).data ?? {};
  return command === undefined ? (ASKED_BY[type] ?? 'other') : 'command';
}
const ASKED_BY: Readonly<Record<string, string>> = {
  event_callback: 'message',
  block_actions: 'control',
  view_submission: 'form',
  message_action: 'shortcut',
};

const KIND = z.object({ command: z.string().optional(), type: z.string().optional() });
const nothing = (): Received => ({ kind: 'nothing' });

const reading =
  <Body>(schema: z.ZodType<Body>, receive: (body: Body, commands: Names) => Received): Receive =>
  (body, commands) => {
    const read = schema.safeParse(body);
    return read.success ? receive(read.data, commands) : nothing();
  };

const RECEIVERS: Readonly<Record<string, Receive>> = {
  slash_command: reading(SLASH_COMMAND, receiveSlash),
  event_callback: reading(EVENT_CALLBACK, receiveEvent),
  block_actions: reading(BLOCK_ACTIONS, receiveAction),
  view_submission: reading(VIEW_SUBMISSION, receiveSubmission),
  message_action: reading(MESSAGE_SHORTCUT, receiveShortcut),
};

function receiveSlash(body: SlashCommand): Received {
  const place = { channel: body.channel_id, responseUrl: body.response_url };
  const line = lineOfSlash(body.command, body.text);
  return { kind: 'line', id: body.trigger_id, line, account: slackAccount(body.team_id, body.user_id), place };
}

/** Subtypes of messages that a person wrote just now. */
const WRITTEN: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

function receiveEvent(body: EventCallback, commands: Names): Received {
  const { event_id: id, team_id, authorizations, event } = body;
  if (isRemoval(event)) return receiveRemoval(body);
  const { type, user, text = '', channel } = event;
  if (user === undefined || event.bot_id !== undefined || !WRITTEN.includes(event.subtype)) return nothing();
  const asked = { id, account: slackAccount(team_id, user) };
  if (type === 'app_home_opened') return event.tab === 'home' ? { kind: 'home', ...asked, place: {} } : nothing();
  const isDirect = type === 'message' && event.channel_type === 'im';
  if (channel === undefined || !(isDirect || type === 'app_mention')) return nothing();
  const said = isDirect ? text : besidesMention(text, authorizations?.[0]?.user_id ?? undefined);
  const line = withFile(lineOfMessage(said, commands), event.files) || '/help';
  return { kind: 'line', ...asked, line, place: { channel, isDirect, ...inThread(event.thread_ts) } };
}

/** A pack that is added comes as the message's file. */
const withFile = (line: string, files: EventCallback['event']['files']): string =>
  files?.[0] && /^\/?pack\s+add\b/i.test(line) ? `${line} file=${files[0].id}` : line;

const isRemoval = ({ type, tokens }: EventCallback['event']): boolean =>
  type === 'app_uninstalled' || (type === 'tokens_revoked' && (tokens?.bot ?? []).length > 0);

/** Slack tells the second only, so the last moment of it is meant. */
function receiveRemoval({ event_id: id, event_time }: EventCallback): Received {
  return event_time === undefined ? nothing() : { kind: 'removal', id, at: instant((event_time + 1) * SECOND - 1) };
}

function receiveSubmission({ user, team, view }: ViewSubmission): Received {
  const form = readForm(view.private_metadata);
  const asked = { id: `${view.id} ${view.hash}`, account: slackAccount(team?.id ?? user.team_id, user.id) };
  if (!form) return { kind: 'outdated', ...asked, place: {} };
  const inputs = Object.values(view.state.values).flatMap((block) => Object.values(block));
  const words = inputs.map(({ value }) => value ?? '').join(' ');
  return { kind: 'line', ...asked, line: fillCommand(form.command, words), place: form.place };
}

function receiveShortcut({ user, team, trigger_id: id, message, channel, response_url }: MessageShortcut): Received {
  const line = lookUpLine(asTyped(message.text));
  const place = { channel: channel.id, responseUrl: response_url, ...inThread(message.thread_ts) };
  return { kind: 'line', id, line, account: slackAccount(team?.id ?? user.team_id, user.id), place };
}
