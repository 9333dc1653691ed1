import { setTimeout as pause } from 'node:timers/promises';
import type { Outlet } from './outlet.ts';
import type { SlackMessage } from './render.ts';
import { versionsOf } from './versions.ts';
import type { Way } from './ways.ts';

/** Slack's codes for a message that it will take by no way as it is. */
export const UNFIT: readonly string[] = [
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
];

/**
 * Sends messages in order, by the first way that works. A message whose blocks are refused is sent as plain words.
 * @returns why nothing worked, way by way; empty when all was delivered
 */
export async function deliver(
  messages: readonly SlackMessage[],
  ways: readonly Way[],
  send: Outlet,
): Promise<readonly string[]> {
  let open = ways;
  const faults: string[] = [];
  for (const message of messages) {
    for (let [way] = open; way; [way] = open) {
      const fault = await sendFit(message, way, send);
      if (fault === undefined) break;
      faults.push(`${way.kind}: ${fault}`);
      open = open.slice(1);
    }
  }
  return open.length > 0 ? [] : faults;
}

/** What is wrong with the way; undefined when the message was taken. */
async function sendFit(whole: SlackMessage, way: Way, send: Outlet): Promise<string | undefined> {
  let code = '';
  for (const { message, afterMs } of versionsOf(whole)) {
    if (afterMs > 0) await pause(afterMs);
    const outcome = await send(way, message);
    if (outcome.kind === 'done') return undefined;
    if (outcome.kind === 'unreachable') return outcome.kind;
    code ||= outcome.code;
    if (!UNFIT.includes(outcome.code)) break;
  }
  return code;
}
