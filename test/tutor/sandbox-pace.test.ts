import { expect, test } from 'vitest';
import type { Reply } from '../../src/tutor/reply.ts';
import { school } from '../support/school.ts';
import { aTutor } from '../support/tutor.ts';
import { DIG_DEFAULT } from '../transcripts/samples.ts';

const DOMAIN = 'quillcove-example.com';
const IN_LIFE = 'Registries and DNS hosts take their time here, as in life';
const AT_ONCE = 'Registries and DNS hosts publish at once here.';

const ON_ITS_WAY = [
  '/reset pace=life',
  `/register ${DOMAIN} hover`,
  '/wait 1h',
  `/host ${DOMAIN} route53`,
  `/record add www.${DOMAIN} A 203.0.113.10 at=route53`,
  `/delegate ${DOMAIN} route53`,
];
async function after(...lines: readonly string[]) {
  const tutor = await aTutor();
  for (const line of lines) await tutor.say(line);
  return tutor;
}

test('a sandbox is at once until its learner wants it otherwise, and says which it is', async () => {
  const tutor = await aTutor();
  expect(await tutor.say('/world')).toContain(AT_ONCE);
  expect(await tutor.say('/reset')).not.toContain('Registries and DNS hosts');
  expect(await tutor.say('/reset pace=life')).toContain(IN_LIFE);
  expect(await tutor.say('/world')).toContain(IN_LIFE);
  expect(await tutor.say('/reset'), 'kept unless said').toContain(IN_LIFE);
  expect(await tutor.say('/reset pace=at-once')).toContain(AT_ONCE);
  expect(await tutor.say('/reset pace=slow')).toContain('`life`');
});

test('what is about to be published is listed, and comes at its moment', async () => {
  const tutor = await after(...ON_ITS_WAY);
  const next = (await tutor.say('/wait')).replace(/\s+/g, ' ');
  expect(next).toMatch(/in 1m Amazon Route 53 \(DNS host\) has the last change to zone Z2 .* INSYNC/);
  expect(next).toMatch(/in 5m Verisign \(registry\) publishes what it was told/);
  expect(await tutor.say(`/dig www.${DOMAIN}`)).toContain('203.0.113.202');
  await tutor.say('/wait until it is published');
  expect(await tutor.say(`/trace www.${DOMAIN}`)).toContain('203.0.113.10');
});

test('who holds what has apart what is published and what is on its way', async () => {
  const tutor = await after(...ON_ITS_WAY);
  const world = (await tutor.say('/world')).replace(/\s+/g, ' ');
  expect(world).toContain('The registry publishes ns1.hover.com ns2.hover.com From 2026-03-02 10:05 UTC on ns-');
  await tutor.say('/wait 5m');
  expect(await tutor.say('/world')).not.toContain('From 2026');
});

test('a zone that is deleted answers until its host has told its name servers', async () => {
  const tutor = await after(...ON_ITS_WAY, '/wait 1h', `/record remove www.${DOMAIN} A at=route53`);
  const gone = (await tutor.say(`/host delete ${DOMAIN} route53`)).replace(/\s+/g, ' ');
  expect(gone).toContain(
    'deletes zone Z2 of `quillcove-example.com`; its name servers answer for it until 11:01:00 UTC',
  );
  expect((await tutor.say('/wait')).replace(/\s+/g, ' ')).toContain('in 1m Amazon Route 53 (DNS host) takes zone Z2');
  expect(await tutor.say(`/trace www.${DOMAIN}`)).toContain('203.0.113.10');
  const check = (await tutor.say(`/check ${DOMAIN}`)).replace(/\s+/g, ' ');
  expect(check).toMatch(
    /^You have to (?:create a zone|set the name servers) .* until then a zone answers that was deleted\./,
  );
  expect(await tutor.say('/wait until it is published')).toContain('they no longer answer for it');
  expect(await tutor.say(`/trace www.${DOMAIN}`)).toContain('SERVFAIL');
  expect(await tutor.say('/undo')).toContain('Taken back: `/wait until it is published`');
  expect(await tutor.say(`/trace www.${DOMAIN}`)).toContain('203.0.113.10');
});

test('an undo brings back the sandbox before with its own pace', async () => {
  const tutor = await after(`/register ${DOMAIN} hover`, '/reset pace=life', '/undo');
  expect(await tutor.say('/world')).toContain(AT_ONCE);
  await tutor.say(`/host ${DOMAIN} route53`);
  expect(await tutor.say(`/delegate ${DOMAIN} route53`)).toContain('publishes 4 NS records');
  const back = await after('/reset pace=life', '/reset pace=at-once', '/undo');
  expect(await back.say('/world')).toContain(IN_LIFE);
});

const codeIn = ({ blocks }: Reply): string =>
  blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : []))[0] ?? '';

test('a code keeps the pace, for somebody whose program builds the world anew', async () => {
  const tutor = await after(...ON_ITS_WAY);
  const other = await aTutor({ seed: 99, content: { ...school } });
  expect(await other.say(`/load ${codeIn(await tutor.reply('/share'))}`)).toContain('is now your sandbox');
  expect(await other.say('/world')).toContain(IN_LIFE);
  expect(await other.say('/wait')).toBe(await tutor.say('/wait'));
});

const WHOIS = `$ dig +short www.harbourlight.com\n198.18.7.7\n$ dig harbourlight.com MX\n${DIG_DEFAULT}`;

test('what is brought there has its pace, and starts over with another', async () => {
  const tutor = await after('/reset pace=life', `/import ${WHOIS}`);
  expect(await tutor.say('/world')).toContain(IN_LIFE);
  const brought = await tutor.say('/reset pace=at-once');
  expect(brought).toContain('Your sandbox is as `/import` made it.');
  expect(brought).toContain(AT_ONCE);
  expect(await tutor.say('/world')).toContain('harbourlight.com');
  expect(await tutor.say('/reset')).toContain('Your sandbox is empty again.');
});

test('a lesson has its own pace, and says where another can be had', async () => {
  const tutor = await after('/lesson first-steps');
  expect(await tutor.say('/reset pace=life')).toContain('Go there first with `/world sandbox`');
});
