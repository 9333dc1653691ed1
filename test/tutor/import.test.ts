import { expect, test } from 'vitest';
import { importInternet } from '../../src/dns/export/import-internet.ts';
import { school } from '../support/school.ts';
import { aTutor } from '../support/tutor.ts';

const ZONE = `$ORIGIN tilia.test.
$TTL 300
@ SOA ns1 hostmaster 1 7200 900 1209600 300
  NS ns1
  NS ns2.elsewhere.test.
ns1 A 192.0.2.11
www A 192.0.2.80
*.w TXT "any ; thing"
`;

test('a zone that was sent is what look-ups ask, and its look-ups are predicted', async () => {
  const tutor = await aTutor();
  const taken = await tutor.say(`/import ${ZONE}`);
  expect(taken).toMatch(/tilia\.test +holds 6 records\n +answers on ns1\.tilia\.test, at 192\.0\.2\.11\n/);
  expect(taken).toContain('No zone gives an address for ns2.elsewhere.test, so it was given one.');
  expect(await tutor.say('/dig www.tilia.test')).toMatch(/the world of your own zones\..*192\.0\.2\.80/s);
  expect(await tutor.say('/dig x.w.tilia.test TXT @ns1.tilia.test')).toContain('"any ; thing"');
  expect(await tutor.say('/predict y.w.tilia.test TXT answer')).toContain(
    'There is no such name, so the wildcard `*.w.tilia.test` stands for it',
  );
  expect(await tutor.say('/trace www.tilia.test')).toContain('ns1.tilia.test');
});

test('without a name a look-up is chosen, and each choice about it runs', async () => {
  const tutor = await aTutor();
  expect(await tutor.say('/predict')).toContain('There is no zone in your sandbox to look anything up in yet.');
  await tutor.reply(`/import ${ZONE}`);
  const asked = new Set<string>();
  for (let turn = 0; turn < 12; turn += 1) {
    const { choices } = await tutor.reply('/predict');
    const menu = choices.find(({ kind }) => kind === 'menu');
    if (menu?.kind !== 'menu') throw new Error('there is no menu');
    asked.add(menu.command);
    const replies = [];
    for (const { value } of menu.values) replies.push(await tutor.say(menu.command.replace('{}', value)));
    expect(replies.filter((each) => each.includes('As you expected.'))).toHaveLength(1);
    expect(choices.at(-1)).toMatchObject({ command: '/zone tilia.test' });
  }
  expect(asked.size).toBeGreaterThan(3);
  expect(await tutor.say('/zone tilia.test')).toMatch(/www +300 +A +192\.0\.2\.80|www.*A.*192\.0\.2\.80/);
  expect(await tutor.say('/zone test')).toMatch(/tilia.*NS.*ns1/);
});

test('what is wrong with a zone is told by line and column, and nothing is taken over', async () => {
  const tutor = await aTutor();
  const text = await tutor.say(`/import ${ZONE.replace('192.0.2.80', '192.0.2')}\nmail MX ten mail`);
  expect(text).toContain('there are 2 things to mend');
  expect(text).toMatch(/line 7, column 7: A: .*IPv4 address/);
  expect(text).toMatch(/line 10, column 9: MX: /);
  expect(await tutor.say('/world own')).toContain('You have not brought any zone of your own yet.');
  expect(await tutor.say('/import www A 192.0.2.1')).toContain('begin it with `$ORIGIN example.com.`');
});

test('the quotes that an app bends and a fence around it are taken for what they were', async () => {
  const tutor = await aTutor();
  await tutor.reply(`/import \`\`\`dns\n${ZONE.replaceAll('"', '”')}\n\`\`\``);
  expect(await tutor.say('/dig x.w.tilia.test TXT')).toContain('"any ; thing"');
});

test('from a question or the sandbox one comes back to it, with what its resolver remembers', async () => {
  const tutor = await aTutor();
  await tutor.reply(`/import ${ZONE}`);
  await tutor.reply('/dig www.tilia.test');
  await tutor.reply('/world sandbox');
  expect(await tutor.say('/dig www.tilia.test')).toContain('your sandbox');
  const { choices } = await tutor.reply('/world');
  expect(choices).toContainEqual({ kind: 'button', label: 'My own zones', command: '/world own' });
  expect(await tutor.say('/world own')).toMatch(/tilia\.test +holds 6 records/);
  expect(await tutor.say('/dig www.tilia.test')).toContain('It answered from its cache');
  await tutor.reply('/wait 5m');
  expect(await tutor.say('/dig www.tilia.test')).not.toContain('It answered from its cache');
});

test('people do things in the sandbox alone; undoing and starting over there leave own zones be', async () => {
  const tutor = await aTutor();
  await tutor.reply(`/import ${ZONE}`);
  expect(await tutor.say('/register quillcove-example.com hover')).toContain('your sandbox');
  await tutor.reply('/reset');
  await tutor.reply('/undo');
  expect(await tutor.say('/world own')).toContain('tilia.test');
  expect(await tutor.say('/whois tilia.test')).toContain('no registry that could be asked who holds a domain');
  expect(await tutor.say('/dig tilia.test A @ns9.tilia.test')).toMatch(/Some that do are `@a\.root-servers\.net`/);
});

test('zones that the program was started with are there for all, as long as it is started with them', async () => {
  const read = importInternet(new Map([['tilia', ZONE]]));
  if (!read.ok) throw new Error('it reads');
  const content = { ...school, own: { ...read.value, digest: 'abc' } };
  const tutor = await aTutor({ content });
  expect(await tutor.say('/import')).toMatch(/tilia\.test +holds 6 records/);
  expect(await tutor.say('/import', 'ben')).toMatch(/tilia\.test +holds 6 records/);
  expect(await tutor.say('/dig www.tilia.test', 'ben')).toContain('192.0.2.80');
  Object.assign(tutor.deps, { content: { ...school, own: { ...content.own, digest: 'abd' } } });
  expect(await tutor.say('/dig www.tilia.test', 'ben')).toContain('your sandbox');
  Object.assign(tutor.deps, { content: school });
  expect(await tutor.say('/dig www.tilia.test', 'ben')).toContain('your sandbox');
  expect(await tutor.say('/world own', 'ben')).toContain('this time they were not');
  expect(await tutor.say('/import', 'ben')).toContain('Send me a zone file of your own');
});
