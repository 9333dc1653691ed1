import { pick, type Rng } from '../../src/base/random.ts';

const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const LABELS = [
  'a',
  'b',
  'x.a',
  'y.x.a',
  '*.c',
  'z.c',
  'dn',
  'x.dn',
  'al',
  'mail',
  'ns',
  'a_b',
  'a.*.b',
  '*.b',
] as const;
const HOSTS = [...LABELS, 'nowhere', 'far.test.', 'n_s.far.test.', '192.0.2.1', '192.0.2.1.', '@', '.'] as const;
const DATA: readonly ((host: string) => string)[] = [
  () => 'A 192.0.2.7',
  () => 'AAAA 2001:db8::7',
  () => 'TXT "v=spf1 -all"',
  () => 'TYPE99 \\# 12 0b763d73706631202d616c6c',
  (host) => `NS ${host}`,
  (host) => `MX 10 ${host}`,
  (host) => `SRV 1 1 53 ${host}`,
  (host) => `HTTPS 1 ${host}`,
  (host) => `CNAME ${host}`,
  (host) => `DNAME ${host}`,
  () => `DS 1 8 2 ${SHA256}`,
  () => `DS 1 8 1 ${SHA256.slice(24)}`,
  () => `DS 1 8 3 ${SHA256}`,
];
/** What is wrong by itself, whatever stands around it. */
const FAULTS: readonly (readonly string[])[] = [
  ['d CNAME e', 'd A 192.0.2.1'],
  ['d CNAME e', 'd CNAME f'],
  ['d DNAME e', 'd DNAME f'],
  ['d SOA ns host 1 3600 600 86400 300'],
  ['@ SOA ns host 2 3600 600 86400 300'],
  ['d.other.test. A 192.0.2.1'],
  ['d A 192.0.2.1', 'd 60 A 192.0.2.2'],
  ['d A 192.0.2.1', 'd A 192.0.2.1'],
  ['d NS e.d', 't.d TXT hidden'],
  [`@ DS 1 8 2 ${SHA256}`],
  ['@ NS nowhere'],
  [],
];

/** The text of a zone `example.` in which something is wrong, or by chance nothing is. */
export function drawFaultyZone(rng: Rng): string {
  const soa = rng.integer(0, 19) === 0 ? [] : ['@ SOA ns host 1 3600 600 86400 300'];
  const ns = rng.integer(0, 19) === 0 ? [] : ['@ NS ns.far.test.'];
  const records = Array.from(
    { length: rng.integer(0, 6) },
    () => `${pick(rng, LABELS)} ${pick(rng, DATA)(pick(rng, HOSTS))}`,
  );
  const fault = rng.integer(0, 2) === 0 ? [] : pick(rng, FAULTS);
  return `${['$TTL 300', ...soa, ...ns, ...records, ...fault].join('\n')}\n`;
}
