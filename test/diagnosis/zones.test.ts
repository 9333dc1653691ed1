import { test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import type { Action } from '../../src/world/action.ts';
import type { World } from '../../src/world/world.ts';
import { copyNameServers, createZone } from '../support/world.ts';
import { zone } from '../support/zone.ts';
import {
  aboveX,
  brought,
  CUT,
  DOMAIN,
  expectRow,
  filled,
  GLUE,
  held,
  inX,
  moved,
  put,
  ROOT_ZONE,
  type Row,
  serversAt,
  WWW,
  xTest,
} from './worlds.ts';

const X = `\`${DOMAIN}\``;
const [GLUE1] = GLUE;
const KEEPER = 'Whoever keeps the zone `x.test` has to';
const ABOVE = 'Whoever keeps the zone `test` has to';
const two = ['x.test. NS ns1.x.test.', 'x.test. NS ns3.test.'];
const ns3 = zone('x.test.', ...two, 'x.test. MX 0 .', GLUE1);
const mail = `mail.${DOMAIN}`;
const SUB = `team.${DOMAIN}`;
/** NS records for a zone below at Cloudflare, in the domain's own zone. */
const delegating = (): readonly Action[] =>
  serversAt(moved(createZone(SUB, 'cloudflare')), 'cloudflare', SUB).map((server) => put('route53', SUB, 'NS', server));
/** A zone with www at Route 53, and a private one beside it that is given these. */
const inNetwork = (...puts: readonly Action[]): World =>
  held(
    'route53',
    put('route53', WWW, 'A', '203.0.113.20'),
    { kind: 'create-zone', origin: name(DOMAIN), host: 'route53', network: 'office' },
    ...puts.map((action) => ({ ...action, id: 'Z2' })),
  );

// biome-ignore format: a table reads down its rows
const ROWS: readonly Row[] = [
  ['no glue at all', xTest(CUT, inX(...GLUE)),
   `${ABOVE} add \`ns1.x.test\` with its address and \`ns2.x.test\` with its address there, as glue: they are named in \`x.test\` itself, so without glue nobody finds them.`,
   'B02_NO_WORKING_NS CS05_NO_NS_ADDR_CHILD B02_NS_NO_IP_ADDR NO_RESOLUTION CS05_MISSING_GLUE_FOR_NS'],
  ['no glue for one', xTest([...CUT, GLUE1], inX(...GLUE)),
   `${ABOVE} add \`ns2.x.test\` with \`192.0.2.12\` there, as glue: it is named in \`x.test\` itself, so without glue nobody finds it.`,
   'CAN_NOT_BE_RESOLVED CS05_MISSING_GLUE_FOR_NS'],
  ['old glue', xTest([...CUT, GLUE1, 'ns2.x.test. A 192.0.2.99'], inX(...GLUE)),
   `${ABOVE} change the address of \`ns2.x.test\` there to \`192.0.2.12\`: its glue is still \`192.0.2.99\`, where nobody answers for the zone.`,
   'CS05_ID_ADDR_MISMATCH CN01_NO_RESPONSE_UDP'],
  ['right glue, and another address in the zone', xTest([...CUT, ...GLUE], inX(GLUE1, 'ns2.x.test. A 192.0.2.98')),
   `${KEEPER} change the address of \`ns2.x.test\` there to \`192.0.2.12\`, which is its glue: at \`192.0.2.98\`, which the zone gives, no such server answers.`,
   'CS05_ID_ADDR_MISMATCH'],
  ['glue that the zone does not have', xTest([...CUT, ...GLUE], inX()), 'Nothing is wrong.', ''],
  ['an address more in the zone', xTest([...CUT, ...GLUE], inX(...GLUE, 'ns2.x.test. A 192.0.2.13')), 'Nothing is wrong.', ''],
  ['one server is silent', brought(['192.0.2.1', ROOT_ZONE], ['192.0.2.2', aboveX(...CUT, ...GLUE)], ['192.0.2.11', inX(...GLUE)]),
   `${ABOVE} replace \`ns2.x.test\` among the name servers of \`x.test\` there: \`ns2.x.test\` does not reply.`,
   'CN01_NO_RESPONSE_UDP'],
  ['all servers are silent', brought(['192.0.2.1', ROOT_ZONE], ['192.0.2.2', aboveX(...CUT, ...GLUE)]),
   `${ABOVE} have \`ns1.x.test\` and \`ns2.x.test\` answer for \`x.test\`, or set name servers that do there: neither of the two that are set now replies.`,
   'B02_NO_WORKING_NS CS05_CHILD_ZONE_LAME B02_NS_NO_RESPONSE'],
  ['a server that only refers', xTest([...CUT, ...GLUE], inX(...GLUE), aboveX(...CUT, ...GLUE)),
   `${ABOVE} replace \`ns2.x.test\` among the name servers of \`x.test\` there: \`ns2.x.test\` has no such zone.`,
   'CN01_SOA_RECORD_NOT_AA_UDP IS_NOT_AUTHORITATIVE'],
  ['servers above that differ', brought(['192.0.2.1', zone('.', '. NS root.test.', 'root.test. A 192.0.2.1', 'test. NS a.test.', 'test. NS b.test.', 'a.test. A 192.0.2.2', 'b.test. A 192.0.2.3')], ['192.0.2.2', aboveX(...CUT, ...GLUE)], ['192.0.2.3', aboveX('x.test. NS ns1.x.test.', GLUE1)], ['192.0.2.11', inX(...GLUE)], ['192.0.2.12', inX(...GLUE)]),
   `${ABOVE} see that every name server of \`test\` delegates \`x.test\` to the same servers: they give different ones.`, 'B01_INCONSISTENT_DELEGATION CS05_INCONSISTENT_DELEGATION'],
  ['different versions', xTest([...CUT, ...GLUE], inX(...GLUE), inX(...GLUE, 'x.test. 7200 SOA ns.invalid. hostmaster.invalid. 2 7200 900 1209600 900')),
   `${KEEPER} see that every name server of \`x.test\` has the newest version of the zone: their serials are 1 and 2.`,
   'MULTIPLE_SOA_SERIALS'],
  ['only one name server', xTest(['x.test. NS ns1.x.test.', GLUE1], zone('x.test.', 'x.test. NS ns1.x.test.', GLUE1)),
   `${ABOVE} add a second name server for \`x.test\` there: \`ns1.x.test\` is the only one, and there is no other when it fails.`,
   'NOT_ENOUGH_NS_DEL NOT_ENOUGH_NS_CHILD'],
  ['two names of one server', xTest([...CUT, GLUE1, 'ns2.x.test. A 192.0.2.11'], inX(GLUE1, 'ns2.x.test. A 192.0.2.11')),
   `${ABOVE} add a second name server for \`x.test\` there: \`ns1.x.test\` and \`ns2.x.test\` are one server, and there is no other when it fails.`,
   'DEL_NS_SAME_IP'],
  ['a name server that is an alias', xTest([...two, GLUE1, 'ns3.test. CNAME ns4.test.', 'ns4.test. A 192.0.2.12'], ns3),
   `${ABOVE} replace \`ns3.test\` among the name servers of \`x.test\` there by the name that it is an alias of: the name of a name server must not be an alias, and many resolvers do not follow it.`,
   'NS_IS_CNAME'],
  ['a name server of its own that is an alias', xTest([...CUT, ...GLUE], inX(GLUE1, 'ns2.x.test. CNAME ns1.x.test.')),
   `${KEEPER} give \`ns2.x.test\` there an address of its own in place of the alias: …`,
   'NS_IS_CNAME'],
  ['an alias at the top', xTest([...CUT, ...GLUE], inX(...GLUE, 'x.test. CNAME y.test.')),
   `${KEEPER} remove the CNAME of \`x.test\` there, or the SOA, NS and MX beside it: an alias may have nothing else.`,
   'zone-contents'],
  ['an alias beside other data', xTest([...CUT, ...GLUE], inX(...GLUE, 'www.x.test. CNAME y.test.', 'www.x.test. TXT x')),
   `${KEEPER} remove the CNAME of \`www.x.test\` there, or the TXT beside it: an alias may have nothing else.`,
   'zone-contents'],
  ['a record below a delegation', moved(createZone(SUB, 'cloudflare'), ...delegating(), put('route53', `www.${SUB}`, 'A', '203.0.113.31')),
   `Ines has to make the A of \`www.${SUB}\` in the zone \`${SUB}\` instead: in the zone ${X} at Amazon Route 53 it is hidden, since that zone delegates \`${SUB}\`.`,
   'zone-contents'],
  ['a delegation to a zone that was made again elsewhere', moved(...['edna', 'zeno'].map((server) => put('route53', SUB, 'NS', `${server}.ns.cloudflare.com`)), createZone(SUB, 'route53')),
   `Ines has to change the NS records of \`${SUB}\` in the zone ${X} at Amazon Route 53 to those of the zone \`${SUB}\` at Amazon Route 53, \`ns-…\`: none of those that stand there answers for it.`,
   'zone-contents'],
  ['the domain twice in a name', moved(put('route53', `shop.${DOMAIN}.${DOMAIN}`, 'A', '203.0.113.31')),
   `Ines has to enter \`shop.${DOMAIN}\` in place of \`shop.${DOMAIN}.${DOMAIN}\` in the zone ${X} at Amazon Route 53: as it is, the name ends in the domain twice.`,
   'zone-contents'],
  ['a record that was not copied', held('hover', put('hover', DOMAIN, 'MX', `10 ${WWW}.`), ...filled('route53'), copyNameServers(DOMAIN, 'route53')),
   `Ines has to add the MX of ${X} in the zone ${X} at Amazon Route 53, if it is still wanted: the zone at Hover, to which nobody is led, has it (MX 10 ${WWW}), and only Ines knows whether it was left out on purpose.`,
   'other-zones'],
  ['a private zone that hides the public one', inNetwork(put('route53', `db.${DOMAIN}`, 'A', '203.0.113.32')),
   `Nothing is wrong outside, but inside the network \`office\` there is no A of \`${WWW}\`: the private zone at Amazon Route 53 (Z2) answers there for ${X} and all below it, in place of the public one. Ines can add it in the private zone too.`,
   ''],
  ['a record in the private zone alone', inNetwork(put('route53', WWW, 'A', '203.0.113.20'), put('route53', `api.${DOMAIN}`, 'A', '203.0.113.32')),
   `Nothing is wrong, but the A of \`api.${DOMAIN}\` is found inside a network alone: it was added to the private zone at Amazon Route 53 (Z2). If it is meant for everybody, Ines can add it to the zone at Amazon Route 53 (Z1).`,
   ''],
  ['a private zone with a name of its own, and all the public ones', inNetwork(put('route53', `db.${DOMAIN}`, 'A', '203.0.113.32'), put('route53', WWW, 'A', '203.0.113.20')),
   'Nothing is wrong.', '', DOMAIN],
  ['no www', held('route53', put('route53', DOMAIN, 'A', '203.0.113.31')),
   `Nothing is wrong, but there is no \`${WWW}\`, though ${X} has an address: Ines can add it in the zone ${X} at Amazon Route 53.`,
   ''],
  ['mail to an alias', moved(put('route53', DOMAIN, 'MX', `10 ${mail}.`), put('route53', mail, 'CNAME', `${WWW}.`)),
   `Ines has to change the MX in the zone ${X} at Amazon Route 53 to a name that has an address itself: \`${mail}\` is an alias, which mail servers need not follow.`,
   'MX_RECORD_IS_CNAME'],
  ['mail to a name without address', moved(put('route53', DOMAIN, 'MX', `10 ${mail}.`)),
   `Ines has to give \`${mail}\`, which the MX of ${X} names, an address, or change the MX in the zone ${X} at Amazon Route 53: mail to ${X} has nowhere to go.`,
   'zone-contents'],
];

test.each(ROWS.map((row) => [row[0], row] as const))('%s', (_, row) =>
  expectRow(row[4] === undefined && !row[2].includes(DOMAIN) ? [row[0], row[1], row[2], row[3], 'x.test'] : row),
);
