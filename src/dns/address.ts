/** The four octets of an IPv4 address in dotted form, or nothing. No leading zeros. */
export function ipv4Octets(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  const octets = parts.map((part) => (/^(0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256));
  return octets.length === 4 && octets.every((octet) => octet < 256) ? octets : undefined;
}

/** The sixteen octets of an IPv6 address, or nothing. RFC 4291 §2.2. */
export function ipv6Octets(text: string): readonly number[] | undefined {
  const embedded = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const tail = embedded && ipv4Octets(embedded[2] ?? '');
  if (embedded && !tail) return undefined;
  const hex = tail ? `${embedded[1]}${group(tail, 0)}:${group(tail, 2)}` : text;

  const halves = hex.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const [head = [], rest = []] = halves;
  const missing = 8 - head.length - rest.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return undefined;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...rest];
  if (!groups.every((part) => /^[0-9a-f]{1,4}$/i.test(part))) return undefined;
  return groups.map((part) => Number.parseInt(part, 16)).flatMap((value) => [value >> 8, value & 0xff]);
}

/** An IPv6 address as RFC 5952 §4 writes it. */
export function formatIpv6(octets: ArrayLike<number>): string {
  const groups: number[] = [];
  for (let at = 0; at < 16; at += 2) groups.push((octets[at] ?? 0) * 256 + (octets[at + 1] ?? 0));
  const zeros = longestZeroRun(groups);
  const mapped = zeros.start === 0 && (zeros.length === 6 || (zeros.length === 5 && groups[5] === 0xffff));
  if (mapped) return `::${zeros.length === 5 ? 'ffff:' : ''}${Array.from(octets).slice(12).join('.')}`;
  if (zeros.length < 2) return inHex(groups, 0, 8);
  return `${inHex(groups, 0, zeros.start)}::${inHex(groups, zeros.start + zeros.length, 8)}`;
}

const group = (octets: readonly number[], at: number): string =>
  ((octets[at] ?? 0) * 256 + (octets[at + 1] ?? 0)).toString(16);

/** The first of the longest runs of zero groups. */
function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  for (let index = 0; index < groups.length; index += 1) {
    length = groups[index] === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: index - length + 1, length };
  }
  return best;
}

function inHex(groups: readonly number[], start: number, end: number): string {
  let text = '';
  for (let index = start; index < end; index += 1) text += `${text && ':'}${groups[index]?.toString(16)}`;
  return text;
}
