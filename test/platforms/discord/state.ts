import { EventEmitter } from 'node:events';

/** Everything the stand-in knows: who and what there is, what was said, and what it refused. */
export interface State {
  readonly application: string;
  token: string;
  /** 64 hexadecimal digits. */
  publicKey: string;
  readonly interactions: Map<string, Interaction>;
  /** In the order in which they first appeared; edits in place. */
  readonly messages: Message[];
  gatewayUrl: string;
  /** As Discord would list them, with its own fields. */
  commands: readonly RegisteredCommand[];
  /** Those of servers alone, by server. */
  readonly guildCommands: Map<string, readonly RegisteredCommand[]>;
  /** The servers that the bot is in, as far as that matters, with its permissions there. */
  readonly guilds: Map<string, string>;
  /** What was set for the application in the developer portal. */
  portal: { readonly flags?: number; readonly interactions_endpoint_url?: string };
  /** What was attached, by its path here; and how often anything of that was fetched. */
  readonly attachments: Map<string, Uint8Array>;
  downloads: number;
  /** How many calls there have been, answered or not. */
  calls: number;
  /** How often commands were registered. */
  registrations: number;
  /** Channels where the bot may not write: people's who take no direct messages, servers' that keep it out. */
  readonly closed: Set<string>;
  /** What is known of channels; of the others nothing but that they are there, and they cannot be looked at. */
  readonly channels: Map<string, Channel>;
  /** For how long a nonce is remembered, in milliseconds. Source: Message Resource, Create Message, `enforce_nonce`. */
  nonceMs: number;
  /** By the id that they share with the message they hang below. */
  readonly threads: Map<string, { readonly channel: string; readonly title: string }>;
  /** The ids of roles; every other id is a person's. */
  readonly roles: Set<string>;
  /** Each refusal that no test asked for; empty at the end of a test that does nothing wrong. */
  readonly refusals: string[];
  /** Tells that something changed. */
  readonly changes: EventEmitter;
}

/** Source: Channel Resource; permissions by their names in the API. */
export interface Channel {
  readonly guild: string;
  readonly type: number;
  readonly lacks: Set<Permission>;
  isArchived?: boolean;
  isLocked?: boolean;
}
export type Permission =
  | 'VIEW_CHANNEL'
  | 'SEND_MESSAGES'
  | 'READ_MESSAGE_HISTORY'
  | 'CREATE_PUBLIC_THREADS'
  | 'ATTACH_FILES';

export interface Message {
  readonly id: string;
  readonly channel: string;
  /** Absent: the bot. */
  readonly author?: string;
  /** Who alone sees it. */
  readonly hiddenFor?: string;
  /** By name. */
  files?: Readonly<Record<string, string>>;
  readonly nonce?: string;
  flags: number;
  components: readonly Component[];
}
export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly style?: number;
  readonly url?: string;
  readonly file?: { readonly url: string };
  readonly items?: readonly { readonly media: { readonly url: string }; readonly description?: string }[];
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
  readonly min_values?: number;
  readonly max_values?: number;
  readonly components?: readonly Component[];
  readonly component?: Component;
}

/** One interaction and how far its answer has come. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** The number of its type in the API. */
  readonly type: number;
  readonly user: string;
  readonly channel: string;
  /** Before which the first response must come, and after which nothing more may: milliseconds since 1970. */
  respondBefore: number;
  tokenEnds: number;
  state: 'open' | 'deferred' | 'answered';
  isHidden: boolean;
  /** Whether it was posted by HTTP, so that its answer comes with the response. */
  isPosted?: boolean;
  /** The message whose control was used. */
  readonly on?: Message;
  readonly messages: Message[];
  modal?: Modal;
  suggestions?: readonly { readonly name: string; readonly value: string }[];
}
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
}
export interface RegisteredCommand {
  /** 3 for one in the menu of messages. */
  readonly type?: number;
  readonly name: string;
  readonly description: string;
  readonly options?: readonly RegisteredOption[];
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly contexts?: readonly number[];
  readonly default_member_permissions?: string | null;
}
export interface RegisteredOption {
  readonly name: string;
  readonly description: string;
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly channel_types?: readonly number[];
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
}

const EPOCH_MS = 1_420_070_400_000;
let made = 0n;
/** A fresh id as Discord makes them: 19 digits, of which the first tell when. Source: Reference, Snowflakes. */
export const newSnowflake = (): string => String((BigInt(Date.now() - EPOCH_MS) << 22n) | (made++ & 0x3fffffn));
export const madeAt = (id: string): number => Number(BigInt(id) >> 22n) + EPOCH_MS;

export const newState = (): State => ({
  ...{ application: newSnowflake(), token: 'stand-in.token', publicKey: '', gatewayUrl: '' },
  ...{
    interactions: new Map(),
    messages: [],
    commands: [],
    registrations: 0,
    calls: 0,
    attachments: new Map(),
    downloads: 0,
    closed: new Set(),
    channels: new Map(),
    nonceMs: 180_000,
    guildCommands: new Map(),
    guilds: new Map(),
    threads: new Map(),
    portal: {},
    roles: new Set(),
    refusals: [],
  },
  changes: new EventEmitter().setMaxListeners(0),
});

/** Resolves once it holds; looks again at every change. */
export function until<Value>({ changes }: State, found: () => Value | undefined | false): Promise<Value> {
  return new Promise((resolve, reject) => {
    const look = () => {
      try {
        const value = found();
        if (value === undefined || value === false) return;
        changes.off('change', look);
        resolve(value);
      } catch (error) {
        reject(error);
      }
    };
    changes.on('change', look);
    look();
  });
}

/** What Discord says instead of doing it. Codes: Opcodes and Status Codes, JSON. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  /** Whether nobody is to blame: by HTTP what follows an answer may be faster than that answer. */
  readonly isRace: boolean;
  constructor(status: number, code: number, message: string, isRace = false) {
    super(message);
    this.isRace = isRace;
    this.status = status;
    this.code = code;
  }
}
export const invalid = (problems: readonly string[]): Refusal => new Refusal(400, 50035, problems.join('; '));
