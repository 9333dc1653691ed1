import { expect, test } from 'vitest';
import { aTutor } from '../support/tutor.ts';

const IT = 'quillcove-example.it';
const DE = 'quillcove-example.de';
async function after(...lines: readonly string[]) {
  const tutor = await aTutor();
  for (const line of lines) await tutor.say(line);
  return async (line: string) => (await tutor.say(line)).replace(/\s+/g, ' ');
}

test('a change that the registry of .it does not take yet is told, shown, and withdrawn', async () => {
  const say = await after(`/register ${IT} gandi`);
  const told = await say(`/delegate ${IT} ns1.hover.com ns2.hover.com`);
  expect(told).toContain(
    'Registro .it (registry) asks the new name servers about `quillcove-example.it` before it takes them, and `ns1.hover.com` and `ns2.hover.com` do not answer for it with authority. It shows `pendingUpdate`, asks again every 2h until 2026-03-24',
  );
  expect(await say(`/whois ${IT}`)).toContain('pendingUpdate');
  expect(await say(`/whois ${IT} rdap`)).toContain('pending update');
  expect(await say(`/whois ${IT} epp`)).toContain('does not take yet (1001, action pending)');
  expect(await say('/wait')).toContain('gives up the change of name servers of `quillcove-example.it`, unless');
  expect(await say(`/trace www.${IT}`)).toContain('gandi');
  expect(await say(`/check ${IT}`)).toContain(
    'You have to have `quillcove-example.it` answered by `ns1.hover.com` and `ns2.hover.com`, or the change to them withdrawn at Gandi (registrar)',
  );
  const refused = await say(`/delegate ${IT} ns1.gandi.net ns2.gandi.net`);
  expect(refused).toContain('has the status `pendingUpdate`. It waits for `ns1.hover.com` and `ns2.hover.com`');
  expect(await say(`/registrar withdraw ${IT}`)).toContain('has the registry drop the change of name servers');
  expect(await say(`/whois ${IT}`)).not.toContain('pendingUpdate');
  expect(await say(`/registrar withdraw ${IT}`)).toContain('there is nothing to withdraw');
});

test('name servers that answer in time are taken, and only then sent to be published', async () => {
  const say = await after('/reset pace=life', `/register ${IT} gandi`, '/wait 1h', `/host ${IT} route53`);
  expect(await say(`/delegate ${IT} route53`)).toContain('pendingUpdate');
  await say('/wait 1m');
  expect(await say('/wait')).toContain('asks the new name servers of `quillcove-example.it` again, and takes them');
  const told = await say('/wait until it is published');
  expect(told).toContain('all of them answer, and it takes them');
  expect(told).toContain('publishes 4 NS records');
  const epp = await say(`/whois ${IT} epp`);
  expect(epp).toContain('(1001, action pending)');
  expect(epp, 'sent once').not.toContain('names other name servers.');
});

test('after 22 days the change is given up', async () => {
  const say = await after(`/register ${IT} gandi`, `/delegate ${IT} ns1.hover.com ns2.hover.com`);
  expect(await say('/wait 22d')).toContain('gives up the change of name servers of `quillcove-example.it`');
});

test('the registry of .de refuses such a change at once', async () => {
  const say = await after(`/register ${DE} gandi`);
  const refused = await say(`/delegate ${DE} ns1.hover.com ns2.hover.com`);
  expect(refused).toContain('DENIC (registry) has asked the new name servers about `quillcove-example.de`');
  expect(refused).toContain('do not answer for it with authority. Nothing was changed.');
});
