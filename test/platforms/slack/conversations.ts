import type { Room, State } from './standin.ts';
import type { Answer } from './web-api.ts';

type Json = Record<string, unknown>;

export function refuse(state: State, method: string, error: string, messages: readonly string[] = []): Answer {
  state.refusals.push(`${method}: ${error} ${messages.join('; ')}`.trim());
  return { ok: false, error, ...(messages.length > 0 && { response_metadata: { messages } }) };
}

/** Slack says which scope it wanted, and which there are. */
export const lacking = (state: State, method: string, needed: string): Answer => ({
  ...refuse(state, method, 'missing_scope'),
  ...{ needed, provided: state.scopes.join(',') },
});

const isInside = ({ channels }: State, channel: string): boolean => channels.has(channel) || channel.startsWith('DU');
const roomOf = ({ rooms }: State, channel: string): Room => rooms.get(channel) ?? {};

/** Why nothing can be posted to a channel, if so. Source: docs.slack.dev, chat.postMessage. */
export function whyClosed(state: State, channel: string, isInThread: boolean): string | undefined {
  const room = state.rooms.get(channel);
  const isPublic = room !== undefined && !room.isPrivate && state.scopes.includes('chat:write.public');
  if (!isInside(state, channel) && !isPublic)
    return channel.startsWith('C') && !room?.isPrivate ? 'not_in_channel' : 'channel_not_found';
  if (room?.isArchived) return 'is_archived';
  if (room?.isReadOnly) return 'restricted_action_read_only_channel';
  return room?.hasNoThreads && isInThread ? 'restricted_action_non_threadable_channel' : undefined;
}

/** Source: docs.slack.dev, conversations.info. */
export function showChannel(state: State, { channel: id }: Json, method: string): Answer {
  const channel = String(id);
  const creator = state.makers.get(channel);
  const isKnown = creator !== undefined || state.rooms.has(channel);
  const { isPrivate = false, isArchived = false, isReadOnly = false } = roomOf(state, channel);
  const needed = isPrivate ? 'groups:read' : 'channels:read';
  if (!state.scopes.includes(needed)) return lacking(state, method, needed);
  const isMember = isInside(state, channel);
  if (!isKnown || (isPrivate && !isMember)) return refuse(state, method, 'channel_not_found');
  const about = { is_private: isPrivate, is_archived: isArchived, is_read_only: isReadOnly, is_member: isMember };
  return { ok: true, channel: { id: channel, creator, ...about } };
}

/** The messages of a conversation since a moment, newest first, page by page; those of a thread stand only there. */
export function list(state: State, body: Json, method: string, thread: string | undefined): Answer {
  const channel = String(body.channel);
  const kind = channel.startsWith('D') ? 'im' : roomOf(state, channel).isPrivate ? 'groups' : 'channels';
  if (!state.scopes.includes(`${kind}:history`)) return lacking(state, method, `${kind}:history`);
  if (!isInside(state, channel)) return refuse(state, method, 'not_in_channel');
  const all = state.messages
    .filter((each) => each.channel === channel && each.user === undefined && each.thread === thread)
    .filter(({ ts }) => body.oldest === undefined || Number(ts) > Number(body.oldest))
    .reverse();
  const from = Number(body.cursor ?? 0);
  const to = from + Math.min(Number(body.limit), state.mostListed);
  const messages = all.slice(from, to).map(({ ts, text, metadata }) => ({ ts, text, metadata }));
  return { ok: true, messages, ...(to < all.length && { response_metadata: { next_cursor: String(to) } }) };
}
