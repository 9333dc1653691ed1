import { expect, test } from 'vitest';
import { sourceLinks, sourceUrl } from '../../src/tutor/source-link.ts';
import { content } from '../support/content.ts';

const AWS = 'https://docs.aws.amazon.com/Route53/latest';

// biome-ignore format: a table reads down its columns
test.each([
  ['RFC 1034 §4.2.1',                                          'https://datatracker.ietf.org/doc/html/rfc1034#section-4.2.1'],
  ['RFC 2308 §5',                                              'https://datatracker.ietf.org/doc/html/rfc2308#section-5'],
  ['RFC 9499',                                                 'https://datatracker.ietf.org/doc/html/rfc9499'],
  ['AWS Route 53 Developer Guide, SOA-NSrecords (2023-05)',    `${AWS}/DeveloperGuide/SOA-NSrecords.html`],
  ['Route 53 API, CreateHostedZone (2026-11-23)',              `${AWS}/APIReference/API_CreateHostedZone.html`],
  ['Lesson: registrar and hosting',                            undefined],
  ['https://evil.example RFC 1034 §4.2.1',                     undefined],
  ['RFC 1034 §4.2.1 and more',                                 undefined],
])('%s is read at %s', (source, url) => {
  expect(sourceUrl(source)).toBe(url);
});

test('each address is linked to once', () => {
  expect(sourceLinks(['RFC 1034 §4.2.1', 'A book', 'RFC 1034 §4.2.1', 'RFC 2308 §5'])).toMatchObject([
    { kind: 'link', label: 'RFC 1034 §4.2.1' },
    { kind: 'link', label: 'RFC 2308 §5' },
  ]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['RFC 9499',                                                                   'RFC 9499'],
  ['RFC 2181 §6',                                                                'RFC 2181 §6'],
  ['AWS Route 53 Developer Guide, migrate-dns-domain-inactive (2023-05)',        'AWS: migrate-dns-domain-inactive'],
  ['Route 53 API, CreateHostedZone (2026-11-23)',                                'AWS: CreateHostedZone'],
])('%s is a button called %s', (source, label) => {
  expect(sourceLinks([source])).toMatchObject([{ kind: 'link', label }]);
});

test('most sources of the packs can be opened', () => {
  const sources = [...content.items.values()].flatMap((item) => item.sources);
  const linked = sources.filter((source) => sourceUrl(source) !== undefined);
  expect(linked.length / sources.length).toBeGreaterThan(0.8);
  for (const source of linked) expect(URL.parse(sourceUrl(source) ?? '')?.protocol).toBe('https:');
});
