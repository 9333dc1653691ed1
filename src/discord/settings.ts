import { fail, ok, type Result } from '../base/result.ts';
import type { Shards } from './gateway.ts';
import type { DiscordSettings } from './start.ts';

/**
 * Reads how Discord is to be served; undefined where no token is set. An empty variable counts as none.
 * Refuses: what is set and cannot be meant, a sentence each, without its value, which may be a secret.
 */
export function readDiscordSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Result<DiscordSettings | undefined, readonly string[]> {
  const token = environment.DISCORD_TOKEN || undefined;
  const application = environment.DISCORD_APPLICATION_ID || undefined;
  const publicKey = environment.DISCORD_PUBLIC_KEY || undefined;
  const guilds = (environment.DISCORD_GUILD_IDS ?? '').split(/[\s,]+/).filter((id) => id !== '');
  const shards = readShards(environment.DISCORD_SHARDS || undefined);
  const apiUrl = environment.DISCORD_API_URL || 'https://discord.com/api';
  if (token === undefined) return publicKey === undefined ? ok(undefined) : fail([NO_TOKEN_BESIDE]);
  const problems = [
    ...(/^[\w.-]+$/.test(token) ? [] : [NO_TOKEN]),
    ...(application === undefined || /^\d{17,20}$/.test(application) ? [] : [NO_APPLICATION]),
    ...(publicKey === undefined || /^[0-9a-f]{64}$/i.test(publicKey) ? [] : [NO_KEY]),
    ...(guilds.every((id) => /^\d{17,20}$/.test(id)) ? [] : [NO_GUILDS]),
    ...(shards.ok ? [] : [shards.problem]),
    ...(shards.ok && shards.value !== undefined && publicKey !== undefined ? [NO_SHARDS_BY_HTTP] : []),
    ...(/^https?:$/.test(URL.parse(apiUrl)?.protocol ?? '') ? [] : [NO_URL]),
  ];
  if (problems.length > 0 || !shards.ok) return fail(problems);
  return ok({
    ...{ token, apiUrl: apiUrl.replace(/\/$/, '') },
    ...(application === undefined ? {} : { application }),
    ...(publicKey === undefined ? {} : { publicKey }),
    ...(guilds.length === 0 ? {} : { guilds }),
    ...(shards.value === undefined ? {} : { shards: shards.value }),
  });
}

/** Such as `0-3/16`, the first four of sixteen, or `5/16`. */
function readShards(text: string | undefined): Result<Shards | undefined, string> {
  if (text === undefined) return ok(undefined);
  const [, first, last = first, of] = /^\s*(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})\s*$/.exec(text) ?? [];
  if (first === undefined) return fail(NO_SHARDS);
  const [from, to, count] = [Number(first), Number(last), Number(of)];
  if (from > to || to >= count) return fail(NO_SHARDS);
  return ok({ ids: Array.from({ length: to - from + 1 }, (_, index) => from + index), count });
}

const NO_TOKEN = '`DISCORD_TOKEN` has characters that no token has. Copy it from the developer portal, under Bot.';
const NO_APPLICATION =
  '`DISCORD_APPLICATION_ID` is 17 to 20 digits, in the developer portal, under General Information.';
const NO_KEY = '`DISCORD_PUBLIC_KEY` is 64 hexadecimal digits, in the developer portal, under General Information.';
const NO_TOKEN_BESIDE = '`DISCORD_PUBLIC_KEY` needs `DISCORD_TOKEN` beside it, from the developer portal, under Bot.';
const NO_GUILDS = '`DISCORD_GUILD_IDS` is the ids of servers, 17 to 20 digits each, with commas between.';
const NO_SHARDS =
  '`DISCORD_SHARDS` is which shards are served here, numbered from 0, and of how many: `0-3/16` is the first four of sixteen.';
const NO_SHARDS_BY_HTTP =
  '`DISCORD_SHARDS` is for the gateway, and `DISCORD_PUBLIC_KEY` for HTTP, where any process may get anything: leave one out.';
const NO_URL = '`DISCORD_API_URL` is a web address, such as `https://discord.com/api`.';
