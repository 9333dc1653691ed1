import { setTimeout as pause } from 'node:timers/promises';
import { latest } from '../base/latest.ts';
import { type Instant, later, MINUTE } from '../base/time.ts';
import type { Address, Courier, PostedMessage } from '../tutor/courier.ts';
import type { Reply } from '../tutor/reply.ts';
import { type Attempt, attempt, insist } from './attempt.ts';
import { UNFIT } from './deliver.ts';
import type { MessageWay } from './find-posted.ts';
import { obstaclesAt } from './obstacles.ts';
import { openDirect } from './open-direct.ts';
import { posting } from './outlet.ts';
import { postAgain } from './post-once.ts';
import { notPosted } from './post-outcome.ts';
import { renderInOne, renderSlack, type SlackMessage } from './render.ts';
import { NOTHING_UPLOADED, type Uploaded } from './uploaded.ts';
import { versionsOf } from './versions.ts';
import type { Client, Workspaces } from './workspaces.ts';

/**
 * Posts to channels, threads and people of the workspaces that are served.
 * @param commands the names of all commands
 * @param upload hands the pictures of a reply to Slack; without it their words are said
 */
export function slackCourier(
  { clientOf }: Pick<Workspaces, 'clientOf'>,
  commands: ReadonlySet<string>,
  now: () => Instant,
  upload: (client: Client, reply: Reply) => Promise<Uploaded> = async () => NOTHING_UPLOADED,
): Courier {
  const tries = latest<Promise<Attempt>>(REMEMBERED);
  const opened = latest<string>(REMEMBERED);

  /** What was tried in this process is known by that; for what another may have tried, the channel is looked through. */
  function sendOnce(client: Client, way: MessageWay, message: SlackMessage, id: string, since: Instant) {
    const lastTry = tries.get(id);
    const thisTry = (async () => {
      const before = await lastTry;
      if (before?.kind === 'done') return before;
      const isDoubtful = before?.kind === 'unreachable' || now() > later(since, SETTLED_MS);
      return sendFit(client, way, message, { id, since, isDoubtful });
    })();
    tries.set(
      id,
      thisTry.catch(() => ({ kind: 'unreachable' })),
    );
    return thisTry;
  }

  /** Where a message goes, in the terms of Slack; to a person by their id where the app may not open conversations. */
  async function wayTo(client: Client, to: Address): Promise<MessageWay | Exclude<Attempt, { kind: 'done' }>> {
    if (to.kind === 'channel')
      return { kind: 'message', channel: to.channel, ...(to.thread !== undefined && { thread: to.thread }) };
    const whose = `${to.space} ${to.user}`;
    const known = opened.get(whose);
    if (known !== undefined) return { kind: 'message', channel: known };
    const came = await openDirect(client, to.user);
    if (came.kind !== 'done') return came;
    if (came.channel !== undefined) opened.set(whose, came.channel);
    return { kind: 'message', channel: came.channel ?? to.user };
  }

  /** What came of the last; or of the first that was not taken. */
  async function sendAll(
    client: Client,
    way: MessageWay,
    messages: readonly SlackMessage[],
    key: string,
    since: Instant,
  ): Promise<Attempt> {
    let came: Attempt = { kind: 'done' };
    for (const [index, message] of messages.entries()) {
      came = await sendOnce(client, way, message, `${key} ${index}`, since);
      if (came.kind !== 'done') break;
    }
    return came;
  }

  return {
    async post(to, reply, key, since) {
      const client = await clientOf(to.space);
      if (client === undefined) return UNSERVED;
      const way = await wayTo(client, to);
      if (way.kind !== 'message') return notPosted(way);
      const said = renderSlack(reply, commands, await upload(client, reply));
      const root = await sendAll(client, way, said, key, since);
      if (root.kind !== 'done') return notPosted(root);
      const message = messageOf(way, root);
      if (reply.thread === undefined) return { kind: 'posted', message };

      const first = renderSlack(reply.thread.first, commands, await upload(client, reply.thread.first));
      const canHang = to.kind === 'channel' && to.thread === undefined;
      const hung = { ...way, thread: message.message };
      const saidThere = canHang ? await sendAll(client, hung, first, `${key} thread`, since) : NO_THREAD;
      if (saidThere.kind === 'done') return { kind: 'posted', message: { ...message, thread: message.message } };
      const beside =
        saidThere.kind === 'refused' ? await sendAll(client, way, first, `${key} beside`, since) : saidThere;
      return beside.kind === 'done' ? { kind: 'posted', message } : notPosted(beside);
    },

    async replace(at, message, reply) {
      const client = await clientOf(at.space);
      if (client === undefined) return UNSERVED;
      const { text, blocks } = renderInOne(reply, commands, await upload(client, reply));
      const of = { channel: message.channel, ts: message.message };
      const came = await insist(() => attempt(() => client.chat.update({ ...of, text, blocks: [...blocks] })));
      return came.kind === 'done' ? { kind: 'posted', message } : notPosted(came);
    },

    async obstacles(to) {
      const client = await clientOf(to.space);
      return client === undefined ? [UNSERVED.why] : obstaclesAt(client, to);
    },
  };
}

/** More than are posted at a time. */
const REMEMBERED = 2000;
/** By then whoever tries first has tried. */
const SETTLED_MS = MINUTE;
const NO_THREAD: Attempt = { kind: 'refused', code: 'no_thread_here' };
const UNSERVED = {
  kind: 'refused',
  why: 'I am not installed in that workspace. Whoever may add apps there installs me, from the page of the app.',
} as const;

/** A message whose blocks Slack finds unfit is posted otherwise. */
async function sendFit(
  client: Client,
  way: MessageWay,
  whole: SlackMessage,
  tried: Parameters<typeof postAgain>[2],
): Promise<Attempt> {
  let came: Attempt = { kind: 'unreachable' };
  for (const { message, afterMs } of versionsOf(whole)) {
    if (afterMs > 0) await pause(afterMs);
    came = await postAgain(client, way, tried, posting(client, way, message));
    if (came.kind !== 'refused' || !UNFIT.includes(came.code)) return came;
  }
  return came;
}

const messageOf = (way: MessageWay, { ts = '', channel = way.channel }: Attempt & { kind: 'done' }): PostedMessage => ({
  channel,
  message: ts,
});
