import { z } from 'zod';
import { assertNever, fail, ok, type Result } from '../base/result.ts';
import { type FetchFile, tooLarge } from '../tutor/sent-file.ts';
import { fetchFile } from '../web/fetch-file.ts';
import { attempt } from './attempt.ts';
import type { Client } from './workspaces.ts';

/** Source: docs.slack.dev, File object. */
const FILE = z.object({
  file: z.object({
    id: z.string(),
    name: z.string().nullish(),
    size: z.number(),
    url_private: z.string(),
    is_external: z.boolean().optional(),
    user: z.string().optional(),
  }),
});
type Shared = z.output<typeof FILE>['file'];

const SLACK_FILES = 'files.slack.com';
const SLACK = 'slack.com';

/**
 * Gets a file that the speaker has shared in the workspace, named by its id or by its link. Its octets come with the bot's
 * token, hence from Slack's own host only.
 */
export function sharedFiles(client: Client, speaker: string): FetchFile {
  return async (reference, most) => {
    const id = /\b(F[A-Z0-9]{5,})\b/.exec(reference)?.[1];
    if (id === undefined || !isSlacks(reference, client.slackApiUrl)) return fail(ELSEWHERE);
    const file = await look(client, id);
    if (!file.ok) return file;
    const { url_private, size, name, user, is_external } = file.value;
    // What others have shared elsewhere is not for whoever happens to know its id.
    if (user !== speaker) return fail('That file is not one of yours. Share it with me yourself.');
    if (size > most) return fail(tooLarge(size, most));
    if (is_external || !URL.canParse(url_private) || !isKept(new URL(url_private), client.slackApiUrl))
      return fail(ELSEWHERE);
    const fetched = await fetchFile(new URL(url_private), most, { authorization: `Bearer ${client.token}` });
    if (fetched.ok) return ok({ name: name ?? id, octets: fetched.value });
    return fail(
      fetched.problem.kind === 'too-large'
        ? tooLarge(fetched.problem.octets, most)
        : 'Slack would not give me that file.',
    );
  };
}

const ELSEWHERE = 'I take files only as they are shared here in Slack, and get nothing from other addresses.';
const PASTE = 'Paste what is in it instead.';

async function look(client: Client, id: string): Promise<Result<Shared, string>> {
  let answer: unknown;
  const came = await attempt(async () => {
    answer = await client.files.info({ file: id });
  });
  switch (came.kind) {
    case 'done': {
      const read = FILE.safeParse(answer);
      return read.success ? ok(read.data.file) : fail(`Slack told me too little of that file. ${PASTE}`);
    }
    case 'refused':
      return fail(
        came.code === 'missing_scope'
          ? `This workspace has not allowed me to read files: that takes the scope \`files:read\`. ${PASTE}`
          : `Slack would not show me that file (\`${came.code}\`). ${PASTE}`,
      );
    case 'wait':
    case 'unreachable':
      return fail(`Slack does not give me that file now. Try again in a minute. ${PASTE}`);
    default:
      return assertNever(came);
  }
}

/** By its id alone, or by a link to it. */
function isSlacks(reference: string, apiUrl: string): boolean {
  if (!reference.includes('/')) return true;
  return URL.canParse(reference) && isKept(new URL(reference), apiUrl);
}

function isKept(url: URL, apiUrl: string): boolean {
  const api = new URL(apiUrl);
  const isStandIn = api.hostname !== SLACK && !api.hostname.endsWith(`.${SLACK}`);
  if (isStandIn && url.origin === api.origin) return true;
  return url.protocol === 'https:' && (url.hostname === SLACK_FILES || url.hostname.endsWith(`.${SLACK}`));
}
