import { describe, expect, test } from 'vitest';
import { dollars } from '../../src/tutor/bill-blocks.ts';
import { aTutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
const MOVED = [`/register ${DOMAIN} hover`, `/host ${DOMAIN} route53`, `/delegate ${DOMAIN} route53`];

/** What the tutor says to the last of the lines, with single spaces. */
async function said(...lines: readonly string[]): Promise<string> {
  const tutor = await aTutor();
  let words = '';
  for (const line of lines) words = await tutor.say(line);
  return words.replace(/ {2,}/g, ' ');
}

// biome-ignore format: a table reads down its columns
test.each<[string, readonly string[], readonly (string | RegExp)[]]>([
  ['nothing at first',              ['/bill'],                                   ['Nobody has paid anything yet.', 'Still in 2026-03 nothing']],
  ['everybody\'s payments',         [...MOVED, '/wait 2d', '/bill'],             [
    'You pay Hover (registrar) US$18.00 to register `quillcove-example.com`',
    'Hover (registrar) pays Verisign (registry) US$10.26',
    'Verisign (registry) pays ICANN US$0.25 as its fee for',
    /You 18\.50 0\.00 -18\.50\n/, /Together 0\.00\n/,
    'Made up for the simulation: what Hover asks as a registrar.',
    'Route 53 pricing page as transcribed on 20 September 2026 (2026-09-20)',
  ]],
  ['what is to come',               [...MOVED, '/wait 2d', '/bill'],             [/In 2026-04 US\$0\.50\n/, /Within a year, until 2027-03-04 US\$24\.00\n/, 'US$6.00 to host `quillcove-example.com`, 12 times', 'Registration and zone are two bills']],
  ['the queries of the month',      [...MOVED, `/dig ${DOMAIN}`, '/bill'],       ['1 query about `quillcove-example.com`: less than a cent (US$0.0000004), to be paid on 2026-04-01']],
  ['queries at a host that is free', [`/register ${DOMAIN} hover`, `/dig ${DOMAIN}`, '/bill'], ['1 query about `quillcove-example.com`: free there']],
  ['queries that are supposed',     [...MOVED, '/bill queries=1,000,000'],       ['Supposed at Amazon Route 53 1,000,000 queries a month: US$0.40 a month, US$4.80 a year']],
  ['each division of the jobs',     [...MOVED, `/bill ${DOMAIN}`],               [
    'both 0.50 ~15.00 ~21.00', 'registrar only ~0.00 ~15.00 ~15.00', 'hosting only 0.50 ~18.00 ~24.00', 'neither ~0.00 ~18.00 ~18.00', 'subdomain ~0.50 ~18.00 ~24.00',
    'A zone that is deleted within 12 hours costs nothing', 'for each of the first 25 zones', 'the registry costs nobody anything',
    'ICANN gets US$0.18 of the registrar and US$0.25 of the registry',
  ]],
  ['them with queries',             [`/bill ${DOMAIN} queries=1000000`],         ['both 0.90 ~15.00 ~25.80', 'Nobody has paid anything for `quillcove-example.com` yet']],
  ['a suffix that is not sold',     ['/bill a-example.dev'],                     ['Amazon Route 53 does not sell `.dev`']],
  ['a country suffix',              ['/bill a-example.co.uk'],                   ['ICANN gets nothing under a country suffix']],
  ['no such suffix',                ['/bill a.invalid'],                         ['No registry here keeps the suffix of `a.invalid`, so it has no price. The suffixes are `.com`']],
  ['less than no queries',          ['/bill queries=-1'],                        ['Suppose between 0 and a million million queries a month']],
  ['what is no number',             ['/bill queries=many'],                      ['whole number']],
])('/bill tells %s', async (_, lines, words) => {
  const told = await said(...lines);
  for (const each of words) expect(told).toMatch(each);
});

test('only what was paid for the domain, and for names below it', async () => {
  const told = await said(...MOVED, '/register other-example.com gandi', `/bill ${DOMAIN}`);
  expect(told).not.toContain('other-example.com');
  expect(told).toContain('18.00');
});

test('who has one of the two bills is not told of two', async () => {
  expect(await said(`/register ${DOMAIN} hover`, '/bill')).not.toContain('two bills');
});

test('waiting comes to what the bill said', async () => {
  const tutor = await aTutor();
  for (const line of [...MOVED, '/wait 2d']) await tutor.say(line);
  expect(await tutor.say('/bill')).toMatch(/In 2026-04 +US\$0\.50\n/);
  expect(await tutor.say('/wait 28d')).toContain('US$0.50');
});

// biome-ignore format: a table reads down its columns
describe('dollars', () => {
  test.each([
    [0, '0.00'], [500_000_000, '0.50'], [-18_500_000_000, '-18.50'], [400, '0.0000004'], [-1, '-0.000000001'], [1_234_000_000, '1.234'],
  ])('%d nano-dollars are %s', (nanos, words) => {
    expect(dollars(nanos)).toBe(words);
  });
});
