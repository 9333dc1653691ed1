import { expect, test } from 'vitest';
import { aTutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
const LED = [
  `/register ${DOMAIN} hover`,
  `/host ${DOMAIN} route53`,
  `/record add www.${DOMAIN} A 203.0.113.10 at=route53`,
  `/delegate ${DOMAIN} route53`,
];
async function after(...lines: readonly string[]) {
  const tutor = await aTutor();
  for (const line of lines) await tutor.say(line);
  const say = async (line: string) => (await tutor.say(line)).replace(/\s+/g, ' ');
  return { say };
}

test('who closes an account is told what becomes of its zones, and sees it', async () => {
  const { say } = await after(...LED);
  const closed = await say('/account close route53');
  expect(closed).toContain(
    'Amazon Route 53 (DNS host) closes the account `you`: its zones answer nobody from now on, and are deleted on 2026-05-31, unless it is opened again before.',
  );
  expect(await say(`/trace www.${DOMAIN}`)).toContain('SERVFAIL');
  expect(await say('/world')).toContain('answers nobody: the account is closed, and is deleted on 2026-05-31');
  expect(await say('/world')).toContain('nobody is answered from it: the account there is closed');
  expect(await say('/wait')).toContain('deletes the account `you` with 1 zone, unless it is opened again before');
  expect(await say(`/check ${DOMAIN}`)).toContain(
    'You have to have the account `you` at Amazon Route 53 opened again: it is closed, and nobody is answered from the zone at Amazon Route 53',
  );
});

test('a company that is registrar too closes that with it', async () => {
  const { say } = await after(`/register ${DOMAIN} route53`);
  expect(await say('/account close route53')).toContain(
    'As a registrar it does nothing for `quillcove-example.com` either, and renews it no longer.',
  );
  expect(await say('/world')).toContain('Amazon Route 53, in a closed account');
  expect(await say(`/registrar renew ${DOMAIN}`)).toContain('Amazon Route 53 says: this account is closed');
  expect(await say(`/delegate ${DOMAIN} ns1.hover.com ns2.hover.com`)).toContain('this account is closed');
});

test('in a closed account nothing can be done but to ask for it back', async () => {
  const { say } = await after(...LED, '/account close route53');
  const refused = await say(`/record add a.${DOMAIN} A 203.0.113.11 at=route53`);
  expect(refused).toContain('this account is closed, and nothing can be done in it');
  expect(refused).toContain('`/account reopen route53`');
  expect(await say('/account reopen route53')).toContain('opens the account `you` again: its zones answer as before');
  expect(await say(`/trace www.${DOMAIN}`)).toContain('203.0.113.10');
  expect(await say('/account reopen route53')).toContain('has no closed account of yours by that name');
});

test('after its time it is gone with its zones, and an undo brings it back', async () => {
  const { say } = await after(...LED, '/account close route53');
  expect(await say('/wait 90d')).toMatch(/deletes zone Z2 .* deletes the account `you` with all that was in it/);
  expect(await say('/account reopen route53')).toContain('create the zones anew');
  await say('/undo');
  expect(await say('/account reopen route53')).toContain('answer as before');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another account',           '/account close route53 account=work',  'finds nothing of yours in that account'],
  ['a host that is none',       '/account close nobody',                'nobody'],
  ['nothing that can be done',  '/account sell route53',                '`close`'],
  ['no name for an account',    '/account close route53 account=a!',    'cannot be the name of an account'],
])('refused: %s', async (_, line, words) => {
  const { say } = await after(...LED);
  expect(await say(line)).toContain(words);
});

test('a code keeps what was done with an account', async () => {
  const { say } = await after(...LED, '/account close route53');
  const code = /1[0-9A-HJKMNP-TV-Z]{20,}/.exec(await say('/share'))?.[0] ?? '';
  const other = await after();
  expect(await other.say(`/load ${code}`)).toContain('is now your sandbox');
  expect(await other.say('/world')).toContain('answers nobody: the account is closed');
});
