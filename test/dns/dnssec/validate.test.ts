import { expect, test } from 'vitest';
import { CASES } from './cases.ts';
import { EXAMPLE } from './example-zones.ts';
import { signedInternet, Validator } from './signed-internet.ts';

const internet = signedInternet(EXAMPLE);

test('aliases that lead in a circle are a failure, and nobody vouches for one', () => {
  expect(new Validator(internet).ask('round.shop.com A')).toMatchObject({ rcode: 'SERVFAIL', ad: false });
});

test.each(CASES)('%s is %s', (text, security, outcome) => {
  const resolution = new Validator(internet).ask(text);
  expect([resolution.security, resolution.outcome, resolution.ad]).toEqual([security, outcome, security === 'secure']);
});
