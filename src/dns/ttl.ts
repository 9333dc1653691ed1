/** The longest TTL, 2^31 − 1 seconds. RFC 2181 §8. */
export const MAX_TTL = 0x7fff_ffff;

const SECONDS_PER: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds given as a number or as spans such as `1h30m` (BIND's addition); nothing when unreadable or above `highest`. */
export function parseTtl(text: string, highest = MAX_TTL): number | undefined {
  if (!/^(?:\d{1,10}|(?:\d{1,10}[smhdw])+)$/i.test(text)) return undefined;
  const spans = [...text.toLowerCase().matchAll(/(\d+)([smhdw]?)/g)];
  const total = spans.reduce((sum, [, count, unit = '']) => sum + Number(count) * (SECONDS_PER[unit] ?? 1), 0);
  return total <= highest ? total : undefined;
}
