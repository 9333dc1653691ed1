import { fail, ok } from '../base/result.ts';
import type { GiveFile } from '../tutor/venue.ts';
import { openDirect } from './open-direct.ts';
import type { Tutor } from './tutor.ts';
import { upload } from './upload.ts';
import type { Client } from './workspaces.ts';

/**
 * Gives somebody a file in the app's own conversation with them, which nobody else reads; wherever they asked for it, as
 * in a channel files are everybody's. It takes the scopes `im:write` and `files:write`.
 */
export const fileGiver =
  (client: Client, user: string, log: Tutor['log']): GiveFile =>
  async ({ name, text }) => {
    const direct = await openDirect(client, user);
    if (direct.kind !== 'done') return fail(NOT_NOW);
    if (direct.channel === undefined) return fail(LACKING);
    const octets = Buffer.from(text);
    const { came } = await upload(client, { name, octets, title: name, channel: direct.channel });
    if (came.kind === 'done') return ok(undefined);
    if (came.kind === 'refused' && came.code === 'missing_scope') return fail(LACKING);
    log(`slack: a file was not taken (${came.kind === 'refused' ? came.code : came.kind})`, 'warn');
    return fail(NOT_NOW);
  };

const LACKING = 'that takes the scopes `im:write` and `files:write` in this workspace';
const NOT_NOW = 'Slack did not take it; try again in a while';
