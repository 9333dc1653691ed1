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
  expect(first).toContain('You ask the resolver that checks signatures in your sandbox. It asked');
  expect(first).toContain(';; SERVER: 192.0.2.253#53');
  expect(first).toContain(`/trace www.${DOMAIN} A @validating`);
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

const MOVED = [
  `/dnssec sign ${DOMAIN} hover`,
  `/dnssec publish ${DOMAIN} hover`,
  `/host ${DOMAIN} route53`,
  `/record add www.${DOMAIN} A 203.0.113.20 at=route53`,
  `/delegate ${DOMAIN} route53`,
];

test('what a resolver that checks signatures will say is predicted, and why it fails is told', async () => {
  const failed = await said(...MOVED, `/predict www.${DOMAIN} A @validating servfail`);
  expect(failed).toContain('As you expected.');
  expect(failed).toMatch(/The resolver that checks signatures has no answer that it can trust: .*DS/);
  expect(failed).toContain('The resolver that checks signatures is asked:');
  expect(failed).toContain(';; SERVER: 192.0.2.253#53');
  expect(failed).toContain(`/trace www.${DOMAIN} A @validating`);
  const plain = await said(...MOVED, `/predict www.${DOMAIN} A answer`);
  expect(plain).toContain('As you expected.');
});

test('a resolver that checks is asked about, and remembers what it was asked', async () => {
  const asked = await said(`/predict www.${DOMAIN} @validating`);
  expect(asked).toContain('The resolver that checks signatures in your sandbox is going to be asked');
  expect(asked).toContain(`/predict www.${DOMAIN} A @validating <choice>`);
  const again = await said(`/predict www.${DOMAIN} @validating answer`, `/dig www.${DOMAIN} @validating`);
  expect(again).toContain('It answered from its cache');
});
