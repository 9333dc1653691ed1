import { test } from 'vitest';
import { dsOf } from '../../src/dns/dnssec/keys.ts';
import { keysOf } from '../../src/dns/dnssec/signed-zone.ts';
import { name } from '../../src/dns/name.ts';
import { formatRdata } from '../../src/dns/rdata/text.ts';
import { hostSigning } from '../../src/world/signing.ts';
import { copyNameServers, played } from '../support/world.ts';
import {
  A_DS,
  CUT,
  copyDs,
  DOMAIN,
  expectRow,
  filled,
  GLUE,
  held,
  inX,
  moved,
  type Row,
  setDs,
  sign,
  signed,
  unsign,
  xTest,
} from './worlds.ts';

const X = `\`${DOMAIN}\``;
const REFUSED =
  'the zone has no key that the DS names, so resolvers that check signatures refuse its answers (SERVFAIL).';
const ds = (id: string): string => {
  const made = dsOf(name('x.test'), keysOf(name('x.test'), hostSigning(id)).ksk.dnskey);
  if (!made) throw new Error('no such digest');
  return `x.test. DS ${formatRdata(made)}`;
};
const expired = { ...inX(...GLUE), signing: { ...hostSigning('Z1'), expiration: Date.UTC(2026, 0, 1) / 1000 } };

const beside = () => {
  const world = moved(sign('route53'), copyDs('route53'));
  return played(world, setDs(...(world.registrations.get(name(DOMAIN))?.ds ?? []), A_DS));
};

// biome-ignore format: a table reads down its rows
const ROWS: readonly Row[] = [
  ['the DS was left behind in a move', held('hover', sign('hover'), copyDs('hover'), ...filled('route53'), copyNameServers(DOMAIN, 'route53')),
   `Ines has to take away the DS of ${X} (key …) at Hover (registrar), or have Amazon Route 53 sign the zone and put the DS of its key in that place: the zone is not signed, so resolvers that check signatures refuse its answers (SERVFAIL).`,
   'DS11_DS_BUT_UNSIGNED_ZONE'],
  ['signing was ended before the DS was taken away', held('hover', sign('hover'), copyDs('hover'), unsign('hover')),
   `Ines has to take away the DS of ${X} (key …) at Hover (registrar), or …`,
   'DS11_DS_BUT_UNSIGNED_ZONE'],
  ['the DS came before the signatures', moved(setDs(A_DS)),
   `Ines has to take away the DS of ${X} (key 4711) at Hover (registrar), or …`,
   'DS11_DS_BUT_UNSIGNED_ZONE'],
  ['the DS is of another key', moved(sign('route53'), setDs(A_DS)),
   `Ines has to replace the DS of ${X} (key 4711) at Hover (registrar) by that of the key with which the zone is signed now: ${REFUSED}`,
   'DS02_NO_VALID_DNSKEY_FOR_ANY_DS DS02_NO_DNSKEY_FOR_DS'],
  ['the DS is of the host before', held('hover', sign('hover'), copyDs('hover'), ...filled('route53'), sign('route53'), copyNameServers(DOMAIN, 'route53')),
   `Ines has to replace the DS of ${X} (key …) at Hover (registrar) by that of the key with which the zone is signed now: ${REFUSED}`,
   'DS02_NO_VALID_DNSKEY_FOR_ANY_DS DS02_NO_DNSKEY_FOR_DS'],
  ['a DS that fits in its tag alone', xTest([...CUT, ...GLUE, ds('Z1').replace(/.$/, (last) => (last === '0' ? '1' : '0'))], signed(inX(...GLUE))),
   `Whoever keeps the zone \`test\` has to replace the DS of \`x.test\` (key …) there by that of the key with which the zone is signed now: ${REFUSED}`,
   'DS02_NO_MATCH_DS_DNSKEY DS02_NO_VALID_DNSKEY_FOR_ANY_DS', 'x.test'],
  ['signed, and nobody knows', moved(sign('route53')),
   `Nothing is wrong, but nobody checks the signatures of ${X}: Ines can have the DS of its key published at Hover (registrar).`,
   'DS07_NO_DS_FOR_SIGNED_ZONE'],
  ['a DS too many', beside(),
   `Nothing is wrong, but a DS of ${X} (key 4711) names no key of the zone: Ines can take it away at Hover (registrar).`,
   'DS02_NO_DNSKEY_FOR_DS'],
  ['signed at one server of two', xTest([...CUT, ...GLUE, ds('Z1')], signed(inX(...GLUE)), inX(...GLUE)),
   'Whoever keeps the zone `x.test` has to see that every name server of `x.test` has the same signed zone: at some of them resolvers that check signatures find no key that the DS names.',
   'DS07_INCONSISTENT_SIGNED DS11_INCONSISTENT_SIGNED_ZONE', 'x.test'],
  ['signed with different keys', xTest([...CUT, ...GLUE, ds('Z1')], signed(inX(...GLUE)), signed(inX(...GLUE), 'Z2')),
   'Whoever keeps the zone `x.test` has to see that every name server of `x.test` has the same signed zone: …',
   'DS02_NO_VALID_DNSKEY_FOR_ANY_DS', 'x.test'],
  ['signatures that have expired', xTest([...CUT, ...GLUE, ds('Z1')], expired),
   'Whoever keeps the zone `x.test` has to sign `x.test` again there: the signature over DNSKEY has expired.',
   'DS08_DNSKEY_RRSIG_EXPIRED DS09_SOA_RRSIG_EXPIRED', 'x.test'],
  ['a digest of SHA-1', moved(sign('route53'), setDs({ ...A_DS, digestType: 1, digest: 'ab'.repeat(20) })),
   `Ines has to replace the DS of ${X} (key 4711) at Hover (registrar) by …`,
   'DS01_DS_ALGO_DEPRECATED DS02_NO_VALID_DNSKEY_FOR_ANY_DS DS02_NO_DNSKEY_FOR_DS'],
  ['signed as it should be', moved(sign('route53'), copyDs('route53')), 'Nothing is wrong.', ''],
];

test.each(ROWS.map((row) => [row[0], row] as const))('%s', (_, row) => expectRow(row));
