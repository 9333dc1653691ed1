import { assertNever } from '../base/result.ts';
import type { PostOutcome } from '../tutor/courier.ts';
import type { Attempt } from './attempt.ts';

type NotPosted = Exclude<PostOutcome, { kind: 'posted' }>;

/** What a call that was not carried out means to whoever wanted to post. Throws what is a mistake of ours. */
export function notPosted(came: Exclude<Attempt, { kind: 'done' }>): NotPosted {
  switch (came.kind) {
    case 'wait':
      return { kind: 'later', waitMs: came.ms };
    case 'unreachable':
      return { kind: 'later' };
    case 'refused':
      if (PASSING.includes(came.code)) return { kind: 'later' };
      if (MISTAKES.includes(came.code)) throw new Error(`Slack finds a call malformed: ${came.code}`);
      return { kind: 'refused', why: whyRefused(came.code, came.needed) };
    default:
      return assertNever(came);
  }
}

/** Slack's codes for what passes. */
const PASSING: readonly string[] = [
  ...['ratelimited', 'rate_limited', 'message_limit_exceeded', 'request_timeout', 'service_unavailable'],
  ...['internal_error', 'fatal_error', 'team_added_to_org', 'external_channel_migrating'],
];
const MISTAKES: readonly string[] = ['invalid_arguments', 'invalid_arg_name', 'no_text', 'invalid_metadata_format'];

const INVITE = 'Invite me there with `/invite @Hostmaster`';
const HIDDEN = `I see no such channel: it is gone, or private and I am not in it. ${INVITE}, or choose another.`;
const REMOVED =
  'I am no longer installed in that workspace. Whoever may add apps there installs me again, from the page of the app.';
const RESTRICTED =
  'The workspace or the channel does not let me post there. Whoever manages it allows that: in the settings of the channel, under Posting permissions.';
const NOBODY = 'There is nobody by that id whom I could write to.';
const GONE = 'That message is gone, or may not be changed any more.';

/** Source: docs.slack.dev, errors of chat.postMessage, chat.update, conversations.open and conversations.info. */
export const WHY: Readonly<Record<string, string>> = {
  not_in_channel: `I am not in that channel. ${INVITE}.`,
  channel_not_found: HIDDEN,
  is_archived: 'That channel is archived. Unarchive it, or choose another.',
  restricted_action: RESTRICTED,
  restricted_action_read_only_channel: RESTRICTED,
  restricted_action_thread_only_channel: RESTRICTED,
  restricted_action_non_threadable_channel: RESTRICTED,
  restricted_action_thread_locked: 'That thread is locked. Unlock it, or choose another place.',
  posting_to_general_channel_denied: RESTRICTED,
  messages_tab_disabled: 'Nobody can be written to while my Messages tab is off. Whoever manages the app turns it on.',
  account_inactive: REMOVED,
  invalid_auth: REMOVED,
  not_authed: REMOVED,
  token_revoked: REMOVED,
  token_expired: REMOVED,
  team_access_not_granted: REMOVED,
  cannot_reply_to_message: 'That thread is gone. Choose another place.',
  thread_not_found: 'That thread is gone. Choose another place.',
  user_not_found: NOBODY,
  users_not_found: NOBODY,
  user_disabled: NOBODY,
  cannot_dm_bot: NOBODY,
  message_not_found: GONE,
  cant_update_message: GONE,
  edit_window_closed: GONE,
  msg_too_long: 'The message is longer than Slack takes.',
  msg_blocks_too_long: 'The message is longer than Slack takes.',
};

/** A sentence for whoever set it up. */
export function whyRefused(code: string, needed?: string): string {
  if (code !== 'missing_scope') return WHY[code] ?? `Slack refuses it: ${code}.`;
  const scope = needed === undefined ? 'a scope that I lack' : `the scope \`${needed}\`, which I lack`;
  return `Slack asks for ${scope}. Whoever manages the app adds it under OAuth & Permissions, and installs it again.`;
}
