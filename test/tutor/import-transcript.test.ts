import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../../src/tutor/reply.ts';
import { aTutor, type Tutor } from '../support/tutor.ts';
import { DIG_DEFAULT, RDAP, THICK_WHOIS, THIN_WHOIS } from '../transcripts/samples.ts';

const PASTE = `$ whois harbourlight.com\n${THIN_WHOIS}\n$ dig +short www.harbourlight.com\n198.18.7.7\n$ dig harbourlight.com MX\n${DIG_DEFAULT}`;

test('what dig and whois print becomes a sandbox in which one holds the domain, and says what was assumed', async () => {
  const tutor = await aTutor();
  const taken = await tutor.say(`/import ${PASTE}`);
  expect(taken).toContain('The nearest world to harbourlight.com');
  expect(taken).toMatch(/Registrant +you\n +Registrar +Gandi\n/);
  expect(taken).toMatch(/DNS host Amazon Route 53, zone Z1 +answers on the name servers that the registry publishes\n/);
  expect(taken).toMatch(/What I assumed:\n\n[\s\S]*a TTL of 300 seconds where none was printed\n/);
  expect(taken).toMatch(/What stands for what:\n\n +203\.0\.113\.1 stands for 198\.18\.7\.7\n/);
  expect(taken).toMatch(/What I read where:\n\n[\s\S]* line 10: it is registered at Gandi\n/);
  expect(taken).toContain('It is 2026-11-26 03:12:01 UTC in your sandbox.');
  expect(await tutor.say('/whois harbourlight.com')).toMatch(
    /Expires +2027-01-22\n +Name servers +ns-1021\.awsdns-63\.net/,
  );
  expect(await tutor.say('/trace www.harbourlight.com')).toContain('www.harbourlight.com 300 A 203.0.113.1');
});

test('what is wrong with it can be asked at once', async () => {
  const tutor = await aTutor();
  const { choices } = await tutor.reply(`/import ${PASTE}`);
  expect(choices[0]).toMatchObject({ command: '/check harbourlight.com' });
  expect(await tutor.say('/check harbourlight.com')).toContain('Nothing is wrong.');
  await tutor.reply(
    `/import ${PASTE.replace('NS-77.AWSDNS-09.COM', 'NS-77.AWSDNS-9.COM')}\n$ dig +short harbourlight.com NS @ns-1021.awsdns-63.net\nns-1021.awsdns-63.net.\nns-77.awsdns-09.com.\n`,
  );
  expect(await tutor.say('/check harbourlight.com')).toMatch(/ns-77\.awsdns-0?9\.com/);
});

test('one does there what its registrant can, takes it back, starts over, and gets the old sandbox back', async () => {
  const tutor = await aTutor();
  await tutor.reply('/register quillcove-example.com hover');
  await tutor.reply(`/import ${PASTE}`);
  await tutor.reply('/host harbourlight.com cloudflare');
  expect(await tutor.say('/delegate harbourlight.com cloudflare')).toContain('Gandi (registrar) tells the registry');
  expect(await tutor.say('/dig www.harbourlight.com')).toContain('NXDOMAIN');
  expect(await tutor.say('/reset')).toContain('Your sandbox is as `/import` made it.');
  expect(await tutor.say('/dig www.harbourlight.com')).toContain('203.0.113.1');
  expect(await tutor.say('/reset')).toContain('as `/import` made it');
  expect(await tutor.say('/reset')).toContain('Your sandbox is empty again.');
  expect(await tutor.say('/undo')).toContain('Taken back: `/reset`.');
  expect(await tutor.say('/undo')).toContain('Taken back: `/reset`.');
  expect(await tutor.say('/undo')).toContain('Taken back: `/reset`.');
  expect(await tutor.say('/undo')).toContain('Taken back: `/delegate harbourlight.com cloudflare`');
  await tutor.reply('/undo');
  expect(await tutor.say('/undo')).toContain('Taken back: `/import`.');
  expect(await tutor.say('/whois quillcove-example.com')).toMatch(/Registrant +you/);
});

test('a sandbox that began with it has no code, and says so', async () => {
  const tutor = await aTutor();
  await tutor.reply(`/import ${PASTE}`);
  expect(await tutor.say('/share')).toContain('Your sandbox began with a domain that you brought');
  await tutor.reply('/reset');
  expect(await tutor.say('/share')).toContain('This is the code of your sandbox');
});

test('a zone that is at no host of the catalogue is named by its id', async () => {
  const tutor = await aTutor();
  await tutor.reply(`/import ${THIN_WHOIS.replace('NS-1021.AWSDNS-63.NET', 'ns1.otterhost.net')}`);
  const add = '/record add www.harbourlight.com A 203.0.113.9';
  expect(await tutor.say(add)).toContain('Say which: `zone=Z1` or `at=route53`.');
  expect(await tutor.say(`${add} zone=Z1`)).toContain('The name servers of otterhost.net (DNS host)  puts A');
});

