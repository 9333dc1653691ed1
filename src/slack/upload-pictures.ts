import type { Picture } from '../base/picture.ts';
import { shortDescription } from '../base/picture.ts';
import { type Painted, paintAll } from '../tutor/painted.ts';
import type { Reply } from '../tutor/reply.ts';
import { attempt } from './attempt.ts';
import { LIMITS } from './limits.ts';
import { CALL_TIMEOUT_MS } from './outlet.ts';
import type { Tutor } from './tutor.ts';
import type { Uploaded } from './uploaded.ts';
import type { Client } from './workspaces.ts';

/** Draws the pictures of a reply, light as most see Slack, and hands them to Slack; they are shared nowhere by that. */
export async function uploadPictures(
  client: Client,
  { paint, log }: Pick<Tutor, 'paint' | 'log'>,
  reply: Pick<Reply, 'blocks'>,
): Promise<Uploaded> {
  const painted = await paintAll(reply, paint, 'light', (why) =>
    log(`slack: a picture could not be drawn: ${String(why)}`, 'error'),
  );
  const uploaded = await Promise.all([...painted].map((each) => upload(client, each, log)));
  return new Map(uploaded.flat());
}

type OnePainted = Painted extends ReadonlyMap<infer Key, infer Value> ? readonly [Key, Value] : never;

/**
 * In Slack's three steps: ask where to, send, say that it is whole. Source: docs.slack.dev, files.getUploadURLExternal and
 * files.completeUploadExternal.
 */
async function upload(
  client: Client,
  [picture, octets]: OnePainted,
  log: Tutor['log'],
): Promise<readonly (readonly [Picture, string])[]> {
  const { name, description } = picture;
  const alt_text = shortDescription(description, LIMITS.altText);
  let id = '';
  const came = await attempt(async () => {
    const asked = { filename: `${name}.png`, length: octets.length, alt_text };
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal(asked);
    const sent = await fetch(upload_url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(octets),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    if (!sent.ok) throw new Error(`an upload was answered with ${sent.status}`);
    await client.files.completeUploadExternal({ files: [{ id: file_id, title: name }] });
    id = file_id;
  }).catch((error: unknown) => ({ kind: 'refused', code: String(error) }) as const);
  if (came.kind === 'done') return [[picture, id]];
  if (came.kind !== 'refused' || came.code !== 'missing_scope')
    log(`slack: a picture was not taken (${came.kind === 'refused' ? came.code : came.kind})`, 'warn');
  return [];
}
