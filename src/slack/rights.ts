/** All that the app asks a workspace for, and why. `docs/slack.md` says the same; a test holds them together. */

/**
 * `commands` for slash commands and the message shortcut; `chat:write` to reply, `chat:write.public` to begin rounds in
 * channels it is not a member of; `app_mentions:read` to hear what is said to it in a channel; `im:history` to hear what is
 * written to it in its own conversation with a learner, since Slack sends `message.im` to nobody without. `users:read`, to
 * know who administers the workspace, and `channels:read` and `groups:read`, to know who made a channel: asked only when
 * somebody uses an organisers' command, or has something posted to a channel.
 * Source: docs.slack.dev, Permission scopes.
 */
export const SCOPES = [
  ...(['commands', 'chat:write', 'chat:write.public', 'app_mentions:read', 'im:history'] as const),
  ...(['users:read', 'channels:read', 'groups:read'] as const),
] as const;

/**
 * What the app can do without, and a workspace may leave out: to find a message of its own before it posts that again, when
 * nothing was heard of the first try. `channels:history` and `groups:history` for channels that it is in; `im:write` for
 * the conversation with somebody who has not written to it. Without them such a message may stand there twice. And
 * `files:read`, to read a question pack that an organiser has shared with it; without it they paste the text. And
 * `files:write`, to show pictures, which Slack shows only as files; without it their words are said. With `im:write` it also
 * gives what `/privacy export` exports as a file, in direct messages; without either it is shown as text.
 * Source: docs.slack.dev, Installing with OAuth, optional scopes.
 */
export const OPTIONAL_SCOPES = ['im:write', 'channels:history', 'groups:history', 'files:read', 'files:write'] as const;

/** The last two, for which Slack asks no scope, end what is kept of a workspace. */
export const EVENTS = [
  ...(['app_home_opened', 'app_mention', 'message.im'] as const),
  ...(['app_uninstalled', 'tokens_revoked'] as const),
] as const;
