import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError, RateLimitError } from 'discord.js';

const PAUSES_MS = [100, 300, 900];

/**
 * Does it again, with pauses, while Discord is out of order: its 5xx, lost connections and time-outs pass, and the library
 * repeats none of them here. A 429 is the library's to wait out; where it was told not to, that is thrown at once.
 */
export async function persistently<Value>(call: () => Promise<Value>): Promise<Value> {
  for (const pause of PAUSES_MS) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error) || error instanceof RateLimitError) throw error;
    }
    await sleep(pause);
  }
  return call();
}

/** What an error says is not looked at: what Discord refuses it refuses again, and all else may pass. */
export const isPassing = (error: unknown): boolean =>
  !(error instanceof DiscordAPIError) || error.code === NOT_YET_KNOWN;
/** Unknown webhook: what follows an answer given by HTTP may be faster than that answer. */
const NOT_YET_KNOWN = 10015;
