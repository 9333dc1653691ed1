import { type Interaction, type Message, newSnowflake, type State } from './state.ts';

/** Where somebody sits: direct messages with the bot, a channel of a server, a thread in one, or a group's own messages. */
export type Place = 'direct' | 'server' | 'thread' | 'private';

/** What somebody may do in a server: permissions as a sum of bits, and roles by id. */
export interface Rights {
  readonly permissions?: string;
  readonly roles?: readonly string[];
}
export const MANAGE_SERVER = '32';

/** An interaction as it is delivered. */
export type Payload = { readonly id: string; readonly token: string } & Readonly<Record<string, unknown>>;

const RESPOND_MS = 3000;
const TOKEN_MS = 15 * 60_000;

export const newInteraction = (type: number, user: string, channel: string, on?: Message): Interaction => ({
  ...{ id: newSnowflake(), token: `token-${newSnowflake()}-${newSnowflake()}`, type, user, channel },
  ...{ respondBefore: Date.now() + RESPOND_MS, tokenEnds: Date.now() + TOKEN_MS },
  ...{ state: 'open', isHidden: false, messages: [], ...(on && { on }) },
});

export function payloadOf(
  state: State,
  { id, token, type, user, channel }: Interaction,
  place: Place,
  server: string,
  data: object,
  { permissions = '2147483648', roles = [] }: Rights = {},
  message?: Message,
): Payload {
  const person = { id: user, username: 'learner', global_name: 'Learner', discriminator: '0', avatar: null };
  const member = {
    user: person,
    roles,
    joined_at: '2026-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    permissions,
    flags: 0,
  };
  const inServer = { context: 0, member, guild_id: server, guild: { id: server, locale: 'en-US', features: [] } };
  const at = {
    direct: { context: 1, user: person, channel: { id: channel, type: 1 } },
    private: { context: 2, user: person, channel: { id: channel, type: 3 } },
    server: { ...inServer, channel: { id: channel, type: 0, guild_id: server } },
    thread: { ...inServer, channel: { id: channel, type: 11, guild_id: server, parent_id: newSnowflake() } },
  }[place];
  return {
    ...{ id, token, type, data, ...at, channel_id: channel, application_id: state.application, version: 1 },
    ...{
      entitlements: [],
      authorizing_integration_owners: place === 'server' || place === 'thread' ? { 0: server } : { 1: user },
      app_permissions: '0',
      locale: 'en-US',
      attachment_size_limit: 10_485_760,
    },
    ...(message && { message: messageOf(state, message) }),
  };
}

const messageOf = (state: State, { id, channel, flags, components }: Message): object => ({
  ...{
    id,
    channel_id: channel,
    flags,
    components,
    content: '',
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
  },
  ...{ author: { id: state.application, username: 'Hostmaster', discriminator: '0000', avatar: null, bot: true } },
  ...{
    timestamp: '2026-01-01T00:00:00Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    pinned: false,
    type: 0,
  },
});
