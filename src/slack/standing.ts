import { z } from 'zod';
import { person, type Standing } from '../tutor/venue.ts';
import { attempt, persist } from './attempt.ts';
import type { Client } from './workspaces.ts';

/** Who somebody is in a workspace, and in which channel they speak, if in one. */
export interface Speaker {
  readonly user: string;
  readonly workspace: string;
  readonly channel?: string;
}

/** Whether somebody administers the workspace or made the channel. What Slack does not say counts as no. */
export async function standingOf(client: Client, { user, workspace, channel }: Speaker): Promise<Standing> {
  const [isAdmin, isMaker] = await Promise.all([
    administers(client, user, workspace),
    channel === undefined ? false : made(client, user, channel),
  ]);
  return { manages: isAdmin || isMaker, members: [person(user)] };
}

/** Source: docs.slack.dev, users.info. */
const USER = z.object({
  user: z.object({
    team_id: z.string().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
  }),
});

/** Whoever comes from another workspace, into a channel that both share, administers nothing here. */
async function administers(client: Client, user: string, workspace: string): Promise<boolean> {
  const answer = USER.safeParse(await answerTo(() => client.users.info({ user })));
  const { team_id, is_admin, is_owner } = answer.data?.user ?? {};
  return team_id === workspace && (is_admin === true || is_owner === true);
}

/** Source: docs.slack.dev, conversations.info. */
const CHANNEL = z.object({ channel: z.object({ creator: z.string().optional() }) });

async function made(client: Client, user: string, channel: string): Promise<boolean> {
  const answer = CHANNEL.safeParse(await answerTo(() => client.conversations.info({ channel })));
  return answer.data?.channel.creator === user;
}

/** What Slack answers; undefined if it refuses, as it does for a channel that the app may not see. */
async function answerTo(call: () => Promise<unknown>): Promise<unknown> {
  let answer: unknown;
  await persist(() =>
    attempt(async () => {
      answer = await call();
    }),
  );
  return answer;
}
