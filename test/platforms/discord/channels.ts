import { checkMessage, sized, unknownFields } from './check-message.ts';
import { filesOf } from './respond.ts';
import type { Answer, Call } from './routes.ts';
import {
  type Channel,
  type Component,
  invalid,
  type Message,
  madeAt,
  newSnowflake,
  Refusal,
  type State,
} from './state.ts';

type Parts = readonly string[];

/** The channel of direct messages with a person has the person's id turned round: no table is needed to know whose it is. */
export const directChannelOf = (user: string): string => `11${[...user.slice(2)].reverse().join('')}`;

export function openDirect(_: State, { body }: Call): Answer {
  const user = String(body.recipient_id);
  return {
    status: 200,
    body: {
      id: directChannelOf(user),
      type: 1,
      recipients: [{ id: user, username: 'learner', discriminator: '0', avatar: null }],
    },
  };
}

/** Source: Channel Resource, Get Channel, and Channel Types. */
export function showChannel(state: State, _: Call, [id = '']: Parts): Answer {
  const channel = seen(state, id);
  if (channel === undefined) throw new Refusal(404, 10003, 'Unknown Channel');
  const { guild, type, isArchived = false, isLocked = false } = channel;
  const thread = state.threads.has(id) || type >= 10 ? { archived: isArchived, locked: isLocked } : undefined;
  return { status: 200, body: { id, guild_id: guild, type, ...(thread && { thread_metadata: thread }) } };
}

export function startTyping(state: State, _: Call, [id = '']: Parts): Answer {
  writable(state, id);
  return { status: 204 };
}

/** Those after a message, if one is named, else the last; newest first. Source: Message Resource, Get Channel Messages. */
export function listMessages(state: State, { query }: Call, [id = '']: Parts): Answer {
  const channel = seen(state, id);
  const limit = Number(query?.get('limit') ?? 50);
  const after = query?.get('after');
  if (limit < 1 || limit > 100) throw invalid(['limit: 1 to 100']);
  if (channel?.lacks.has('READ_MESSAGE_HISTORY')) return { status: 200, body: [] };
  const there = state.messages.filter((message) => message.channel === id && message.hiddenFor === undefined);
  const wanted =
    after == null ? there.slice(-limit) : there.filter((each) => BigInt(each.id) > BigInt(after)).slice(0, limit);
  return { status: 200, body: wanted.map((message) => asListed(state, message)).reverse() };
}

/** The nonce is not shown again; every component has an id. */
const asListed = ({ application }: State, { id, channel, author = application, components }: Message) => ({
  ...{ id, channel_id: channel, author: { id: author, bot: author === application } },
  components: withIds(components),
});
function withIds(components: readonly Component[]): readonly Component[] {
  const taken = new Set(components.map(({ id }) => id));
  let next = 0;
  return components.map((component) => {
    if (component.id !== undefined) return component;
    do next += 1;
    while (taken.has(next));
    return { ...component, id: next };
  });
}

/** A thread below a message has the message's id. Source: Channel Resource, Start Thread from Message. */
export function openThread(state: State, { body }: Call, [channel = '', message = '']: Parts): Answer {
  const parent = seen(state, channel);
  if (state.closed.has(channel) || parent?.lacks.has('CREATE_PUBLIC_THREADS'))
    throw new Refusal(403, 50013, 'Missing Permissions');
  if (parent && parent.type >= 10) throw new Refusal(400, 50024, 'Cannot execute action on this channel type');
  const isThere = state.messages.some(
    ({ id, channel: at, hiddenFor }) => id === message && at === channel && !hiddenFor,
  );
  if (!isThere) throw new Refusal(404, 10008, 'Unknown Message');
  if (state.threads.has(message)) throw new Refusal(400, 160004, 'A thread has already been created for this message');
  const title = String(body.name);
  const problems = [...sized(title, 1, 100, 'name'), ...unknownFields(body, ['name', 'auto_archive_duration'], '')];
  if (problems.length > 0) throw invalid(problems);
  state.threads.set(message, { channel, title });
  if (parent) state.channels.set(message, { guild: parent.guild, type: 11, lacks: new Set() });
  return { status: 201, body: { id: message, type: 11, name: title, parent_id: channel } };
}

export function sendMessage(state: State, { body }: Call, [id = '']: Parts): Answer {
  const channel = writable(state, id);
  if (body.attachments && channel?.lacks.has('ATTACH_FILES')) throw new Refusal(403, 50013, 'Missing Permissions');
  checkMessage(body, 'channel');
  const nonce = body.enforce_nonce === true ? String(body.nonce) : undefined;
  const earlier = state.messages.find(
    (message) =>
      nonce !== undefined &&
      message.channel === id &&
      message.nonce === nonce &&
      Date.now() - madeAt(message.id) < state.nonceMs,
  );
  if (earlier !== undefined) return { status: 200, body: earlier };
  const message = {
    id: newSnowflake(),
    channel: id,
    flags: Number(body.flags ?? 0),
    components: (body.components ?? []) as Message['components'],
    ...filesOf(body),
    ...(nonce !== undefined && { nonce }),
  };
  if (channel) channel.isArchived = false;
  state.messages.push(message);
  return { status: 200, body: message };
}

/** Source: Message Resource, Edit Message. */
export function editMessage(state: State, { body }: Call, [id = '', wanted = '']: Parts): Answer {
  const channel = seen(state, id);
  checkMessage(body, 'edit');
  const message = state.messages.find((each) => each.channel === id && each.id === wanted);
  if (message === undefined) throw new Refusal(404, 10008, 'Unknown Message');
  if (message.author !== undefined) throw new Refusal(403, 50005, 'Cannot edit a message authored by another user');
  if (channel?.isArchived) throw new Refusal(400, 50083, 'Thread is archived');
  message.components = (body.components ?? []) as Message['components'];
  Object.assign(message, filesOf(body));
  return { status: 200, body: message };
}

/** The channel, if anything is known of it. */
function seen({ channels }: State, id: string): Channel | undefined {
  const channel = channels.get(id);
  if (channel?.lacks.has('VIEW_CHANNEL')) throw new Refusal(403, 50001, 'Missing Access');
  return channel;
}

/** Kinds that hold no messages of their own: categories, forums and media channels. */
const NOT_FOR_TEXT: readonly number[] = [4, 15, 16];

function writable(state: State, id: string): Channel | undefined {
  if (state.closed.has(id)) throw new Refusal(403, 50007, 'Cannot send messages to this user');
  const channel = seen(state, id);
  if (channel === undefined) return undefined;
  if (channel.lacks.has('SEND_MESSAGES')) throw new Refusal(403, 50013, 'Missing Permissions');
  if (channel.isLocked) throw new Refusal(403, 160005, 'Thread is locked');
  if (NOT_FOR_TEXT.includes(channel.type)) throw new Refusal(400, 50008, 'Cannot send messages in a non-text channel');
  return channel;
}
