import { assertNever, fail, ok } from '../base/result.ts';
import { type FetchFile, tooLarge } from '../tutor/sent-file.ts';
import { fetchFile } from '../web/fetch-file.ts';

/** A file that came with an interaction. Source: Discord developer documentation, Message Resource, Attachment Object. */
export interface Attachment {
  readonly name: string;
  readonly url: string;
  readonly octets: number;
}

/** Where Discord keeps attachments. */
const HOSTS: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net'];
const DISCORD = 'discord.com';

/**
 * Gets what was attached, and nothing from anywhere else: an address that somebody typed is refused unless it is Discord's.
 * @param apiUrl where Discord is; one that is elsewhere keeps its attachments there
 */
export function attachmentsOf(attached: readonly Attachment[], apiUrl: string): FetchFile {
  return async (reference, most) => {
    const url = URL.canParse(reference) ? new URL(reference) : undefined;
    if (!url || !isKept(url, apiUrl)) return fail(ELSEWHERE);
    const known = attached.find((each) => each.url === reference);
    if (known && known.octets > most) return fail(tooLarge(known.octets, most));
    const fetched = await fetchFile(url, most);
    if (fetched.ok) return ok({ name: known?.name ?? url.pathname.split('/').at(-1) ?? '', octets: fetched.value });
    switch (fetched.problem.kind) {
      case 'too-large':
        return fail(tooLarge(fetched.problem.octets, most));
      case 'refused':
      case 'unreachable':
        return fail('I could not get that file from Discord. Attach it again.');
      default:
        return assertNever(fetched.problem);
    }
  };
}

const ELSEWHERE = 'I take files only as they are attached here, and get nothing from other addresses. Attach the file.';

function isKept(url: URL, apiUrl: string): boolean {
  const api = new URL(apiUrl);
  const isStandIn = api.hostname !== DISCORD && !api.hostname.endsWith(`.${DISCORD}`);
  if (isStandIn && url.origin === api.origin) return true;
  return url.protocol === 'https:' && url.port === '' && HOSTS.includes(url.hostname);
}
