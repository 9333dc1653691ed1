import {
  editMessage,
  listMessages,
  openDirect,
  openThread,
  sendMessage,
  showChannel,
  startTyping,
} from './channels.ts';
import { checkCommands } from './check-command.ts';
import { editOriginal, followUp, respond, showOriginal } from './respond.ts';
import { newSnowflake, Refusal, type RegisteredCommand, type State } from './state.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Body;
  readonly query?: URLSearchParams;
  readonly authorization: string | undefined;
}
export type Body = Readonly<Record<string, unknown>>;
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

type Handler = (state: State, call: Call, parts: readonly string[]) => Answer;

/** Does what a call asks for, or throws the refusal. */
export function route(state: State, call: Call): Answer {
  for (const [method, pattern, isForBots, handler] of ROUTES) {
    const parts = method === call.method ? pattern.exec(call.path) : null;
    if (parts === null) continue;
    if (isForBots && call.authorization !== `Bot ${state.token}`) throw new Refusal(401, 0, '401: Unauthorized');
    return handler(state, call, parts.slice(1));
  }
  throw new Refusal(404, 0, `404: Not Found: ${call.method} ${call.path}`);
}

// biome-ignore format: a table reads down its columns
const ROUTES: readonly (readonly [string, RegExp, boolean, Handler])[] = [
  ['GET',   /^\/applications\/@me$/,                                     true,  showApplication],
  ['GET',   /^\/users\/@me\/guilds$/,                                     true,  listGuilds],
  ['GET',   /^\/applications\/(\d+)\/commands$/,                        true,  listCommands],
  ['PUT',   /^\/applications\/(\d+)\/commands$/,                        true,  registerCommands],
  ['GET',   /^\/applications\/(\d+)\/guilds\/(\d+)\/commands$/,         true,  listCommands],
  ['PUT',   /^\/applications\/(\d+)\/guilds\/(\d+)\/commands$/,         true,  registerCommands],
  ['POST',  /^\/interactions\/(\d+)\/([^/]+)\/callback$/,               false, respond],
  ['GET',   /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,        false, showOriginal],
  ['PATCH', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,        false, editOriginal],
  ['POST',  /^\/webhooks\/(\d+)\/([^/]+)$/,                             false, followUp],
  ['POST',  /^\/users\/@me\/channels$/,                                 true,  openDirect],
  ['GET',   /^\/channels\/(\d+)$/,                                      true,  showChannel],
  ['POST',  /^\/channels\/(\d+)\/typing$/,                              true,  startTyping],
  ['GET',   /^\/channels\/(\d+)\/messages$/,                            true,  listMessages],
  ['POST',  /^\/channels\/(\d+)\/messages$/,                            true,  sendMessage],
  ['PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/,                    true,  editMessage],
  ['POST',  /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,            true,  openThread],
];

function showApplication({ application, publicKey, portal }: State): Answer {
  return { status: 200, body: { id: application, name: 'Hostmaster', verify_key: publicKey, flags: 0, ...portal } };
}

function listGuilds({ guilds }: State): Answer {
  return { status: 200, body: [...guilds].map(([id, permissions]) => ({ id, name: 'Study group', permissions })) };
}

function listCommands(state: State, { query }: Call, [application, guild]: readonly string[]): Answer {
  if (application !== state.application) throw new Refusal(403, 20012, 'You are not authorized for this application');
  if (guild !== undefined && !state.guilds.has(guild)) throw new Refusal(403, 50001, 'Missing Access');
  const registered = (guild === undefined ? state.commands : state.guildCommands.get(guild)) ?? [];
  const isWhole = query?.get('with_localizations') === 'true';
  const hidden = isWhole ? {} : { name_localizations: undefined, description_localizations: undefined };
  return { status: 200, body: registered.map((command) => ({ ...command, ...hidden })) };
}

function registerCommands(state: State, { body }: Call, [application = '', guild]: readonly string[]): Answer {
  if (application !== state.application) throw new Refusal(403, 20012, 'You are not authorized for this application');
  if (guild !== undefined && !state.guilds.has(guild)) throw new Refusal(403, 50001, 'Missing Access');
  const commands = body as unknown as readonly RegisteredCommand[];
  checkCommands(commands, guild !== undefined);
  state.registrations += 1;
  const registered = commands.map((command) => ({
    ...DEFAULTS,
    ...command,
    id: newSnowflake(),
    application_id: application,
    version: newSnowflake(),
  }));
  if (guild === undefined) state.commands = registered;
  else state.guildCommands.set(guild, registered);
  return { status: 200, body: registered };
}
const DEFAULTS = { default_member_permissions: null, dm_permission: true, nsfw: false, name_localizations: null };
