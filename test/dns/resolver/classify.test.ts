import { expect, test } from 'vitest';
import type { Question, Response } from '../../../src/dns/message.ts';
import { name } from '../../../src/dns/name.ts';
import { classify } from '../../../src/dns/resolver/classify.ts';
import { parseQType } from '../../../src/dns/rr-type.ts';
import { rrsetsOf } from '../../../src/dns/zone/zone.ts';
import { readZoneFile } from '../../../src/dns/zone/zone-file.ts';

const sets = (...lines: readonly string[]) =>
  rrsetsOf(readZoneFile(['$TTL 60', ...lines].join('\n'), { origin: name('.') }).zone);

interface Sections {
  readonly answer?: readonly string[];
  readonly authority?: readonly string[];
  readonly additional?: readonly string[];
}
const SOA = 'example. SOA ns.example. h.example. 1 2 3 4 5';

/** What a server of `example.` has said when asked for `www.example. A`, or for what is given. */
function meaning(header: Partial<Response>, sections: Sections, asked = 'www.example. A', rd = false) {
  const [qname = '', qtype = ''] = asked.split(' ');
  const question: Question = { qname: name(qname), qtype: parseQType(qtype)! };
  const [answer, authority, additional] = [sections.answer, sections.authority, sections.additional].map((lines) =>
    sets(...(lines ?? [])),
  );
  const response: Response = {
    question,
    rcode: 'NOERROR',
    aa: true,
    answer: answer!,
    authority: authority!,
    additional: additional!,
    ...header,
  };
  return classify(response, { question, zone: name('example.'), hardenGlue: true, rd });
}
const kindOf = (found: ReturnType<typeof meaning>) => (found.kind === 'unusable' ? found.reason : found.kind);

// biome-ignore format: a table reads down its columns
test.each([
  ['the asked set',                       {},                          { answer: ['www.example. A 192.0.2.1'] },                                  'answer'],
  ['the asked set, without authority',    { aa: false },               { answer: ['www.example. A 192.0.2.1'] },                                  'answer'],
  ['the asked set from a resolver',       { aa: false, ra: true },     { answer: ['www.example. A 192.0.2.1'] },                                  'recursive'],
  ['another name’s set only',             {},                          { answer: ['mail.example. A 192.0.2.1'] },                                 'nodata'],
  ['a set of another zone',               {},                          { answer: ['www.test. A 192.0.2.1'] },                                     'nodata'],
  ['an alias and its end',                {},                          { answer: ['www.example. CNAME a.example.', 'a.example. A 192.0.2.1'] },    'answer'],
  ['an alias out of the zone, with its end', {},                       { answer: ['www.example. CNAME a.test.', 'a.test. A 192.0.2.1'] },          'alias'],
  ['an alias to nothing, with SOA',       { rcode: 'NXDOMAIN' },       { answer: ['www.example. CNAME a.example.'], authority: [SOA] },            'nxdomain'],
  ['an alias to no such type, with SOA',  {},                          { answer: ['www.example. CNAME a.example.'], authority: [SOA] },            'nodata'],
  ['an alias to nothing, without SOA',    { rcode: 'NXDOMAIN' },       { answer: ['www.example. CNAME a.example.'] },                             'alias'],
  ['an alias circle',                     {},                          { answer: ['www.example. CNAME a.example.', 'a.example. CNAME www.example.'] }, 'alias'],
  ['no such name',                        { rcode: 'NXDOMAIN' },       { authority: [SOA] },                                                      'nxdomain'],
  ['no such name, without SOA',           { rcode: 'NXDOMAIN' },       {},                                                                        'nxdomain'],
  ['no such name from a resolver',        { rcode: 'NXDOMAIN', aa: false, ra: true }, { authority: [SOA] },                                       'recursive'],
  ['no such type',                        {},                          { authority: [SOA] },                                                      'nodata'],
  ['nothing at all',                      {},                          {},                                                                        'nodata'],
  ['nothing at all from a resolver',      { aa: false, ra: true },     {},                                                                        'recursive'],
  ['a referral',                          { aa: false },               { authority: ['www.example. NS ns.test.'] },                               'referral'],
  ['a referral to a zone beside',         { aa: false },               { authority: ['mail.example. NS ns.test.'] },                              'stray-referral'],
  ['a referral to the same zone',         { aa: false },               { authority: ['example. NS ns.test.'] },                                   'not-authoritative'],
  ['a referral to the root',              { aa: false },               { authority: ['. NS ns.test.'] },                                          'upward-referral'],
  ['a referral to the root, with AA',     {},                          { authority: ['. NS ns.test.'] },                                          'upward-referral'],
  ['a referral from a resolver',          { aa: false, ra: true },     { authority: ['www.example. NS ns.test.'] },                               'recursive'],
  ['an answer beside a referral',         { aa: false },               { answer: ['www.example. A 192.0.2.1'], authority: ['www.example. NS ns.test.'] }, 'referral'],
  ['refusal',                             { rcode: 'REFUSED' },        {},                                                                        'refused'],
  ['trouble',                             { rcode: 'SERVFAIL' },       {},                                                                        'servfail'],
  ['that it did not understand',          { rcode: 'FORMERR' },        {},                                                                        'formerr'],
  ['that it does not do this',            { rcode: 'NOTIMP' },         {},                                                                        'notimp'],
  ['a code with no name',                 { rcode: 'RCODE11' },        {},                                                                        'other-rcode'],
  ['a beginning',                         { tc: true },                { answer: ['www.example. A 192.0.2.1'] },                                  'truncated'],
  ['an answer to another question',       { question: { qname: name('x.example.'), qtype: 'A' } }, {},                                            'wrong-question'],
] as const)('a server has said: %s', (_, header, sections, kind) => {
  expect(kindOf(meaning(header as Partial<Response>, sections))).toBe(kind);
});

