import { expect, test } from 'vitest';
import { aTutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
const WWW = `www.${DOMAIN}`;

async function withDomain() {
  const tutor = await aTutor();
  await tutor.say(`/register ${DOMAIN} hover`);
  await tutor.say(`/host ${DOMAIN} route53`);
  await tutor.say(`/record add ${WWW} A 203.0.113.7 at=route53`);
  await tutor.say(`/delegate ${DOMAIN} route53`);
  return tutor;
}

// biome-ignore format: a table reads down its columns
test.each<[string, string, RegExp[]]>([
  ['an address that comes',            `${WWW} A 203.0.113.7`,                             [/As you expected\./, /An answer, `203\.0\.113\.7`, from `ns-[\w.-]+` \(Amazon Route 53\)/]],
  ['an outcome alone',                 `${WWW} A answer`,                                  [/As you expected\./]],
  ['no type',                          `${WWW} nxdomain`,                                  [/1 difference/, /Another outcome +an answer, instead of NXDOMAIN/]],
  ['another address',                  `${WWW} A 203.0.113.8`,                             [/Other data +`203\.0\.113\.8` did not come and `203\.0\.113\.7` came/]],
  ['the wrong host',                   `${WWW} A 203.0.113.7 from hover`,                  [/Another source +from `ns-[\w.-]+`, instead of Hover/]],
  ['the cache, too early',             `${WWW} A from cache`,                              [/Another source +from `ns-[\w.-]+`, instead of the resolver's cache/]],
  ['two things wrong',                 `${WWW} A nodata from cache`,                       [/2 differences/, /Another outcome/, /Another source/]],
  ['a name that is not there',         `shop.${DOMAIN} A nxdomain`,                        [/As you expected\./, /There is no such name in the zone `quillcove-example\.com`/]],
  ['a domain that nobody has',         'nobody-example.com A nxdomain',                    [/As you expected\./, /the zone of `\.com`, which Verisign keeps/]],
  ['a referral of the registry',       `${DOMAIN} NS @a.gtld-servers.net referral`,        [/As you expected\./, /Only `a\.gtld-servers\.net` was asked/]],
  ['an answer where there is none',    `${DOMAIN} NS @a.gtld-servers.net answer`,          [/a referral, instead of an answer/]],
  ['a server that has no such zone',   `${DOMAIN} A @a.root-servers.net referral`,         [/As you expected\./]],
])('of a look-up is predicted %s', async (_, line, words) => {
  const text = await (await withDomain()).say(`/predict ${line}`);
  for (const each of words) expect(text).toMatch(each);
  expect(text).toContain('HEADER');
});

test('the look-up is run: the resolver remembers it, so the next comes from its cache', async () => {
  const tutor = await withDomain();
  await tutor.say(`/predict ${WWW} A 203.0.113.7`);
  expect(await tutor.say(`/predict ${WWW} A 203.0.113.7 from cache`)).toContain('As you expected.');
  expect(await tutor.say(`/dig ${WWW}`)).toContain('It answered from its cache');
});

test('without an expectation it asks for one, and runs nothing', async () => {
  const tutor = await withDomain();
  const reply = await tutor.reply(`/predict ${WWW} MX @ns1.hover.com`);
  const commands = reply.choices.map((choice) => choice.kind !== 'link' && choice.command);
  expect(commands).toEqual([`/predict ${WWW} MX @ns1.hover.com {}`, `/predict ${WWW} MX @ns1.hover.com {}`]);
  await tutor.reply(`/predict ${WWW}`);
  expect(await tutor.say(`/dig ${WWW}`)).toContain('It asked');
  for (const choice of reply.choices) {
    if (choice.kind !== 'menu') continue;
    for (const { value } of choice.values)
      expect(await tutor.say(choice.command.replace('{}', value))).toMatch(/xpected/);
  }
});

// biome-ignore format: a table reads down its columns
test.each([
  ['words that say nothing',    `${WWW} A perhaps`,               'I cannot read `perhaps` as something to expect of a look-up. Say an outcome'],
  ['two outcomes',              `${WWW} A answer nxdomain`,       'I cannot read `answer nxdomain`'],
  ['a source that is none',     `${WWW} A from somewhere`,        'I cannot read `somewhere`'],
  ['a server that is none',     `${WWW} A @ns9.hover.com answer`, 'No name server `ns9.hover.com` exists'],
])('%s are told what to say', async (_, line, words) => {
  const reply = await (await withDomain()).reply(`/predict ${line}`);
  expect(JSON.stringify(reply.blocks)).toContain(words);
  expect(reply.choices.length).toBeGreaterThan(0);
});

test('after a change in the sandbox, and in a world, a look-up can be predicted first', async () => {
  const tutor = await aTutor();
  const { choices } = await tutor.reply(`/register ${DOMAIN} hover`);
  expect(choices).toContainEqual({ kind: 'button', label: 'Predict first', command: `/predict ${WWW}` });
  expect((await tutor.reply('/world')).choices).toContainEqual({
    ...{ kind: 'button', label: 'Predict first' },
    command: `/predict ${WWW} A`,
  });
});
