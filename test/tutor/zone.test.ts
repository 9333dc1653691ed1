import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { parseZoneFile } from '../../src/dns/zone/zone-file.ts';
import { aTutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';

async function withZones(...hosts: string[]) {
  const tutor = await aTutor();
  for (const host of hosts) await tutor.say(`/host ${DOMAIN} ${host}`);
  return tutor;
}

test('the zone file of a domain is shown with its host, and reads back', async () => {
  const tutor = await withZones('route53');
  await tutor.say(`/record add www.${DOMAIN} A 203.0.113.7`);
  const reply = await tutor.reply(`/zone ${DOMAIN}`);
  const [file] = reply.blocks.flatMap((block) => (block.kind === 'file' ? [block] : []));
  expect(file).toMatchObject({
    name: `${DOMAIN}-z1.zone`,
    description: expect.stringContaining('zone Z1: 6 records.'),
  });
  expect(parseZoneFile(file?.text ?? '', { origin: name(`${DOMAIN}.`) })).toMatchObject({ ok: true });
  expect(file?.text).toMatch(/^www .* A +203\.0\.113\.7$/m);
});

test('two hosts with a zone of one name show two files, and one of them can be named', async () => {
  const tutor = await withZones('route53', 'cloudflare');
  const filesFor = async (line: string) =>
    (await tutor.reply(line)).blocks.flatMap((block) => (block.kind === 'file' ? [block.name] : []));
  expect(await filesFor(`/zone ${DOMAIN}`)).toEqual([`${DOMAIN}-z1.zone`, `${DOMAIN}-z2.zone`]);
  expect(await filesFor(`/zone ${DOMAIN} cloudflare`)).toEqual([`${DOMAIN}-z2.zone`]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a domain without a zone',     '/zone other-example.com',        'No zone `other-example.com` is hosted there in your sandbox.'],
  ['a host without the zone',     `/zone ${DOMAIN} hover`,          'is hosted there in your sandbox; there is one at Amazon Route 53.'],
  ['no domain',                   '/zone',                          '`/zone` needs `domain`'],
])('%s', async (_, line, words) => {
  const tutor = await withZones('route53');
  expect(await tutor.say(line)).toContain(words);
});

test('of a zone that is signed it says so', async () => {
  const tutor = await aTutor();
  await tutor.say('/register quillcove-example.com hover');
  await tutor.say('/host quillcove-example.com route53');
  expect(await tutor.say('/zone quillcove-example.com route53')).not.toContain('signs it');
  await tutor.say('/dnssec sign quillcove-example.com route53');
  expect(await tutor.say('/zone quillcove-example.com route53')).toContain('The host signs it as it answers');
});
