import { expect, test } from 'vitest';
import { formatJson } from '../../src/tutor/registry-protocols.ts';
import { aTutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
const MOVED = [`/register ${DOMAIN} hover`, `/host ${DOMAIN} route53`, `/delegate ${DOMAIN} route53`];

/** The reply to the last of the lines. */
async function replied(...lines: readonly string[]) {
  const tutor = await aTutor();
  for (const line of lines.slice(0, -1)) await tutor.reply(line);
  return tutor.reply(lines.at(-1) ?? '');
}
const fileIn = ({ blocks }: Awaited<ReturnType<typeof replied>>) => {
  const file = blocks.find(({ kind }) => kind === 'file');
  if (file?.kind !== 'file') throw new Error('no file');
  return file;
};

test('as RDAP a record is JSON, in a file', async () => {
  const { name, text } = fileIn(await replied(...MOVED, `/whois ${DOMAIN} rdap`));
  expect(name).toBe('quillcove-example.com.rdap.json');
  const record = JSON.parse(text);
  expect(record).toMatchObject({ objectClassName: 'domain', ldhName: DOMAIN, secureDNS: { delegationSigned: false } });
  expect(record.nameservers).toHaveLength(4);
  expect(record.events.map((event: { eventAction: string }) => event.eventAction)).toContain('last changed');
});

test('a record that was never changed has no last change', async () => {
  const record = JSON.parse(fileIn(await replied(`/register ${DOMAIN} hover`, `/whois ${DOMAIN} as=rdap`)).text);
  expect(record.events.map((event: { eventAction: string }) => event.eventAction)).not.toContain('last changed');
});

test('as EPP the last commands stand in the message, each with what it did, and all of them in a file', async () => {
  const reply = await replied(...MOVED, `/whois ${DOMAIN} epp`);
  const said = reply.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  expect(said[0]).toContain('4 commands, the last of them here');
  expect(said.at(-1)).toBe('2026-03-02 09:00:00 UTC: Hover names other name servers.');
  expect(reply.blocks.filter(({ kind }) => kind === 'code')).toHaveLength(2);
  expect(fileIn(reply).text.match(/<epp /g)).toHaveLength(4);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a name that nobody has registered', `/whois ${DOMAIN} rdap`,      ['"errorCode": 404', 'Nobody has registered `quillcove-example.com`']],
  ['a name inside a domain',            `/whois www.${DOMAIN} rdap`,  ['"errorCode": 404', 'it is a name inside `quillcove-example.com`']],
  ['a suffix',                          '/whois com rdap',            ['`com` is a suffix']],
  ['a suffix that nobody keeps',        '/whois a.invalid rdap',      ['No registry here keeps the suffix']],
  ['an operator\'s domain',             '/whois hover.com rdap',      ['belongs to Hover']],
  ['what was never registered, as EPP', `/whois ${DOMAIN} epp`,       ['Nobody has registered']],
])('%s', async (_, line, words) => {
  const told = (await (await aTutor()).say(line)).replace(/ {2,}/g, ' ');
  for (const each of words) expect(told).toContain(each);
});

test('what was registered and is free again has its commands still', async () => {
  const { blocks } = await replied(`/register ${DOMAIN} hover`, `/registrar delete ${DOMAIN}`, `/whois ${DOMAIN} epp`);
  expect(JSON.stringify(blocks)).toContain('deletes the domain within its first days');
});

// biome-ignore format: a table reads down its columns
test.each([
  [{ a: 1, b: ['c'] },                         '{"a":1,"b":["c"]}'],
  [{ a: 'x'.repeat(60), b: ['y'.repeat(20)] }, `{\n "a": "${'x'.repeat(60)}",\n "b": ["${'y'.repeat(20)}"]\n}`],
])('JSON stands on as few lines as fit: %j', (value, written) => {
  expect(formatJson(value)).toBe(written);
  expect(JSON.parse(formatJson(value))).toEqual(value);
});
