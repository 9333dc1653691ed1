import { expect, test } from 'vitest';
import { aTutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
const HELD = [`/register ${DOMAIN} hover`, `/record add www.${DOMAIN} A 203.0.113.10`];

async function said(...lines: readonly string[]): Promise<string> {
  const tutor = await aTutor();
  let words = '';
  for (const line of [...HELD, ...lines]) words = await tutor.say(line);
  return words;
}

test('the validating resolver is asked by name, and remembers for itself', async () => {
  const first = await said(`/dig www.${DOMAIN} @validating`);
  expect(first).toContain('You ask a resolver that checks signatures in your sandbox. It asked');
  expect(first).toContain(';; SERVER: 192.0.2.253#53');
  expect(first).toContain(`/trace www.${DOMAIN} A validating`);
  const other = await said(`/dig www.${DOMAIN}`, `/dig www.${DOMAIN} @Validating`);
  expect(other).not.toContain('from its cache');
  const again = await said(`/dig www.${DOMAIN} @validating`, `/dig www.${DOMAIN} @validating`);
  expect(again).toContain('It answered from its cache');
});

test('a trace may be of one that checks signatures, with an empty cache or what it remembers', async () => {
  const plain = await said(`/trace www.${DOMAIN}`);
  expect(plain).not.toContain('signatures');
  const cold = await said(`/trace www.${DOMAIN} A validating`);
  expect(cold).toContain('A look-up with an empty cache, with signatures checked, in your sandbox.');
  expect(cold).toContain(`/dig www.${DOMAIN} A @validating`);
  const warm = await said(`/dig www.${DOMAIN} @validating`, `/trace www.${DOMAIN} A warm validating`);
  expect(warm).toContain('after no query');
  const unknown = await said(`/dig www.${DOMAIN}`, `/trace www.${DOMAIN} A warm validating`);
  expect(unknown).not.toContain('after no query');
});
