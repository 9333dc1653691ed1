import type { Picture } from '../base/picture.ts';
import { shortDescription } from '../base/picture.ts';
import { type Painted, paintAll } from '../tutor/painted.ts';
import type { Reply } from '../tutor/reply.ts';
import { LIMITS } from './limits.ts';
import type { Tutor } from './tutor.ts';
import { upload } from './upload.ts';
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
  const uploaded = await Promise.all([...painted].map((each) => uploadOne(client, each, log)));
  return new Map(uploaded.flat());
}

type OnePainted = Painted extends ReadonlyMap<infer Key, infer Value> ? readonly [Key, Value] : never;

async function uploadOne(
  client: Client,
  [picture, octets]: OnePainted,
  log: Tutor['log'],
): Promise<readonly (readonly [Picture, string])[]> {
  const { name, description } = picture;
  const alt = shortDescription(description, LIMITS.altText);
  const { came, id } = await upload(client, { name: `${name}.png`, octets, alt, title: name });
  if (came.kind === 'done') return [[picture, id]];
  if (came.kind !== 'refused' || came.code !== 'missing_scope')
    log(`slack: a picture was not taken (${came.kind === 'refused' ? came.code : came.kind})`, 'warn');
  return [];
}
