import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { readUntil } from '../../src/world/read-until.ts';
import { aTutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
const WWW = `www.${DOMAIN}`;
const MOVED = [`/register ${DOMAIN} hover`, `/dig ${WWW}`, `/host ${DOMAIN} route53`, `/delegate ${DOMAIN} route53`];

// biome-ignore format: a table reads down its columns
test.each([
  ['next',                                        { kind: 'next' }],
  ['until next',                                  { kind: 'next' }],
  ['the next thing happens',                      { kind: 'next' }],
  ['it is published',                             { kind: 'published' }],
  ['publication',                                 { kind: 'published' }],
  ['Mine.com is published',                       { kind: 'published', domain: name('mine.com') }],
  ['the delegation is fresh',                     { kind: 'delegation-fresh' }],
  ['Until the  delegation is fresh.',             { kind: 'delegation-fresh' }],
  ['delegation fresh',                            { kind: 'delegation-fresh' }],
  ['the delegation of mine.com is fresh',         { kind: 'delegation-fresh', domain: name('mine.com') }],
  ['www.mine.com is fresh',                       { kind: 'name-fresh', name: name('www.mine.com'), type: 'A' }],
  ['mine.com MX is fresh',                        { kind: 'name-fresh', name: name('mine.com'), type: 'MX' }],
  ['expiry',                                      { kind: 'expiry' }],
  ['the expiry of mine.com',                      { kind: 'expiry', domain: name('mine.com') }],
  ['mine.com expires',                            { kind: 'expiry', domain: name('mine.com') }],
  ['2026-04-01',                                  { kind: 'instant', at: Date.UTC(2026, 3, 1) }],
  ['2026-04-01 12:30',                            { kind: 'instant', at: Date.UTC(2026, 3, 1, 12, 30) }],
  ['2026-04-01T12:30:05Z',                        { kind: 'instant', at: Date.UTC(2026, 3, 1, 12, 30, 5) }],
  ['2026-04-01 12:30 UTC',                        { kind: 'instant', at: Date.UTC(2026, 3, 1, 12, 30) }],
  ['2026-02-30',                                  undefined],
  ['2026-04-01 25:00',                            undefined],
  ['',                                            undefined],
  ['fresh',                                       undefined],
  ['a..b.com is published',                       undefined],
  ['the cows come home',                          undefined],
  ['mine.com BOGUS is fresh',                     undefined],
])('until `%s`', (words, until) => {
  expect(readUntil(words)).toEqual(until);
});

/** What the tutor says to the last of the lines, with single spaces. */
async function said(...lines: readonly string[]): Promise<string> {
  const tutor = await aTutor();
  let words = '';
  for (const line of lines) words = await tutor.say(line);
  return words.replace(/ {2,}/g, ' ');
}

// biome-ignore format: a table reads down its columns
test.each<[string, readonly string[], readonly (string | RegExp)[]]>([
  ['alone, with nothing due',       ['/wait'],                                   ['Nothing is due, and no resolver remembers anything of your domains.']],
  ['alone',                         [...MOVED, '/wait'],                         [
    /2026-03-02 09:15 UTC, in 15m +The resolver forgets the A of/, "Amazon Route 53 (DNS host) charges a month's fee for zone Z2 of `quillcove-example.com`.",
    'is delegated, which is not what stands at the registry now.', 'The `addPeriod` of `quillcove-example.com` ends.', 'renews `quillcove-example.com` for a year, and is paid for it.',
    '/wait until 2026-03-02 09:15:00 ',
  ]],
  ['to where a button leads',       [...MOVED, '/wait until 2026-03-02 21:00:00'], ['US$0.50', 'It is 2026-03-02 21:00:00 UTC']],
  ['until the delegation is fresh', [...MOVED, '/wait until the delegation is fresh'], ['It is 2026-03-04 09:00:00 UTC']],
  ['until it is, and once more',    [...MOVED, '/wait until the delegation is fresh', '/wait until the delegation is fresh'], ['it is fresh already']],
  ['until a name is fresh',         [...MOVED, `/wait until ${WWW} is fresh`],   ['It is 2026-03-04 09:00:00 UTC']],
  ['until expiry',                  [...MOVED, '/wait until expiry'],            ['It is 2027-03-02 09:00:00 UTC']],
  ['by the option\'s name',         [...MOVED, '/wait until="next"'],            ['It is 2026-03-02 09:15:00 UTC']],
  ['for a span, as ever',           ['/wait 1h 30m'],                            ['It is 2026-03-02 10:30:00 UTC']],
  ['until what nobody knows',       ['/wait until pigs fly'],                    ['Until `pigs fly` is nothing that I can wait for. I can wait until `next`, `it is published`']],
  ['until the past',                ['/wait until 2026-03-01'],                  ['2026-03-01 00:00:00 UTC is not to come']],
  ['until no calendar goes on',     ['/wait until 9999-01-01'],                  ['at most 36525d at once']],
  ['both ways at once',             ['/wait 2d until next'],                     ['not both']],
  ['for a domain nobody holds',     ['/wait until a-example.com expires'],       ['Nobody has registered `a-example.com`']],
])('/wait %s', async (_, lines, words) => {
  const told = await said(...lines);
  for (const each of words) expect(told).toMatch(each);
});
