import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { name } from '../../src/dns/name.ts';
import { aWorld, played } from '../support/world.ts';
import { DOMAIN, expectRow, filled, held, moved, type Row, recorded } from './worlds.ts';

const X = `\`${DOMAIN}\``;

// biome-ignore format: a table reads down its rows
const ROWS: readonly Row[] = [
  ['nobody has registered it', aWorld(),
   `Whoever wants ${X} has to register it at a registrar first: nobody holds it.`,
   'registry B02_NO_DELEGATION'],
  ['there is a zone, and nobody has registered it', played(aWorld(), ...filled('route53')),
   `Whoever wants ${X} has to register it at a registrar first: nobody holds it, and a zone at a DNS host changes nothing about that.`,
   'registry B02_NO_DELEGATION'],
  ['no registry keeps the suffix', aWorld(),
   'No registry here keeps the suffix of `quillcove.nowhere`, so nobody can register it.',
   'B02_NO_DELEGATION', 'quillcove.nowhere'],
  ['no name servers, and one zone', recorded(held('hover'), { nameServers: [] }),
   `Ines has to set the name servers of ${X} at Hover (registrar) to the two of the zone at Hover, \`ns1.hover.com\` and \`ns2.hover.com\`: Verisign has none on record, so for resolvers there is no ${X}.`,
   'registry B02_NO_DELEGATION'],
  ['no name servers, and two zones', recorded(held('hover', ...filled('route53')), { nameServers: [] }),
   `Ines has to set the name servers of ${X} at Hover (registrar) to …, or to those of another zone of that name, whichever is meant: Verisign has none on record…`,
   'registry B02_NO_DELEGATION'],
  ['no name servers, and no zone', { ...recorded(held('hover'), { nameServers: [] }), hostedZones: new Map() },
   `Ines has to create a zone for ${X} at a DNS host and set its name servers at Hover (registrar): Verisign has none on record, so for resolvers there is no ${X}.`,
   'registry B02_NO_DELEGATION'],
  ['held by the registrar', recorded(moved(), { statuses: ['clientTransferProhibited', 'clientHold'] }),
   `Ines has to ask Hover (registrar) why it has ${X} held (\`clientHold\`), and settle that: nothing in the DNS brings it back.`,
   'registry'],
  ['held by the registrar when its term was over', recorded(moved(), { statuses: ['autoRenewPeriod', 'clientHold'] }),
   `Ines has to renew ${X} at Hover (registrar): its term is over, and Hover has it held (\`clientHold\`).`,
   'registry'],
  ['held by the registry', recorded(moved(), { statuses: ['serverHold'] }),
   `Ines has to turn to Verisign (registry), through Hover, about ${X}: the registry holds it (\`serverHold\`), and only the registry lifts that.`,
   'registry'],
  ['deleted, and still to be had', recorded(moved(), { statuses: ['redemptionPeriod', 'pendingDelete'] }),
   `Ines has to have Hover (registrar) restore ${X}: it was deleted, and is in its redemption period.`,
   'registry'],
  ['deleted for good', recorded(moved(), { statuses: ['pendingDelete'] }),
   `Nobody can do anything for ${X}: it was deleted, and Verisign releases it soon; then anyone may register it.`,
   'registry'],
  ['expired, and nothing done about it yet', recorded(moved(), { expiresAt: moved().now }),
   `Ines has to renew ${X} at Hover (registrar): it has expired.`,
   'registry'],
];

test.each(ROWS.map((row) => [row[0], row] as const))('%s', (_, row) => expectRow(row));

test('statuses that only forbid changes are no finding', () => {
  const { kind, findings } = diagnose(
    recorded(moved(), { statuses: ['clientDeleteProhibited', 'serverTransferProhibited'] }),
    name(DOMAIN),
  );
  expect([kind, findings.filter(({ test }) => test === 'registry')]).toEqual(['nothing', []]);
});
