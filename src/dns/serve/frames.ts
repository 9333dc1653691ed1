/** The whole messages in what was received, each behind its length of two octets, and the octets left over. RFC 1035 §4.2.2. */
export function takeFrames(received: Uint8Array): {
  readonly messages: readonly Uint8Array[];
  readonly rest: Uint8Array;
} {
  const messages: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const [high, low] = [received[at], received[at + 1]];
    const end = high === undefined || low === undefined ? Number.POSITIVE_INFINITY : at + 2 + high * 256 + low;
    if (end > received.length) return { messages, rest: received.subarray(at) };
    messages.push(received.subarray(at + 2, end));
    at = end;
  }
}

/** A message behind its length. */
export function framed(message: Uint8Array): Uint8Array {
  const frame = new Uint8Array(message.length + 2);
  frame.set([message.length >> 8, message.length & 0xff]);
  frame.set(message, 2);
  return frame;
}
