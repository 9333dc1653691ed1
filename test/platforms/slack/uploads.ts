import { lacking, refuse, whyClosed } from './conversations.ts';
import { BOT, next, type State } from './standin.ts';
import type { Answer } from './web-api.ts';

type Json = Record<string, unknown>;

/** Source: docs.slack.dev, files.getUploadURLExternal. */
export function offerUpload(state: State, { filename, length, alt_text }: Json, method: string): Answer {
  if (!state.scopes.includes('files:write')) return lacking(state, method, 'files:write');
  if (!filename || !(Number(length) > 0)) return refuse(state, method, 'invalid_arguments');
  const id = next(state, 'F0UPLOAD');
  const { unreadyAtFirst: unready } = state;
  const file = {
    name: String(filename),
    user: BOT,
    octets: new Uint8Array(),
    unready,
    description: String(alt_text ?? ''),
  };
  state.files.set(id, file);
  return { ok: true, upload_url: `${state.url}/upload/${id}`, file_id: id };
}

/** Whether there is an upload of that address; what is sent there becomes its octets. */
export function takeUpload(state: State, path: string, { octets }: Json): boolean {
  const file = state.files.get(path.split('/')[2] ?? '');
  if (!file || !(octets instanceof Uint8Array)) return false;
  file.octets = octets;
  return true;
}

/** Source: docs.slack.dev, files.completeUploadExternal. Without a channel it is shared nowhere. */
export function completeUpload(state: State, { files, channel_id }: Json, method: string): Answer {
  const all = (files ?? []) as readonly { id: string; title?: string }[];
  if (all.some(({ id }) => (state.files.get(id)?.octets.length ?? 0) === 0))
    return refuse(state, method, 'file_not_found');
  const channel = channel_id === undefined ? undefined : String(channel_id);
  const closed = channel && whyClosed(state, channel, false);
  if (closed) return refuse(state, method, closed);
  for (const { id } of channel === undefined ? [] : all) {
    const file = state.files.get(id);
    if (file) state.shares.push({ file, channel: channel ?? '' });
  }
  return { ok: true, files: all };
}

/** What is wrong with the pictures of a message: no such file, no picture, or none that Slack has looked at yet. */
export function refusedPictures(state: State, blocks: unknown): readonly string[] {
  const images = ((blocks ?? []) as Json[]).filter(({ type }) => type === 'image');
  return images.flatMap(({ slack_file }) => {
    const file = state.files.get(String((slack_file as Json | undefined)?.id));
    const isPicture = file && Buffer.from(file.octets.subarray(1, 4)).toString() === 'PNG';
    if (isPicture && !file.unready) return [];
    if (file?.unready) file.unready -= 1;
    return ['[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]'];
  });
}
