import type { types } from '@slack/bolt';
import type { SlackMessage } from './render.ts';
import { paragraphs } from './rich-text.ts';

/** A message as it is tried next, after a while. */
export interface Version {
  readonly message: SlackMessage;
  readonly afterMs: number;
}

/** Slack refuses blocks with a file that it has not looked at yet; mostly it has after a second. */
const PAUSES_MS = [700, 1500];

/**
 * How a message whose blocks are refused is tried again: pictures a little later, then their words in their place, and at
 * last as plain words.
 */
export function versionsOf(message: SlackMessage): readonly Version[] {
  const { text, blocks } = message;
  const hasPictures = blocks.some(({ type }) => type === 'image');
  const worded = { text, blocks: blocks.flatMap(inWords) };
  return [
    { message, afterMs: 0 },
    ...(hasPictures ? [...PAUSES_MS.map((afterMs) => ({ message, afterMs })), { message: worded, afterMs: 0 }] : []),
    { message: { text, blocks: [] }, afterMs: 0 },
  ];
}

const inWords = (block: types.KnownBlock): readonly types.KnownBlock[] =>
  block.type === 'image' ? paragraphs(block.alt_text) : [block];
