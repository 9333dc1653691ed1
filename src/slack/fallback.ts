import type { types } from '@slack/bolt';
import { escaped } from './escape.ts';
import { fitted, LIMITS } from './limits.ts';
import { textsOf } from './pages.ts';

/** What a message says, for notifications and screen readers; Slack reads mark-up in it, so it is escaped. */
export function fallbackOf(blocks: readonly types.KnownBlock[]): string {
  const said = blocks.filter(({ type }) => type !== 'actions').map((block) => textsOf(block).join(''));
  const text = said.join('\n').trim();
  return escapedWithin(text === '' ? 'Hostmaster' : text, LIMITS.fallback);
}

/** The text escaped; its beginning and `…` when that would be too long. */
function escapedWithin(text: string, most: number): string {
  const whole = escaped(text);
  if (whole.length <= most) return whole;
  return escapedWithin(fitted(text, Math.min(most, Math.floor(text.length * 0.8))), most);
}
