import { ComponentType, MessageFlags } from 'discord.js';
import { responseIn } from '../tutor/response-in.ts';
import { LIMITS, lengthOf } from './limits.ts';
import { markdownWord } from './markdown.ts';
import type { Delivery } from './receive.ts';
import { countOf, type DiscordMessage, displayOf } from './render.ts';

/**
 * The message that was responded to as it stands then: with what was given, and the reply, in place of its controls.
 * Undefined where that would not fit, or the message is not the learner's own.
 */
export function renderSpent(
  { asked, pressed }: Delivery,
  messages: readonly DiscordMessage[],
): DiscordMessage | undefined {
  const [reply, ...more] = messages;
  const response = asked.kind === 'line' ? responseIn(asked.line) : undefined;
  if (!reply || more.length > 0 || reply.files || !pressed || response === undefined) return undefined;
  const given = response.length === 1 ? response.toUpperCase() : response;
  const said = displayOf(`-# Your response: ${markdownWord(given)}`);
  const components = [...pressed.map(displayOf), said, RULE, ...reply.components];
  const texts = components.map((each) => (each.type === ComponentType.TextDisplay ? each.content : ''));
  if (lengthOf(texts.join('')) > LIMITS.messageText || countOf(components) > LIMITS.components) return undefined;
  return { ...reply, flags: MessageFlags.IsComponentsV2, components };
}

const RULE = { type: ComponentType.Separator } as const;
