import type { Address } from '../courier.ts';

/** How a command names where prompts come: `#C024BE7LR` for a channel, wherever it is said; `me` for one's own direct messages. */
export const placeWord = (to: Address): string => (to.kind === 'direct' ? 'me' : `#${to.channel}`);
