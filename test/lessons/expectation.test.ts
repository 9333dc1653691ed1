import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { type Arrival, arrivalOf, differences } from '../../src/lessons/expectation.ts';
import { lookUpIn, readLookUp } from '../../src/lessons/look-up.ts';
import { readExpectation } from '../../src/lessons/read-expectation.ts';
import {
  addRecord,
  anAddress,
  ask,
  aWorld,
  catalogue,
  copyNameServers,
  createZone,
  deleteZone,
  played,
  register,
} from '../support/world.ts';

const read = (text: string) => readExpectation(text, catalogue);

// biome-ignore format: a table reads down its columns
test.each([
  ['nxdomain',                                { outcome: 'nxdomain', data: [] }],
  ['No such name',                            { outcome: 'nxdomain', data: [] }],
  ['an answer',                               { outcome: 'answer', data: [] }],
  ['no reply',                                { outcome: 'timeout', data: [] }],
  ['203.0.113.7',                             { data: ['203.0.113.7'] }],
  ['`203.0.113.7`, and 203.0.113.8',          { data: ['203.0.113.7', '203.0.113.8'] }],
  ['2001:DB8::1',                             { data: ['2001:db8::1'] }],
  ['referral NS1.hover.com. ns2.hover.com',   { outcome: 'referral', data: ['ns1.hover.com', 'ns2.hover.com'] }],
  ['answer 203.0.113.7 from cache',           { outcome: 'answer', data: ['203.0.113.7'], from: { kind: 'cache' } }],
  ['from the cache',                          { data: [], from: { kind: 'cache' } }],
  ['203.0.113.7 from Route 53',               { data: ['203.0.113.7'], from: { kind: 'host', host: 'route53' } }],
  ['nxdomain from ns1.hover.com',             { outcome: 'nxdomain', data: [], from: { kind: 'server', server: 'ns1.hover.com.' } }],
])('%s is read', (text, expected) => {
  expect(read(text)).toEqual({ ok: true, value: expected });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['',                          ''],
  ['hello',                     'hello'],
  ['answer nxdomain',           'answer nxdomain'],
  ['203.0.113.7 from nowhere',  'nowhere'],
  ['203.0.113',                 '203.0.113'],
])('%s is nothing to expect', (text, word) => {
  expect(read(text)).toEqual({ ok: false, problem: { word } });
});

const came = (over: Partial<Arrival> = {}): Arrival => ({
  ...{
    outcome: 'answer',
    data: ['203.0.113.7'],
    source: { kind: 'server', server: name('ns1.hover.com') },
    host: 'hover',
  },
  ...over,
});
// biome-ignore format: a table reads down its columns
test.each<[string, Arrival, string[]]>([
  ['answer',                          came(),                                              []],
  ['203.0.113.7',                     came(),                                              []],
  ['203.0.113.7 from hover',          came(),                                              []],
  ['203.0.113.7 from ns1.hover.com',  came(),                                              []],
  ['203.0.113.8',                     came(),                                              ['data']],
  ['203.0.113.7 203.0.113.8',         came(),                                              ['data']],
  ['nxdomain',                        came(),                                              ['outcome']],
  ['203.0.113.7 from cache',          came(),                                              ['source']],
  ['203.0.113.8 from route53',        came(),                                              ['data', 'source']],
  ['203.0.113.7',                     came({ outcome: 'nxdomain', data: [] }),             ['outcome']],
  ['nodata',                          came({ outcome: 'nxdomain', data: [] }),             ['outcome']],
  ['from cache',                      came({ source: { kind: 'cache' } }),                 []],
  ['ns1.hover.com',                   came({ outcome: 'referral', data: ['ns1.hover.com'] }), []],
  ['answer ns1.hover.com',            came({ outcome: 'referral', data: ['ns1.hover.com'] }), ['outcome']],
  ['from ns2.hover.com',              came(),                                              ['source']],
  ['from ns1.hover.com',              { outcome: 'timeout', data: [] },                    ['source']],
])('%s beside what came', (text, arrival, kinds) => {
  const expected = read(text);
  if (!expected.ok) throw new Error(expected.problem.word);
  expect(differences(expected.value, arrival).map(({ kind }) => kind)).toEqual(kinds);
});

const DOMAIN = 'quillcove-example.com';
const WWW = `www.${DOMAIN}`;
const hosted = played(
  aWorld(),
  register(DOMAIN, 'hover'),
  createZone(DOMAIN, 'route53'),
  addRecord(DOMAIN, 'route53', WWW, anAddress('203.0.113.7')),
  copyNameServers(DOMAIN, 'route53'),
);
const emptied = played(
  hosted,
  {
    kind: 'put-record',
    origin: name(DOMAIN),
    host: 'route53',
    request: { action: 'remove', owner: name(WWW), type: 'A' },
  },
  deleteZone(DOMAIN, 'route53'),
);

// biome-ignore format: a table reads down its columns
test.each([
  ['a look-up from the root down',          hosted,                     WWW,                                { outcome: 'answer', data: ['203.0.113.7'], host: 'route53' }],
  ['one that the resolver remembers',       played(hosted, ask(WWW)),   WWW,                                { outcome: 'answer', data: ['203.0.113.7'], source: { kind: 'cache' } }],
  ['a name that is not there',              hosted,                     `shop.${DOMAIN}`,                   { outcome: 'nxdomain', data: [], host: 'route53' }],
  ['a type that is not there',              hosted,                     `${WWW} MX`,                        { outcome: 'nodata', data: [], host: 'route53' }],
  ["the registry's own server",             hosted,                     `${WWW} A @a.gtld-servers.net`,     { outcome: 'referral', source: { kind: 'server', server: 'a.gtld-servers.net.' } }],
  ['a server without that zone',            hosted,                     `${WWW} A @ns1.cloudflare.com`,     undefined],
  ['an old host',                           hosted,                     `${WWW} A @ns1.hover.com`,          { outcome: 'answer', host: 'hover' }],
  ['a delegation that leads nowhere',       emptied,                    WWW,                                { outcome: 'servfail', data: [] }],
] as const)('what comes of %s', (_, world, line, arrival) => {
  const lookUp = readLookUp(line);
  if (!lookUp.ok) throw new Error(lookUp.problem);
  const found = lookUpIn(world, lookUp.value);
  if (arrival === undefined) expect(found).toBeUndefined();
  else expect(arrivalOf(world, found!)).toMatchObject(arrival);
});

test('a referral holds the names of the servers it leads to', () => {
  const lookUp = readLookUp(`${WWW} A @a.gtld-servers.net`);
  const found = lookUp.ok ? lookUpIn(hosted, lookUp.value) : undefined;
  expect(arrivalOf(hosted, found!).data).toHaveLength(4);
  expect(arrivalOf(hosted, found!).data[0]).toMatch(/^ns-\d+\.awsdns-\d\d\.(com|net|org|co\.uk)$/);
});
