import { pick, type Rng } from '../../src/base/random.ts';
import type { Name } from '../../src/dns/name.ts';

const LABELS = [
  'www',
  'mail',
  'a',
  'b',
  'x.y',
  'deep.er.ent',
  '*',
  '*.wild',
  'wild',
  '*.b',
  'one.two',
  '_sip._tcp',
  'MiXed',
];
const TTLS = [60, 300, 3600];

/**
 * Lines of a zone's own data: every kind of record and of alias, wildcards, empty non-terminals; no CNAME beside others and nothing below a
 * DNAME, neither of these nor of what is `there`.
 */
export function drawRecords(rng: Rng, origin: Name, origins: readonly Name[], there: readonly string[]): string[] {
  const lines: string[] = [];
  const at = (label: string): string => `${label}.${origin}`;
  const anywhere = (): string =>
    (rng.integer(0, 2) > 0 ? at(pick(rng, LABELS)) : `${pick(rng, LABELS)}.${pick(rng, origins)}`).replace('..', '.');
  const ttl = (): number => pick(rng, TTLS);
  for (const label of LABELS.filter(() => rng.integer(0, 1) === 0)) {
    const kind = rng.integer(0, 9);
    if (kind === 0) lines.push(`${at(label)} ${ttl()} CNAME ${anywhere()}`);
    else if (kind === 1 && !label.includes('*'))
      lines.push(`${at(label)} ${ttl()} DNAME ${pick(rng, [pick(rng, origins), at('wild'), anywhere()])}`);
    else lines.push(...plainRecords(rng, at(label), ttl(), anywhere));
  }
  if (rng.integer(0, 2) === 0) lines.push(...plainRecords(rng, origin, ttl(), anywhere));
  if (rng.integer(0, 2) === 0) lines.push(...aliases(rng, origin, anywhere));
  const covers = (line: string): boolean =>
    line.includes(' DNAME ') && there.some((other) => ownerOf(other).endsWith(`.${ownerOf(line)}`));
  const kept = lines.filter((line) => !covers(line));
  const dnames = kept.filter((line) => line.includes(' DNAME ')).map(ownerOf);
  return kept.filter((line) => !dnames.some((dname) => ownerOf(line).endsWith(`.${dname}`)));
}

/** A chain of aliases in one zone, which leads on, ends in an address, or bites its tail. */
function aliases(rng: Rng, origin: Name, anywhere: () => string): string[] {
  const length = rng.integer(2, 4);
  const end = pick(rng, [anywhere(), `end.${origin}`, `c${rng.integer(1, length)}.${origin}`]);
  const link = (place: number): string =>
    `c${place}.${origin} 300 CNAME ${place === length ? end : `c${place + 1}.${origin}`}`;
  return [...Array.from({ length }, (_, place) => link(place + 1)), `end.${origin} 300 A 203.0.113.255`];
}

const ownerOf = (line: string): string => line.slice(0, line.indexOf(' ')).toLowerCase();

function plainRecords(rng: Rng, owner: string, ttl: number, anywhere: () => string): string[] {
  const address = (): string => `203.0.113.${rng.integer(1, 254)}`;
  const all = [
    () => [`${owner} ${ttl} A ${address()}`],
    () => [`${owner} ${ttl} A ${address()}`, `${owner} ${ttl} A ${address()}`],
    () => [`${owner} ${ttl} AAAA 2001:db8::${rng.integer(1, 0xffff).toString(16)}`],
    () => [`${owner} ${ttl} MX 10 ${anywhere()}`],
    () => [`${owner} ${ttl} TXT "text ${rng.integer(1, 99)}" "and more"`],
    () => [`${owner} ${ttl} SRV 1 2 5060 ${anywhere()}`],
    () => [`${owner} ${ttl} CAA 0 issue "ca.example"`],
    () => [`${owner} ${ttl} PTR ${anywhere()}`],
    () => [`${owner} ${ttl} NAPTR 1 1 "u" "E2U+sip" "!^.*$!sip:x@example!" .`],
    () => [`${owner} ${ttl} HTTPS 1 . alpn=h2`],
    () => [`${owner} ${ttl} TYPE65280 \\# 3 0a0b0c`],
  ];
  return [...pick(rng, all)(), ...(rng.integer(0, 1) === 0 ? pick(rng, all)() : [])];
}
