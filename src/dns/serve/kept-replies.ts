/** A message without its id, and what was replied to it. */
interface Kept {
  readonly asked: Uint8Array;
  readonly reply: Uint8Array;
}

/** Places for replies. A new one takes the place of an old one whose question has the same last bits of its hash. */
const PLACES = 4096;
const ID_OCTETS = 2;

/**
 * Replies to messages that came at least twice, so that those that come once cost little. What is kept is a matter of
 * speed alone: a message finds only the reply to its very octets.
 */
export class KeptReplies {
  readonly #kept: (Kept | undefined)[] = new Array(PLACES);
  /** The hash of the message that came last, for each place. */
  readonly #last = new Int32Array(PLACES);

  /** The reply to the same octets, with this message's id; else what `answer` makes of it. */
  reply(octets: Uint8Array, answer: () => Uint8Array | undefined): Uint8Array | undefined {
    const hash = hashOf(octets);
    const place = hash & (PLACES - 1);
    const kept = this.#kept[place];
    if (kept && isSame(kept.asked, octets)) return withId(kept.reply, octets);
    const reply = answer();
    if (this.#last[place] === hash && reply) this.#kept[place] = copies(octets, reply);
    this.#last[place] = hash;
    return reply;
  }
}

/** Of their own, so that no larger piece of memory is kept for their sake. */
const copies = (octets: Uint8Array, reply: Uint8Array): Kept => ({
  asked: new Uint8Array(octets.subarray(ID_OCTETS)),
  reply: new Uint8Array(reply),
});

/** FNV-1a of all octets but the id's, as a signed number of 32 bits. */
function hashOf(octets: Uint8Array): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = ID_OCTETS; at < octets.length; at += 1) hash = Math.imul(hash ^ (octets[at] ?? 0), 0x01000193);
  return hash;
}

function isSame(asked: Uint8Array, octets: Uint8Array): boolean {
  if (asked.length !== octets.length - ID_OCTETS) return false;
  for (let at = 0; at < asked.length; at += 1) if (asked[at] !== octets[at + ID_OCTETS]) return false;
  return true;
}

function withId(reply: Uint8Array, { 0: high = 0, 1: low = 0 }: Uint8Array): Uint8Array {
  const copy = Buffer.from(reply);
  copy[0] = high;
  copy[1] = low;
  return copy;
}
