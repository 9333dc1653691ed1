import { fail, ok, type Result } from '../base/result.ts';
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
  const apiUrl = environment.DISCORD_API_URL || 'https://discord.com/api';
  if (token === undefined) return publicKey === undefined ? ok(undefined) : fail([NO_TOKEN_BESIDE]);
  const problems = [
    ...(/^[\w.-]+$/.test(token) ? [] : [NO_TOKEN]),
    ...(application === undefined || /^\d{17,20}$/.test(application) ? [] : [NO_APPLICATION]),
    ...(publicKey === undefined || /^[0-9a-f]{64}$/i.test(publicKey) ? [] : [NO_KEY]),
    ...(guilds.every((id) => /^\d{17,20}$/.test(id)) ? [] : [NO_GUILDS]),
    ...(/^https?:$/.test(URL.parse(apiUrl)?.protocol ?? '') ? [] : [NO_URL]),
  ];
  if (problems.length > 0) return fail(problems);
  return ok({
    ...{ token, apiUrl: apiUrl.replace(/\/$/, '') },
    ...(application === undefined ? {} : { application }),
    ...(publicKey === undefined ? {} : { publicKey }),
    ...(guilds.length === 0 ? {} : { guilds }),
  });
}

const NO_TOKEN = '`DISCORD_TOKEN` has characters that no token has. Copy it from the developer portal, under Bot.';
const NO_APPLICATION =
  '`DISCORD_APPLICATION_ID` is 17 to 20 digits, in the developer portal, under General Information.';
const NO_KEY = '`DISCORD_PUBLIC_KEY` is 64 hexadecimal digits, in the developer portal, under General Information.';
const NO_TOKEN_BESIDE = '`DISCORD_PUBLIC_KEY` needs `DISCORD_TOKEN` beside it, from the developer portal, under Bot.';
const NO_GUILDS = '`DISCORD_GUILD_IDS` is the ids of servers, 17 to 20 digits each, with commas between.';
const NO_URL = '`DISCORD_API_URL` is a web address, such as `https://discord.com/api`.';