test('what cannot be read is told by line, and nothing is taken over', async () => {
  const tutor = await aTutor();
  await tutor.reply('/register quillcove-example.com hover');
  const faulty = await tutor.say(
    `/import ${DIG_DEFAULT.replace('3600\tIN\tMX\t20', '3600\tIN\tMX\ttwenty').replace('ANSWER: 2', 'ANSWER: 3')}`,
  );
  expect(faulty).toContain('Nothing was taken over: 2 things cannot be read in that.');
  expect(faulty).toMatch(/line 4: the header counts 3 in the answer section, and 2 can be read .*\n.*line 15: MX: /);
  expect(await tutor.say('/import {"objectClassName": "domain"')).toContain(
    'line 1: this begins as JSON and cannot be read to its end',
  );
  expect(await tutor.say('/import 198.18.7.7')).toContain('send the command above it too');
  expect(await tutor.say('/world')).toContain('quillcove-example.com');
});

test('of what was sent nothing about people is kept', async () => {
  const tutor = await aTutor();
  await tutor.reply(`/import ${THICK_WHOIS}`);
  const { sandbox = '' } = await tutor.store.desk(await tutor.learner());
  expect(JSON.stringify(await tutor.store.world(sandbox))).not.toMatch(/Petra|Muster|Invented Lane/);
  expect(await tutor.say(`/import \`\`\`json\n${RDAP}\n\`\`\``)).not.toMatch(/Petra|Muster/);
});

/** What a learner sees of a domain: the registry's record, and answers without who was asked how often. */
async function seen(tutor: Tutor, domain: string, user: string): Promise<readonly string[]> {
  const questions = ['NS', 'SOA', 'MX', 'TXT', 'A'].map((type) => `${domain} ${type}`);
  const lines = [
    `/whois ${domain}`,
    ...[...questions, `www.${domain} A`, `nope.${domain} A`].map((each) => `/dig ${each}`),
  ];
  const replies: string[] = [];
  for (const line of lines)
    replies.push(line.startsWith('/whois') ? await tutor.say(line, user) : codeIn(await tutor.reply(line, user)));
  return replies;
}

const codeIn = ({ blocks }: Reply): string =>
  blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : [])).join('\n');

const lives = fc.record({
  registrar: fc.constantFrom('route53', 'hover', 'namecheap', 'gandi', 'porkbun'),
  suffix: fc.constantFrom('com', 'org', 'io'),
  host: fc.constantFrom('route53', 'cloudflare', 'dnsimple', undefined),
  isSigned: fc.boolean(),
  address: fc.integer({ min: 1, max: 200 }),
  ttl: fc.constantFrom(60, 300, 86_400),
  days: fc.constantFrom(0, 3, 90),
});

test("a world's own /whois and /dig, sent, make a world that says the same", async () => {
  let everSigned = 0;
  await fc.assert(
    fc.asyncProperty(lives, async ({ registrar, suffix, host, isSigned, address, ttl, days }) => {
      const tutor = await aTutor();
      const domain = `quillcove-example.${suffix}`;
      const lines = [
        `/register ${domain} ${registrar}`,
        ...(host === undefined ? [] : [`/host ${domain} ${host}`, `/delegate ${domain} ${host}`]),
        `/record add www.${domain} A 203.0.113.${address} ttl=${ttl}s${host === undefined ? '' : ` at=${host}`}`,
        `/record add ${domain} MX "10 mail.${domain}."${host === undefined ? '' : ` at=${host}`}`,
        `/record add ${domain} TXT "v=spf1 mx -all"`,
        `/wait ${days}d`,
      ];
      for (const line of lines) await tutor.reply(line, 'ines');
      const before = await seen(tutor, domain, 'ines');
      await tutor.reply(`/import ${before.join('\n\n')}`, 'ben');
      expect(await seen(tutor, domain, 'ben')).toEqual(before);
      if (!isSigned) return;
      await tutor.reply(`/dnssec sign ${domain}`, 'ben');
      await tutor.reply(`/dnssec publish ${domain}`, 'ben');
      const signed = await seen(tutor, domain, 'ben');
      if (signed[0]?.includes('signedDelegation')) everSigned += 1;
      await tutor.reply(`/import ${signed.join('\n\n')}`, 'cleo');
      expect(await seen(tutor, domain, 'cleo')).toEqual(signed);
    }),
    { numRuns: 25 },
  );
  expect(everSigned).toBeGreaterThan(0);
});

test('a list that is cut is there in full, as a file', async () => {
  const tutor = await aTutor();
  const records = Array.from({ length: 20 }, (_, place) => `h${place}.harbourlight.com. 60 IN A 198.18.1.${place}`);
  const { blocks } = await tutor.reply(`/import ;; ANSWER SECTION:\n${records.join('\n')}\n`);
  const file = blocks.find(({ kind }) => kind === 'file');
  expect(file).toMatchObject({
    name: 'harbourlight.com-import.txt',
    text: expect.stringContaining('line 21: h19.harbourlight.com A 198.18.1.19'),
  });
  expect(JSON.stringify(blocks)).toContain('and 8 more lines.');
});
