import { type Attempt, attempt } from './attempt.ts';
import { CALL_TIMEOUT_MS } from './outlet.ts';
import type { Client } from './workspaces.ts';

export interface Upload {
  readonly name: string;
  readonly octets: Uint8Array;
  /** What a picture shows. */
  readonly alt?: string;
  readonly title: string;
  /** Where it is shared at once; absent: nowhere, until a message shows it. */
  readonly channel?: string;
}

/**
 * Hands a file to Slack in its three steps: ask where to, send, say that it is whole; gives its id. Source:
 * docs.slack.dev, files.getUploadURLExternal and files.completeUploadExternal.
 */
export async function upload(
  client: Client,
  { name, octets, alt, title, channel }: Upload,
): Promise<{ readonly came: Attempt; readonly id: string }> {
  let id = '';
  const came = await attempt(async () => {
    const asked = { filename: name, length: octets.length, ...(alt !== undefined && { alt_text: alt }) };
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal(asked);
    const sent = await fetch(upload_url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(octets),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    if (!sent.ok) throw new Error(`an upload was answered with ${sent.status}`);
    const whole = { files: [{ id: file_id, title }] as [{ id: string; title: string }] };
    await client.files.completeUploadExternal(channel === undefined ? whole : { ...whole, channel_id: channel });
    id = file_id;
  }).catch((error: unknown) => ({ kind: 'refused', code: String(error) }) as const);
  return { came, id };
}
