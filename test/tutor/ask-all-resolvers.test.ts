import { expect, test } from 'vitest';
import { renderDiscord } from '../../src/discord/render.ts';
import { renderSlack } from '../../src/slack/render.ts';
import { RESOLVERS } from '../../src/world/resolvers.ts';
import { aTutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
const WWW = `www.${DOMAIN}`;

async function said(...lines: readonly string[]): Promise<string> {
  const tutor = await aTutor();
  let words = '';
  for (const line of [`/register ${DOMAIN} hover`, ...lines]) words = await tutor.say(line);
  return words.replaceAll('`', '');
}

test('every resolver is asked at once, each with what it remembers, and its habit is told', async () => {
  const first = await said(`/dig ${WWW} @all`);
  expect(first).toContain('All say the same.');
  expect(first).toMatch(/@isp +A 203\.0\.113\.202, after \d+ queries, for 15m more/);
  for (const { id, habit } of RESOLVERS) expect(first.replaceAll(/\s+/g, ' ')).toContain(`@${id}: ${habit}`);
  const again = await said(`/dig ${WWW} @all`, '/wait 5m', `/dig ${WWW} A @ALL`);
  expect(again).toMatch(/@mobile +A 203\.0\.113\.202, from its cache, for 10m more/);
});

test('the reply fits into one message, and links to what the habits rest on', async () => {
  const tutor = await aTutor();
  await tutor.say(`/register ${DOMAIN} hover`);
  const reply = await tutor.reply(`/dig ${DOMAIN} NS @all`);
  expect(renderDiscord(reply, true)).toHaveLength(1);
  expect(renderSlack(reply, new Set(['dig', 'trace', 'world']))).toHaveLength(1);
  const links = reply.choices.flatMap((choice) => (choice.kind === 'link' ? [choice.label] : []));
  expect(links).toContain('RFC 8767 §5');
});

test('where one remembers what the others do not, the difference is said', async () => {
  const lines = [`/dig ${WWW} @office`, `/record change ${WWW} A 203.0.113.9`, `/dig ${WWW} @all`];
  const differ = await said(...lines);
  expect(differ).toContain('They differ: @office says something else than the other 5.');
  expect(differ).toMatch(/@office +A 203\.0\.113\.202, from its cache/);
  expect(differ).toMatch(/@isp +A 203\.0\.113\.9, after/);
});

test('what is not there, and what cannot be had, is said so', async () => {
  expect(await said(`/dig nowhere.${DOMAIN} @all`)).toMatch(/@resolver +NXDOMAIN: no such name, after/);
  expect(await said(`/dig ${WWW} MX @all`)).toMatch(/@resolver +no data/);
  const gone = [`/record remove ${WWW} A`, `/record remove ${DOMAIN} A`, `/host delete ${DOMAIN} hover`];
  const dead = await said(`/dig ${WWW} @mobile`, ...gone, '/wait 1h', `/dig ${WWW} @all`);
  expect(dead).toMatch(/@resolver +SERVFAIL: no usable answer/);
  expect(dead).toMatch(/@mobile +A 203\.0\.113\.202, out of date: nobody answered/);
});

test('one resolver is asked by name, and remembers for itself', async () => {
  const isp = await said(`/dig ${WWW}`, `/dig ${WWW} @ISP`);
  expect(isp).toContain("You ask the provider's resolver in your sandbox. It asked");
  expect(isp).toContain(';; SERVER: 192.0.2.252#53');
  expect(isp).toContain(`/trace ${WWW} A @isp`);
  expect(await said(`/dig ${WWW} @isp`, `/dig ${WWW} @isp`)).toContain('It answered from its cache');
});

test('a trace is as that resolver does it, with an empty cache or with what it remembers', async () => {
  expect(await said(`/trace ${WWW} @isp`)).toContain("with an empty cache, as the provider's resolver does it, in");
  const warm = await said(`/dig ${WWW} @isp`, `/trace ${WWW} A warm @isp`);
  expect(warm).toContain("with what the provider's resolver remembers");
  expect(warm).toContain('after no query');
  const wrong = await said(`/trace ${WWW} @ns1.hover.com`);
  expect(wrong).toMatch(/There is no resolver .*ns1\.hover\.com.*@isp/s);
});

test('a prediction is of one resolver', async () => {
  const asked = await said(`/predict ${WWW} @isp`);
  expect(asked).toContain("The provider's resolver in your sandbox is going to be asked");
  expect(asked).toContain(`/predict ${WWW} A @isp <choice>`);
  expect(await said(`/predict ${WWW} @isp answer`, `/dig ${WWW} @isp`)).toContain('It answered from its cache');
  expect(await said(`/predict ${WWW} @all`)).toContain('what one resolver will say');
});
