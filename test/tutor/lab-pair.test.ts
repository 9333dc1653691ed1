import { expect, test } from 'vitest';
import { displayName } from '../../src/dns/name.ts';
import { openLab } from '../../src/tutor/labs/open-lab.ts';
import { aTutor } from '../support/tutor.ts';

/** Anna has opened a lab, ben and cleo have joined it. */
async function together() {
  const tutor = await aTutor();
  const told = await tutor.say('/lab pair lead-them-there');
  const [, code = ''] = /\/lab join (\w+)/.exec(told) ?? [];
  const ben = await tutor.say(`/lab join ${code}`, 'ben');
  const cleo = await tutor.say(`/lab join ${code.toLowerCase()}`, 'cleo');
  const learner = await tutor.learner();
  const [run] = await tutor.store.labRuns(learner);
  const open = await openLab({ ...tutor.deps, learner } as never, run!);
  const { cast, world } = open!.now;
  const zone = [...world.hostedZones.values()].find(({ host }) => host === cast.host)!;
  return { ...tutor, told: { anna: told, ben, cleo }, code, cast, domain: displayName(cast.domain), zone };
}

test('each who joins gets the next role, in one world', async () => {
  const { told, domain } = await together();
  expect(told.anna).toContain('you are the registrant at the registrar');
  expect(told.ben).toContain('you are the operator at the DNS host');
  expect(told.cleo).toContain('you are somebody with a resolver');
  expect(told.cleo).toContain(domain);
});

test('whoever comes after the last role is told so, and who comes again has the role they had', async () => {
  const { say, code } = await together();
  expect(await say(`/lab join ${code}`, 'dora')).toContain('All roles of "Lead them there" are taken');
  expect(await say(`/lab join ${code}`, 'ben')).toContain('the operator at the DNS host');
  expect(await say('/lab join 7K3M9QTX', 'dora')).toContain('opens no lab');
});

test('each does what their login allows, and is told whom to ask for the rest', async () => {
  const { say, domain, cast } = await together();
  const record = `/record add shop.${domain} A 203.0.113.7 at=${cast.host}`;
  expect(await say(record)).toContain('takes the login of the operator at the DNS host');
  expect(await say(record, 'ben')).toContain(`shop.${domain}`);
  expect(await say(`/delegate ${domain} ns1.hover.com ns2.hover.com`, 'ben')).toContain('login of the registrant');
  expect(await say(record, 'cleo')).toContain('you have no login at all');
  expect(await say('/wait 1h', 'cleo')).toContain('UTC');
  expect(await say(`/dig shop.${domain}`, 'cleo')).toContain('shop');
});

test('each sees what their party would see', async () => {
  const { say, domain, zone } = await together();
  const [server] = zone.nameServers.map(displayName);
  expect(await say('/world')).not.toContain(server);
  expect(await say('/world')).toContain('The registry publishes');
  expect(await say('/world', 'ben')).toContain(server);
  expect(await say('/world', 'ben')).not.toContain('The registry publishes');
  expect(await say('/world', 'cleo')).toContain('what everybody can look up');
  expect(await say(`/zone ${domain}`)).toContain('takes the login at the DNS host');
  expect(await say(`/zone ${domain}`, 'ben')).toContain(server);
});

test('name servers are told from one to the other, and the goal is reached for all', async () => {
  const { say, domain, cast, zone, learner, store } = await together();
  expect(await say(`/delegate ${domain} ${cast.host}`)).toContain('type it out');
  const names = zone.nameServers.map(displayName).join(' ');
  expect(await say(`/delegate ${domain} ${names}`)).toContain('0 of 2');
  expect(await say('/wait 5m', 'ben')).toContain('1 of 2');
  expect(await say('/wait 5d', 'cleo')).toContain('Done: Lead them there');
  expect(await say('/status', 'ben')).toContain('2 of 2');
  const [run] = await store.labRuns(await learner('ben'));
  expect(run?.finished).toMatchObject({ steps: 1 });
  expect(await say('/lab list stage=1', 'ben')).toContain('Lead them there (done: 100 of 100, 1 step)');
});

test('only whoever began it takes back what was done', async () => {
  const { say, domain, cast } = await together();
  await say(`/record add shop.${domain} A 203.0.113.7 at=${cast.host}`, 'ben');
  expect(await say('/undo', 'ben')).toContain('only whoever began the lab');
  expect(await say('/reset', 'cleo')).toContain('only whoever began the lab');
  expect(await say('/undo')).toContain('Taken back');
});

test('a lab for one person is not opened to several', async () => {
  const { say } = await aTutor();
  expect(await say('/lab pair two-records')).toContain('is for one person. Labs for several are `lead-them-there`');
  expect(await say('/lab pair nothing')).toContain('There is no lab');
});

test('alone one has every login', async () => {
  const { say } = await aTutor();
  expect(await say('/lab start lead-them-there')).toContain('with every login');
});

test('each is billed, warned and told of trouble as far as their login goes', async () => {
  const { say, domain } = await together();
  expect(await say('/bill')).toMatch(/to (register|renew)/);
  expect(await say('/bill')).not.toContain('to host');
  expect(await say('/bill', 'ben')).toContain('to host');
  expect(await say('/bill', 'ben')).not.toMatch(/to (register|renew)/);
  expect(await say(`/bill ${domain}`, 'cleo')).toContain('there is no bill');
  expect(await say('/wait')).not.toContain("month's fee");
  expect(await say('/wait', 'ben')).toContain("month's fee");
  expect(await say('/wait', 'ben')).not.toContain('renews');
  expect(await say('/wait', 'cleo')).not.toMatch(/month's fee|renews/);
  expect(await say(`/whois ${domain} epp`)).toContain('<domain:');
  expect(await say(`/whois ${domain} epp`, 'ben')).toContain('is theirs, and you are the operator');
  const servers = /ns-\d+\.awsdns/;
  expect(await say(`/check ${domain}`, 'ben')).toMatch(servers);
  expect(await say(`/check ${domain}`)).not.toMatch(servers);
  expect(await say(`/check ${domain}`, 'cleo')).not.toMatch(servers);
});

test('it is shared when it is done, and whoever loads it has every login', async () => {
  const { say, domain, zone } = await together();
  expect(await say('/share', 'ben')).toContain('until it is done');
  await say(`/delegate ${domain} ${zone.nameServers.map(displayName).join(' ')}`);
  await say('/wait 5d');
  const [, letters = ''] = /^ *(1[0-9A-Z]{20,})$/m.exec(await say('/share', 'ben')) ?? [];
  expect(await say(`/load ${letters}`, 'dora')).toContain('You are in the lab of the code');
  expect(await say(`/zone ${domain}`, 'dora')).toContain('SOA');
});
