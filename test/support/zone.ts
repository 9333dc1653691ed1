import { name } from '../../src/dns/name.ts';
import type { Zone } from '../../src/dns/zone/zone.ts';
import { parseZoneFile } from '../../src/dns/zone/zone-file.ts';

/**
 * A zone from lines of a master file, with TTL 3600 where they give none, and an SOA (TTL 7200, minimum 900) where
 * they have none. Throws with every fault when a line is wrong.
 */
export function zone(origin: string, ...lines: readonly string[]): Zone {
  const hasSoa = lines.some((line) => /\sSOA\s/.test(line));
  const soa = `${origin} 7200 SOA ns.invalid. hostmaster.invalid. 1 7200 900 1209600 900`;
  const text = ['$TTL 3600', ...(hasSoa ? [] : [soa]), ...lines].join('\n');
  const parsed = parseZoneFile(text, { origin: name(origin) });
  if (parsed.ok) return parsed.value;
  throw new Error(parsed.problem.map(({ line, message }) => `line ${line}: ${message}`).join('\n'));
}
