import { name } from '../../src/dns/name.ts';
import type { Zone } from '../../src/dns/zone/zone.ts';
import { parseZoneFile } from '../../src/dns/zone/zone-file.ts';

export const ORIGIN = 'example.';
const HOSTS = 1000;
/** More than any server here keeps replies to. */
const NAMES_ONCE = 400_000;

/** A zone as a small company has it, and a wildcard, so that there are names without end. */
export const ZONE_TEXT = `$TTL 3600
example. SOA ns1.example. hostmaster.example. 1 7200 900 1209600 900
example. NS ns1.example.
example. NS ns2.example.
ns1.example. A 192.0.2.1
ns2.example. A 192.0.2.2
*.wild.example. A 192.0.2.3
${Array.from({ length: HOSTS }, (_, place) => `h${place}.example. A 203.0.113.${place % 256}\nh${place}.example. MX 10 h${(place * 7) % HOSTS}.example.`).join('\n')}
`;

export function theZone(): Zone {
  const zone = parseZoneFile(ZONE_TEXT, { origin: name(ORIGIN) });
  if (!zone.ok) throw new Error(JSON.stringify(zone.problem));
  return zone.value;
}

/** Questions as dnsperf reads them: a line each. */
export const QUESTIONS: Readonly<Record<'asked again and again' | 'each asked once', readonly string[]>> = {
  'asked again and again': Array.from({ length: HOSTS }, (_, place) => `h${place}.example ${place % 4 ? 'A' : 'MX'}`),
  'each asked once': Array.from({ length: NAMES_ONCE }, (_, place) => `n${place}.wild.example A`),
};
