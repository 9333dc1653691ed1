import { DiscordAPIError, MessageFlags, type REST, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import { LIMITS } from './limits.ts';
import type { Standing } from './mark.ts';
import { persistently } from './persistently.ts';
import type { DiscordMessage } from './render.ts';

/** What can be asked of Discord outside an interaction. Each is repeated, with pauses, while Discord is out of order; a refusal throws. */
export interface ChannelCalls {
  /** Sends to a channel, and gives the message's id; twice with the same nonce, within minutes, sends once. */
  send(channel: string, message: DiscordMessage, nonce: string): Promise<string>;
  /** Opens a thread below a message of a channel, and gives its id; undefined where the bot may not, or there can be none. */
  openThread(channel: string, message: string, title: string): Promise<string | undefined>;
  /** The channel of direct messages with a person. */
  directChannel(user: string): Promise<string>;
  /** Puts a message in the place of one that stands in a channel. */
  edit(channel: string, of: string, message: DiscordMessage): Promise<void>;
  /** The server that a channel or thread is in; undefined for one that is in none. */
  serverOf(channel: string): Promise<string | undefined>;
  /** Shows for some seconds that something is being written, which only those may show who may write. */
  startTyping(channel: string): Promise<void>;
  /** The messages that come next after an id, at most `LIMITS.listedMessages` of them; none where they may not be read. */
  messagesAfter(channel: string, id: string): Promise<readonly Standing[]>;
}

export const channelCallsOver = (rest: REST): ChannelCalls => ({
  async send(channel, message, nonce) {
    const { body, files } = sent(shown(message));
    const posted = await persistently(() =>
      rest.post(Routes.channelMessages(channel), { body: { ...body, nonce, enforce_nonce: true }, files }),
    );
    return idOf(posted);
  },
  async openThread(channel, message, title) {
    try {
      const body = { name: title, auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
      return idOf(await persistently(() => rest.post(Routes.threads(channel, message), { body })));
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      // The thread below a message has the message's id, so that a second try finds the first one's.
      return error.code === THREAD_IS_THERE ? message : undefined;
    }
  },
  async directChannel(user) {
    return idOf(await persistently(() => rest.post(Routes.userChannels(), { body: { recipient_id: user } })));
  },
  async edit(channel, of, message) {
    await persistently(() => rest.patch(Routes.channelMessage(channel, of), sent(shown(message))));
  },
  async serverOf(channel) {
    const { guild_id } = (await persistently(() => rest.get(Routes.channel(channel)))) as {
      readonly guild_id?: string;
    };
    return guild_id;
  },
  async startTyping(channel) {
    await persistently(() => rest.post(Routes.channelTyping(channel)));
  },
  async messagesAfter(channel, id) {
    const query = new URLSearchParams({ after: id, limit: String(LIMITS.listedMessages) });
    try {
      return (await persistently(() => rest.get(Routes.channelMessages(channel), { query }))) as readonly Standing[];
    } catch (error) {
      if (error instanceof DiscordAPIError) return [];
      throw error;
    }
  },
});

/** Opcodes and Status Codes, JSON. */
const THREAD_IS_THERE = 160004;

/** The message and its files, as the library takes them. */
export function sent({ files = [], ...message }: DiscordMessage) {
  const attachments = files.map(({ name, description }, id) => ({
    ...{ id: String(id), filename: name },
    ...(description.trim() !== '' && { description }),
  }));
  return {
    body: files.length === 0 ? message : { ...message, attachments },
    files: files.map(({ name, data, contentType }) => ({ name, data: Buffer.from(data), contentType })),
  };
}

/** Who sees a message is settled once it exists, and outside an interaction there is no choice. */
export const shown = (message: DiscordMessage): DiscordMessage => ({
  ...message,
  flags: message.flags & ~MessageFlags.Ephemeral,
});

export const idOf = (thing: unknown): string => (thing as { readonly id: string }).id;
