import { expect, test } from 'vitest';
import { aTutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
/** A domain at Hover, and a zone for it at Route 53 in another account than the learner's own. */
const AT_WORK = [`/register ${DOMAIN} hover`, `/host ${DOMAIN} route53 account=work`];

/** What the tutor says to the last of the lines. */
async function said(...lines: readonly string[]): Promise<string> {
  const tutor = await aTutor();
  let words = '';
  for (const line of lines) words = await tutor.say(line);
  return words.replace(/ {2,}/g, '  ');
}

// biome-ignore format: a table reads down its columns
test.each([
  ['creates a zone in it',        AT_WORK,                                                                    /creates zone Z2 for quillcove-example\.com in your account work on these/],
  ['puts a record there',         [...AT_WORK, `/record add www.${DOMAIN} A 203.0.113.7 account=work`],       'puts A at `www.quillcove-example.com` in zone Z2'],
  ['delegates to it',             [...AT_WORK, `/delegate ${DOMAIN} route53 account=work`],                   'publishes 4 NS records'],
  ['signs it',                    [...AT_WORK, `/dnssec sign ${DOMAIN} account=work`],                        'signs zone Z2'],
  ['publishes its DS',            [...AT_WORK, `/dnssec sign ${DOMAIN} account=work`, `/dnssec publish ${DOMAIN} account=work`], 'publishes in the zone above'],
  ['deletes it',                  [...AT_WORK, `/host delete ${DOMAIN} route53 account=WORK`],                'deletes zone Z2'],
  ['shows it',                    [...AT_WORK, `/zone ${DOMAIN} account=work`],                               'quillcove-example.com at Amazon Route 53, account work'],
  ['shows only it',               [...AT_WORK, `/zone ${DOMAIN} zone=z1`],                                    'quillcove-example.com at Hover\n'],
  ['is named among all',          [...AT_WORK, '/world'],                                                     'DNS host Amazon Route 53, zone Z2, account work'],
  ['pays by itself',              [...AT_WORK, '/wait 2d'],                                                   'You  pay Amazon Route 53 (DNS host) US$0.50'],
] as const)('an account of the learner\'s: %s', async (_, lines, words) => {
  expect(await said(...lines)).toMatch(words);
});

const IN_WORK = 'Zone Z2 is in your account `work`: add `account=work`.';
// biome-ignore format: a table reads down its columns
test.each([
  ['a zone in another account',     [...AT_WORK, `/delegate ${DOMAIN} route53`],                       IN_WORK],
  ['its deletion',                  [...AT_WORK, `/host delete ${DOMAIN} route53`],                    IN_WORK],
  ['its signing',                   [...AT_WORK, `/dnssec sign ${DOMAIN} route53`],                    IN_WORK],
  ['a zone in the own account',     [`/host ${DOMAIN} route53`, `/delegate ${DOMAIN} route53 account=work`], 'Zone Z1 is in your own account: leave `account=` out.'],
  ['a record in another account',   [...AT_WORK, `/record add www.${DOMAIN} A 203.0.113.7 at=route53`], '`quillcove-example.com` at Amazon Route 53 (Z2, in your account `work`: add `account=work`)'],
  ['a record in no such account',   [...AT_WORK, `/record add www.${DOMAIN} A 203.0.113.7 account=home`], 'You have no zone for `www.quillcove-example.com` in your account `home`.'],
  ['a name that is none',           [`/host ${DOMAIN} route53 account=a/b`],                           '`a/b` cannot be the name of an account'],
  ['the word of a zone that is not', [`/host ${DOMAIN} route53`, `/host ${DOMAIN} route53`, `/dnssec sign ${DOMAIN} route53`], 'Say which: `zone=Z1` or `zone=Z2`.'],
] as const)('%s is not found, and the refusal says where it is', async (_, lines, words) => {
  expect(await said(...lines)).toContain(words);
});

const PRIVATE = [`/register ${DOMAIN} gandi`, `/host private ${DOMAIN} route53 network=office`];
// biome-ignore format: a table reads down its columns
test.each([
  ['is made for a network',      PRIVATE,                                                              'creates the private zone Z2 for quillcove-example.com, seen only inside the network office, with these reserved names'],
  ['answers inside it',          [...PRIVATE, `/record add www.${DOMAIN} A 10.0.0.7 at=route53`, `/dig www.${DOMAIN} A @inside-office`], 'You ask the resolver inside the network office'],
  ['answers with its own data',  [...PRIVATE, `/record add www.${DOMAIN} A 10.0.0.7 at=route53`, `/dig www.${DOMAIN} A @inside-office`], '10.0.0.7'],
  ['is traced from inside',      [...PRIVATE, `/trace ${DOMAIN} SOA @inside-office`],                   'awsdns-00'],
  ['says who sees it',           [...PRIVATE, `/zone ${DOMAIN} zone=Z2`],                               'It is a private zone: resolvers inside `office` see it (`@inside-office`)'],
  ['says so among all',          [...PRIVATE, '/world'],                                                'seen only inside office, and by nobody else'],
  ['leads nobody there',         [...PRIVATE, `/delegate ${DOMAIN} route53`, '/world'],                 'The delegation leads nowhere'],
  ['is shown to another',        [...PRIVATE, `/host associate ${DOMAIN} route53 network=lab`],         'shows zone Z2 of `quillcove-example.com` to resolvers inside the network `lab`'],
  ['is hidden from one',         [...PRIVATE, `/host associate ${DOMAIN} route53 network=lab`, `/host disassociate ${DOMAIN} route53 network=lab`], 'to the network `lab` no longer'],
  ['never becomes public',       [`/host ${DOMAIN} route53`, `/host associate ${DOMAIN} route53`],      'a public zone cannot be made private'],
  ['is not at every host',       [`/host private ${DOMAIN} cloudflare`],                                'Private zones are at `route53`.'],
  ['keeps its last network',     [...PRIVATE, `/host disassociate ${DOMAIN} route53 network=office`],   '`office` is the last network'],
  ['has one name in a network',  [...PRIVATE, `/host private ${DOMAIN} route53 network=OFFICE`],        'the network `office` sees a private zone of `quillcove-example.com` already, Z2'],
  ['tells which networks see it', [...PRIVATE, `/host disassociate ${DOMAIN} route53 network=lab`],     'Those that do are `office`.'],
  ['needs the name of a network', [`/host private ${DOMAIN} route53 network=a_b`],                      '`a_b` cannot be the name of a network'],
] as const)('a private zone %s', async (_, lines, words) => {
  expect(await said(...lines)).toContain(words);
});

const APEX = [
  `/register ${DOMAIN} gandi`,
  `/host ${DOMAIN} route53`,
  `/delegate ${DOMAIN} route53`,
  `/record add www.${DOMAIN} A 203.0.113.7 at=route53`,
];
// biome-ignore format: a table reads down its columns
test.each([
  ['is made with /record',      [...APEX, `/record add ${DOMAIN} ALIAS www.${DOMAIN} at=route53`],            'answers for addresses of `quillcove-example.com` in zone Z2 with those of `www.quillcove-example.com`'],
  ['is answered as an address', [...APEX, `/record add ${DOMAIN} alias www.${DOMAIN} at=route53`, `/dig ${DOMAIN}`], '203.0.113.7'],
  ['stands as a remark in the file', [...APEX, `/record add ${DOMAIN} ALIAS www.${DOMAIN} at=route53`, `/zone ${DOMAIN} route53`], '; quillcove-example.com. ALIAS www.quillcove-example.com. ; answered with'],
  ['is among what is held',     [...APEX, `/record add ${DOMAIN} ALIAS www.${DOMAIN} at=route53`, '/world'], 'answers quillcove-example.com with the addresses of www.quillcove-example.com'],
  ['is removed again',          [...APEX, `/record add ${DOMAIN} ALIAS www.${DOMAIN} at=route53`, `/record remove ${DOMAIN} ALIAS at=route53`], 'removes the alias at `quillcove-example.com` from zone Z2'],
  ['is offered for a CNAME',    [...APEX, `/record add ${DOMAIN} CNAME www.${DOMAIN} at=route53`],            'Use an A record, or an alias: `/record add quillcove-example.com ALIAS …`.'],
  ['is not to be had at Hover', [`/register ${DOMAIN} hover`, `/record add a.${DOMAIN} ALIAS www.${DOMAIN}`], 'Hover has no aliases'],
  ['needs a target',            [...APEX, `/record add ${DOMAIN} ALIAS at=route53`],                          'Say which name it is to follow'],
  ['needs a name as target',    [...APEX, `/record add ${DOMAIN} ALIAS a..b at=route53`],                     '`a..b` cannot be what an alias leads to'],
] as const)('an alias %s', async (_, lines, words) => {
  expect(await said(...lines)).toContain(words);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['is made with a zone',        [`/host ${DOMAIN} route53 set=new`],                                    /keeps these name servers for further zones, as the reusable delegation set N1/],
  ['takes another zone',         [`/host ${DOMAIN} route53 set=new`, '/host b-example.com route53 set=n1', '/zone b-example.com'], 'name servers of the reusable delegation set N1'],
  ['is made of a zone',          [`/host ${DOMAIN} route53`, `/host reuse ${DOMAIN} route53`],           /keeps the name servers of zone Z1 for further zones/],
  ['never has a name twice',     [`/host ${DOMAIN} route53 set=new`, `/host ${DOMAIN} route53 set=N1`],  'conflicting domain exists'],
  ['is not at every host',       [`/host ${DOMAIN} cloudflare set=new`],                                 'Cloudflare allots name servers to each zone itself'],
  ['has to be there',            [`/host ${DOMAIN} route53 set=N4`],                                     'no delegation set `N4` of yours. You have none'],
] as const)('a delegation set %s', async (_, lines, words) => {
  expect(await said(...lines)).toMatch(words);
});

test('one of several zones of one name is meant by its id, everywhere', async () => {
  const two = [`/register ${DOMAIN} gandi`, `/host ${DOMAIN} route53`, `/host ${DOMAIN} route53`];
  const tutor = await aTutor();
  for (const line of two) await tutor.say(line);
  expect(await tutor.say(`/record add www.${DOMAIN} A 203.0.113.9 zone=Z3`)).toContain('in zone Z3');
  expect(await tutor.say(`/dnssec sign ${DOMAIN} route53 zone=Z3`)).toContain('signs zone Z3');
  expect(await tutor.say(`/delegate ${DOMAIN} route53 zone=Z3`)).toContain('publishes 4 NS records');
  expect(await tutor.say(`/dig www.${DOMAIN}`)).toContain('203.0.113.9');
  expect(await tutor.say(`/zone ${DOMAIN} zone=Z3`)).toContain('203.0.113.9');
  expect(await tutor.say(`/zone ${DOMAIN} zone=Z2`)).not.toContain('203.0.113.9');
  expect(await tutor.say(`/host delete ${DOMAIN} route53 zone=Z2`)).toContain('deletes zone Z2');
  expect(await tutor.say(`/dig www.${DOMAIN}`)).toContain('203.0.113.9');
});
