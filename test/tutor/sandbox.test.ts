import { expect, test } from 'vitest';
import { aTutor, inWords } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
/** A domain at Hover, with a zone at Route 53 that is filled and delegated to. */
const MOVED = [
  `/register ${DOMAIN} hover`,
  `/host ${DOMAIN} route53`,
  `/record add www.${DOMAIN} A 203.0.113.10 at=route53`,
  `/delegate ${DOMAIN} route53`,
];

/** What the tutor says to the last of the lines. */
async function said(...lines: readonly string[]): Promise<string> {
  const tutor = await aTutor();
  let words = '';
  for (const line of lines) words = await tutor.say(line);
  return words;
}

// biome-ignore format: a table reads down its columns
test.each([
  ['/register', [`/register ${DOMAIN} hover`], [
    'You  pay Hover (registrar) US$18.00 to register `quillcove-example.com` for a year.',
    /Hover \(DNS host\) creates zone Z1 for quillcove-example\.com on these name servers +ns1\.hover\.com\n +ns2\.hover\.com\n/,
    /Hover \(registrar\) tells the registry these name servers +ns1\.hover\.com\n +ns2\.hover\.com\n/,
    'Verisign (registry)  enters `quillcove-example.com` for you, until 2027-03-02.',
    'Verisign (registry)  publishes 2 NS records for `quillcove-example.com` in the zone above it.',
    'Hover (registrar)  pays Verisign (registry) US$10.26 as the registry\'s fee for `quillcove-example.com` for a year.',
    'It is 2026-03-02 09:00:00 UTC in your sandbox.',
  ]],
  ['/host', MOVED.slice(0, 2), [/Amazon Route 53 \(DNS host\) creates zone Z2 for quillcove-example\.com on these name servers +ns-\S+\n +ns-\S+\n/]],
  ['/host delete', [`/host a-example.com route53`, '/host delete a-example.com route53'],
    ['Amazon Route 53 (DNS host)  deletes zone Z1 of `a-example.com`; its name servers no longer answer for it.']],
  ['/record add', MOVED.slice(0, 3),
    ['Amazon Route 53 (DNS host)  puts A at `www.quillcove-example.com` in zone Z2: `203.0.113.10`, TTL 300.']],
  ['/record add a second value', [...MOVED, `/record add www.${DOMAIN} A 203.0.113.11 at=route53`], ['`203.0.113.10`, `203.0.113.11`']],
  ['/record change', [...MOVED, `/record change www.${DOMAIN} A 203.0.113.8 at=route53 ttl=60s`], [': `203.0.113.8`, TTL 60.']],
  ['/record remove', [...MOVED, `/record remove www.${DOMAIN} A at=route53`], ['removes A at `www.quillcove-example.com` from zone Z2.']],
  ['/record by the zone\'s id', [...MOVED, `/record add b.${DOMAIN} A 203.0.113.1 zone=z2`], ['in zone Z2']],
  ['/delegate', MOVED, [
    /Hover \(registrar\) tells the registry these name servers +ns-\S+\n +ns-/,
    'Verisign (registry)  publishes 4 NS records for `quillcove-example.com` in the zone above it.',
  ]],
  ['/delegate by names', [`/register ${DOMAIN} route53`, `/delegate ${DOMAIN} ns1.hover.com, ns2.hover.com`],
    [/tells the registry these name servers +ns1\.hover\.com\n +ns2\.hover\.com\n/]],
  ['/delegate by a host\'s full name', [...MOVED.slice(0, 3), `/delegate ${DOMAIN} Amazon Route 53`], ['publishes 4 NS records']],
  ['/host white-label', [...MOVED, `/host white-label ${DOMAIN} route53`], [
    'reusable delegation set N1', 'puts A at `ns1.quillcove-example.com`', 'the name server `ns4.quillcove-example.com` has the address',
    /puts SOA at `quillcove-example\.com` in zone Z2: `ns1\.quillcove-example\.com\. /, 'publishes 4 NS records',
  ]],
  ['/host sets', ['/host a-example.com route53 set=new', '/host sets'], [
    /Reusable delegation sets/, /N1, Amazon Route 53 +ns-\S+\n/, 'has `a-example.com` (Z1)', 'An account has at most 100 sets, and a set 100 zones.',
  ]],
  ['/host sets of none', ['/host sets'], ['You keep no name servers for further zones']],
  ['/host unset', ['/host a-example.com route53 set=new', '/host delete a-example.com route53', '/host unset set=n1'],
    ['Amazon Route 53 (DNS host)  keeps the name servers of the reusable delegation set N1 no longer.']],
  ['/transfer give', [`/register ${DOMAIN} route53`, `/transfer give ${DOMAIN} account=work`], [
    /Amazon Route 53 \(registrar\) {2}offers `quillcove-example\.com` to the account `you\/work` until 2026-03-05 09:00 UTC; it takes the password `\w{12}` to accept\. The registry hears nothing of it\./,
  ]],
  ['/transfer reject an offer', [`/register ${DOMAIN} route53`, `/transfer give ${DOMAIN} account=work`, `/transfer reject ${DOMAIN} account=work`],
    ['Amazon Route 53 (registrar)  ends the offer of `quillcove-example.com` to another account: rejected.']],
  ['/transfer cancel an offer', [`/register ${DOMAIN} route53`, `/transfer give ${DOMAIN} account=work`, `/transfer cancel ${DOMAIN}`], [': cancelled.']],
  ['/wait', [...MOVED, '/wait 2d'], [
    'You  pay Amazon Route 53 (DNS host) US$0.50 to host `quillcove-example.com` for a month.',
    'It is 2026-03-04 09:00:00 UTC in your sandbox.',
  ]],
  ['/wait for long', [...MOVED, '/wait 400d'], ['for a month, 14 times.', 'Verisign (registry)  extends `quillcove-example.com` by a year.']],
] as const)('%s tells who did what', async (_, lines, words) => {
  const told = (await said(...lines)).replace(/ {2,}/g, '  ');
  for (const each of words) expect(told).toMatch(each);
});

// biome-ignore format: a table reads down its columns
test.each([
  // Registrars and registries
  ['a suffix nobody keeps',         ['/register quillcove.invalid hover'],            'No registry here keeps the suffix of `quillcove.invalid`. The suffixes are `.com`'],
  ['a suffix itself',               ['/register co.uk hover'],                        '`co.uk` is a suffix: its registry keeps it.'],
  ['a name inside a domain',        ['/register www.a-example.com hover'],            '`www.a-example.com` is a name inside `a-example.com`, and only that can be registered.'],
  ['a suffix not sold',             ['/register a-example.co.uk porkbun'],            'Porkbun does not sell the suffix of `a-example.co.uk`. '],
  ['a domain held already',         [`/register ${DOMAIN} hover`, `/register ${DOMAIN} gandi`], 'Verisign (registry) says that `quillcove-example.com` is already registered, to you.'],
  ['an operator\'s domain',         ['/register hover.com gandi'],                    '`hover.com` is already registered, to Hover.'],
  ['a registrar nobody knows',      ['/register a-example.com hovver'],               'did you mean `Hover`?'],
  ['an offer with no account',      [`/transfer give ${DOMAIN}`],                     'Say to which account, as `/transfer give quillcove-example.com account=work`.'],
  ['an offer elsewhere',            [`/register ${DOMAIN} hover`, `/transfer give ${DOMAIN} account=work`], 'Hover (registrar) says: we move a domain between accounts of yours at once, without an offer: `/registrar move quillcove-example.com ACCOUNT`.'],
  ['an offer without its password', [`/register ${DOMAIN} route53`, `/transfer give ${DOMAIN} account=work`, `/transfer accept ${DOMAIN} account=work`], 'the password is needed to accept'],
  ['a set that a zone is on',       ['/host a-example.com route53 set=new', '/host unset set=N1'], 'the delegation set N1 is in use by `a-example.com`.'],
  ['a set that is not there',       ['/host unset set=N7'],                           'There is no delegation set `N7`. `/host sets` lists yours.'],
  ['no set at all',                 ['/host unset'],                                  'Say which delegation set, as `/host unset set=N1`.'],
  ['a zone with no host',           [`/host ${DOMAIN}`],                              '`/host create` needs the name of a zone and a DNS host'],
  ['name servers of no domain',     [`/delegate ${DOMAIN} ns1.hover.com ns2.hover.com`], 'Nobody has registered `quillcove-example.com`, so no registrar can set its name servers. Register it first: `/register quillcove-example.com '],
  ['name servers of a name inside', [`/register ${DOMAIN} hover`, `/delegate www.${DOMAIN} ns1.hover.com ns2.hover.com`], 'It is a name inside `quillcove-example.com`; set the name servers of that.'],
  ['name servers under no suffix',  ['/delegate a.invalid ns1.hover.com ns2.hover.com'], 'The suffixes here are `.com`'],
  ['another\'s domain',             ['/delegate hover.com ns1.gandi.net ns2.gandi.net'], 'The registrar says: not your domain. `hover.com` belongs to Hover'],
  ['Cloudflare Registrar\'s rule',  ['/register a-example.com cloudflare', '/delegate a-example.com ns1.hover.com ns2.hover.com'], '(registrar) says: the name servers of `a-example.com` cannot be changed. Names registered here must use'],
  ['one name server',               [`/register ${DOMAIN} hover`, `/delegate ${DOMAIN} ns1.gandi.net`], 'wants at least 2 name servers'],
  ['too many name servers',         [`/register ${DOMAIN} hover`, `/delegate ${DOMAIN} ${Array.from({ length: 14 }, (_, n) => `ns${n}.a.net`).join(' ')}`], 'Hover takes at most '],
  ['a name server inside itself',   [`/register ${DOMAIN} hover`, `/delegate ${DOMAIN} ns1.${DOMAIN} ns2.${DOMAIN}`], 'would need its address too (glue), and has none'],
  ['what is published already',     [`/register ${DOMAIN} hover`, `/delegate ${DOMAIN} ns1.hover.com ns2.hover.com`], 'publishes exactly these name servers for `quillcove-example.com` already. Nothing changes.'],
  ['a host without the zone',       [`/register ${DOMAIN} hover`, `/delegate ${DOMAIN} route53`], 'Amazon Route 53 says: no such hosted zone. You have none for `quillcove-example.com` there. Your zone for it is at Hover.'],
  ['a host and no zone at all',     ['/register a-example.com porkbun', '/host delete a-example.com porkbun', '/delegate b-example.com route53'], 'Create one: `/host b-example.com route53`.'],
  ['a word that is no host',        [`/register ${DOMAIN} hover`, `/delegate ${DOMAIN} somewhere`], '`somewhere` is neither a DNS host here nor the full name of a name server. The hosts are `route53`'],
  ['what is no name at all',        [`/register ${DOMAIN} hover`, `/delegate ${DOMAIN} a..b`], '`a..b` cannot be a name server: there is nothing between two of its dots.'],
  // DNS hosts
  ['a zone for a suffix',           ['/host com route53'],                            'Amazon Route 53 hosts no zones for suffixes'],
  ['a second zone on fixed servers', [`/register ${DOMAIN} hover`, `/host ${DOMAIN} hover`], 'Hover has a zone for `quillcove-example.com` already.'],
  ['a domain registered elsewhere', [`/host ${DOMAIN} hover`],                        'Hover hosts only domains that are registered with it'],
  ['deleting no zone',              [`/host delete ${DOMAIN} route53`],               'Amazon Route 53 says: no such hosted zone.'],
  ['deleting a full zone',          [...MOVED, `/host delete ${DOMAIN} route53`],     'Amazon Route 53 deletes only empty zones. Remove `www.quillcove-example.com A` from'],
  ['deleting one of two',           ['/host a-example.com route53', '/host a-example.com route53', '/host delete a-example.com route53'], 'You have 2 zones for `a-example.com` at Amazon Route 53. Say which: `zone=Z1` or `zone=Z2`.'],
  // Records
  ['a record and no zones',         [`/record add www.${DOMAIN} A 203.0.113.1`],      'You have no zone for `www.quillcove-example.com`. Create one with `/host` first.'],
  ['a record at the wrong host',    [...MOVED, `/record add www.${DOMAIN} A 203.0.113.1 at=gandi`], 'Gandi says: no such hosted zone. You have no zone for `www.quillcove-example.com` there. Your zones are `quillcove-example.com` at Hover (Z1) and `quillcove-example.com` at Amazon Route 53 (Z2).'],
  ['a record where two hosts have it', [...MOVED, `/record add a.${DOMAIN} A 203.0.113.1`], 'Say which: `at=hover` or `at=route53`.'],
  ['a zone id nobody has',          [...MOVED, `/record add a.${DOMAIN} A 203.0.113.1 zone=Z9`], 'You have no zone `Z9`.'],
  ['a record outside the zone',     [...MOVED, '/record add www.other-example.net A 203.0.113.1 zone=Z2'], 'Amazon Route 53 says: `www.other-example.net` is not permitted in the zone `quillcove-example.com`.'],
  ['a CNAME at the apex',           [...MOVED, `/record add ${DOMAIN} CNAME a.example at=route53`], 'Amazon Route 53 refuses a CNAME at `quillcove-example.com`: the apex holds SOA and NS records'],
  ['a CNAME beside data',           [...MOVED, `/record add www.${DOMAIN} CNAME a.example at=route53`], '`www.quillcove-example.com` already has A, and nothing may stand beside a CNAME.'],
  ['data beside a CNAME',           [...MOVED, `/record add c.${DOMAIN} CNAME a.example at=route53`, `/record add c.${DOMAIN} A 203.0.113.1 at=route53`], 'already has CNAME'],
  ['the same record twice',         [...MOVED, `/record add www.${DOMAIN} A 203.0.113.10 at=route53`], 'Amazon Route 53 already has A `203.0.113.10` at `www.quillcove-example.com`.'],
  ['changing what is not there',    [...MOVED, `/record change x.${DOMAIN} A 203.0.113.1 at=route53`], 'There is none at all; `/record add` makes one.'],
  ['removing another value',        [...MOVED, `/record remove www.${DOMAIN} A 203.0.113.99 at=route53`], 'has no such A record at `www.quillcove-example.com`. What is there is `203.0.113.10`.'],
  ['removing the NS set',           [...MOVED, `/record remove ${DOMAIN} NS at=route53`], 'keeps the NS records of `quillcove-example.com`'],
  ['an SOA below the apex',         [...MOVED, `/record add a.${DOMAIN} SOA ns.a. h.a. 1 2 3 4 5 at=route53`], 'refuses an SOA record at `a.quillcove-example.com`'],
  ['a TTL too long',                [...MOVED, `/record add b.${DOMAIN} A 203.0.113.1 at=route53 ttl=36500d`], 'takes a TTL from 0 to 2,147,483,647 seconds.'],
  ['the type ANY',                  [...MOVED, `/record add b.${DOMAIN} ANY x at=route53`], 'No record has the type `ANY`'],
  ['no value',                      [...MOVED, `/record add b.${DOMAIN} A at=route53`], 'Say what the A record is to hold: `/record add b.quillcove-example.com A …`.'],
  ['a value of another type',       [...MOVED, `/record add b.${DOMAIN} A hello at=route53`], '`hello` cannot be the value of a record of type A: '],
  ['a step that is no action',      [`/record delete www.${DOMAIN} A`],               '`delete` cannot be `action` of `/record`'],
  // Time
  ['a word that is no time',        ['/wait long'],                                   '`long` cannot be `span` of `/wait`: it takes a span of time'],
  ['more than a clock can say',     ['/wait 36525d', '/wait 999999d'],                'the longest span is a hundred years'],
] as const)('%s is refused with its reason, and changes nothing', async (_, lines, words) => {
  const tutor = await aTutor();
  for (const line of lines.slice(0, -1)) await tutor.say(line);
  const before = await tutor.say('/world');
  const told = await tutor.reply(lines.at(-1)!);
  expect(inWords(told)).toContain(words);
  expect(told.choices.length).toBeGreaterThan(0);
  expect(await tutor.say('/world')).toBe(before);
});

test('every refusal is short enough for a phone, and is one paragraph', async () => {
  for (const lines of [['/register quillcove.invalid hover'], [...MOVED, `/host delete ${DOMAIN} route53`]]) {
    const [told = '', ...more] = (await said(...lines)).split('\n\n');
    expect(told.length).toBeLessThan(400);
    expect(told).not.toContain('\n');
    expect(more).toEqual([expect.stringMatching(/^Type: \//)]);
  }
});

test('what is told after a hundred years stays short', async () => {
  const told = await said(...MOVED, '/wait 36525d');
  expect(told).toContain('for a month, 1,2');
  expect(told.split('\n').length).toBeLessThan(12);
});

test('an offer is accepted in the other account with the password that was told', async () => {
  const tutor = await aTutor();
  await tutor.say(`/register ${DOMAIN} route53`);
  const [, password = ''] = /password `(\w+)`/.exec(await tutor.say(`/transfer give ${DOMAIN} account=work`)) ?? [];
  const told = await tutor.say(`/transfer accept ${DOMAIN} account=work code=${password}`);
  expect(told).toContain('moves quillcove-example.com to the account `you/work`');
  expect(await tutor.say(`/registrar lock ${DOMAIN} update`)).toContain('It is in your account `you/work`');
});