test('the word of a resolver counts once it was asked to resolve', () => {
  const said = meaning({ aa: false, ra: true }, { answer: ['www.example. A 192.0.2.1'] }, 'www.example. A', true);
  expect(said.kind).toBe('answer');
});

test('of a poisoned answer only what the zone may say is left', () => {
  const said = meaning({}, { answer: ['www.example. CNAME www.bank.test.', 'www.bank.test. A 192.0.2.66'] });
  expect(said).toMatchObject({ kind: 'alias', target: 'www.bank.test.' });
  expect(said.kind === 'alias' && said.chain).toHaveLength(1);
});

test('glue counts for the named servers only, and only in the referring zone', () => {
  const additional = [
    'ns.www.example. A 192.0.2.1',
    'ns.test. A 192.0.2.2',
    'other.example. A 192.0.2.3',
    'ns.www.example. TXT x',
  ];
  const said = meaning(
    { aa: false },
    { authority: ['www.example. NS ns.www.example.', 'www.example. NS ns.test.'], additional },
  );
  expect(said.kind === 'referral' && said.glue.map(({ owner }) => owner)).toEqual(['ns.www.example.']);
});

test('the SOA of a zone that the server does not serve is not believed', () => {
  const said = meaning({}, { authority: ['test. SOA a.test. b.test. 1 2 3 4 5'] });
  expect(said).toMatchObject({ kind: 'nodata', soa: undefined });
});

test('a DNAME in an answer leads on, also where the server left the alias out', () => {
  const said = meaning(
    {},
    { answer: ['d.example. DNAME e.example.', 'www.e.example. A 192.0.2.1'] },
    'www.d.example. A',
  );
  expect(said.kind === 'answer' && said.chain.map(({ rdata }) => rdata[0]?.type)).toEqual(['DNAME', 'CNAME', 'A']);
});

test('a referral to the very name whose DS is asked means that there is none to be had', () => {
  const said = meaning({ aa: false }, { authority: ['www.example. NS ns.test.'] }, 'www.example. DS');
  expect(said).toMatchObject({ kind: 'nodata', soa: undefined });
});
