import { ComponentType, MessageFlags } from 'discord.js';
import { LIMITS, lengthOf } from './limits.ts';
import type { Delivery } from './receive.ts';
import { countOf, type DiscordMessage, displayOf } from './render.ts';

/**
 * The message that was responded to as it stands then: with the reply in place of its controls. Undefined where that would
 * not fit, or the message is not the learner's own.
 */
export function renderSpent({ pressed }: Delivery, messages: readonly DiscordMessage[]): DiscordMessage | undefined {
  const [reply, ...more] = messages;
  if (!reply || more.length > 0 || reply.files || !pressed) return undefined;
  const components = [...pressed.map(displayOf), RULE, ...reply.components];
  const texts = components.map((each) => (each.type === ComponentType.TextDisplay ? each.content : ''));
  if (lengthOf(texts.join('')) > LIMITS.messageText || countOf(components) > LIMITS.components) return undefined;
  return { ...reply, flags: MessageFlags.IsComponentsV2, components };
}

const RULE = { type: ComponentType.Separator } as const;
