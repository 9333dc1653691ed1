import type { Reply } from '../tutor/reply.ts';
import { attempt } from './attempt.ts';
import { deliver } from './deliver.ts';
import { outletFor } from './outlet.ts';
import type { Asked, PressedMessage } from './received.ts';
import { renderSlack, type SlackMessage } from './render.ts';
import type { Tutor } from './tutor.ts';
import { uploadPictures } from './upload-pictures.ts';
import { type Way, waysTo } from './ways.ts';
import type { Client } from './workspaces.ts';

/** What is told, and to whom: whoever asked, where they asked, and by which button if by one. */
export interface Told {
  readonly reply: Reply;
  readonly to: Asked & { readonly pressedOn?: PressedMessage };
}

/** Puts a reply before those it is for, with the thread that it opens. False, and logged, if a part of it reached nobody. */
export async function tell(
  { reply, to }: Told,
  client: Client,
  tutor: Pick<Tutor, 'commands' | 'paint' | 'log'>,
): Promise<boolean> {
  const { commands, log } = tutor;
  const drawn = async (each: Reply) => renderSlack(each, commands, await uploadPictures(client, tutor, each));
  const messages = await drawn(reply);
  const ways = waysFor(messages, waysTo(to.place, to.account.user, reply.audience));
  const send = async (all: readonly SlackMessage[], by: readonly Way[]): Promise<boolean> => {
    const faults = await deliver(all, by, outletFor(client));
    if (faults.length > 0) log(`slack: a reply reached nobody (${faults.join('; ')})`, 'error');
    return faults.length === 0;
  };

  if (reply.replaces && to.pressedOn && (await isReplaced(client, to.pressedOn, messages))) return true;
  if (reply.thread === undefined) return send(messages, ways);
  const first = await drawn(reply.thread.first);
  const root = await rootOf(client, to, messages);
  if (root !== undefined) return send(first, [root, ...ways]);
  // Where no thread can hang from it, all is said one after the other.
  const isTold = await send(messages, ways);
  return (await send(first, ways)) && isTold;
}

/** A file is shown to whom the app shows it: with pictures the app's own ways come before a `response_url`. */
function waysFor(messages: readonly SlackMessage[], ways: readonly Way[]): readonly Way[] {
  if (!messages.some(({ blocks }) => blocks.some(({ type }) => type === 'image'))) return ways;
  const [toLearner, ...others] = ways.toReversed();
  const [byUrl, byApp] = [
    others.filter(({ kind }) => kind === 'response-url'),
    others.filter(({ kind }) => kind !== 'response-url'),
  ];
  return [...byApp.toReversed(), ...byUrl.toReversed(), ...(toLearner ? [toLearner] : [])];
}

async function isReplaced(
  client: Client,
  { channel, ts }: PressedMessage,
  [message, ...more]: readonly SlackMessage[],
): Promise<boolean> {
  if (message === undefined || more.length > 0) return false;
  const { text, blocks } = message;
  return (await attempt(() => client.chat.update({ channel, ts, text, blocks: [...blocks] }))).kind === 'done';
}

/** Posts the message that a thread is to hang from, and gives the way into it; undefined where there can be none. */
async function rootOf(
  client: Client,
  { place }: Asked,
  [message, ...more]: readonly SlackMessage[],
): Promise<Way | undefined> {
  const { channel, thread, isDirect } = place;
  if (channel === undefined || thread !== undefined || isDirect || message === undefined || more.length > 0)
    return undefined;
  const outcome = await outletFor(client)({ kind: 'message', channel }, message);
  return outcome.kind === 'done' && outcome.ts !== undefined
    ? { kind: 'message', channel, thread: outcome.ts }
    : undefined;
}
