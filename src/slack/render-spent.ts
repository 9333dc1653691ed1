import type { types } from '@slack/bolt';
import { printableLine } from '../base/printable.ts';
import { fallbackOf } from './fallback.ts';
import type { PressedMessage } from './received.ts';
import type { SlackMessage } from './render.ts';

/** The message as it stands once it was responded to: with what was given in place of its buttons. */
export function renderSpent({ blocks }: PressedMessage, response: string): SlackMessage {
  const kept = blocks.filter(({ type }) => type !== 'actions');
  const said: types.ContextBlock = {
    type: 'context',
    elements: [{ type: 'plain_text', text: `Your response: ${printableLine(response.toUpperCase())}`, emoji: false }],
  };
  return { text: fallbackOf(kept), blocks: [...kept, said] };
}
