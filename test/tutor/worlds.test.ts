import { join } from 'node:path';
import { expect, test } from 'vitest';
import { itemWorld } from '../../src/items/item-world.ts';
import { worldOfRecipe } from '../../src/tutor/worlds.ts';
import { school } from '../support/school.ts';
import { isOverOneConnection } from '../support/shared-place.ts';
import { temporaryFolder } from '../support/store.ts';
import { aTutor, type Tutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
const REGISTER = `/register ${DOMAIN} hover`;
const ZONE = `/host ${DOMAIN} route53`;

async function having(lines: readonly string[], over: Parameters<typeof aTutor>[0] = {}): Promise<Tutor> {
  const tutor = await aTutor(over);
  for (const line of lines) await tutor.say(line);
  return tutor;
}

test.each(['/dig www.a.example', '/trace www.a.example', `/world`, `/whois ${DOMAIN}`])(
  '%s asks the sandbox first, the question after a question, the sandbox after a command there; and says which',
  async (line) => {
    const tutor = await having([REGISTER]);
    const here = /your sandbox/;
    const there = /the question's world/;
    expect(await tutor.say(line)).toMatch(here);
    await tutor.say('/quiz jobs');
    expect(await tutor.say(line)).toMatch(there);
    await tutor.say('/wait 1h');
    expect(await tutor.say(line)).toMatch(here);
    await tutor.say('/world question');
    expect(await tutor.say(line)).toMatch(there);
    await tutor.say('/world sandbox');
    expect(await tutor.say(line)).toMatch(here);
  },
);

test("a question's world knows nothing of the sandbox, nor the sandbox of it", async () => {
  const tutor = await having([REGISTER, '/quiz jobs']);
  expect(await tutor.say(`/whois ${DOMAIN}`)).toContain(`Nobody has registered \`${DOMAIN}\` in the question's world.`);
  const { evidence } = await tutor.lastPut();
  expect(await tutor.say(evidence[0]!)).toContain('NOERROR');
  await tutor.say('/world sandbox');
  expect(await tutor.say(evidence[0]!)).toContain('NXDOMAIN');
});

test('a question without a world leaves look-ups to the sandbox, and there is none to switch to', async () => {
  const tutor = await having([REGISTER, '/quiz jobs', '/quiz delegation']);
  expect(await tutor.say('/world')).toContain('in your sandbox.');
  expect(await tutor.say('/world question')).toContain('The last question had no world of its own.');
});

test('what a resolver learned it remembers, and forgets in time', async () => {
  const tutor = await having([REGISTER, ZONE]);
  const dig = `/dig www.${DOMAIN}`;
  expect(await tutor.say(dig)).toContain('It asked 3 name servers.');
  expect(await tutor.say(dig)).toContain('It answered from its cache, without asking anyone.');
  await tutor.say('/wait 1h');
  expect(await tutor.say(dig)).toContain('It asked 1 name server.');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a name server by name',          `/dig ${DOMAIN} NS @a.gtld-servers.net`, 'You ask `a.gtld-servers.net` itself in your sandbox'],
  ['a name server by address',       `/dig ${DOMAIN} NS @192.0.2.1`,          'itself in your sandbox'],
  ['a server that is not there',     `/dig ${DOMAIN} @ns9.hover.com`,         'No name server `ns9.hover.com` exists in this simulated Internet. Some that do are `@'],
  ['an address that is not there',   `/dig ${DOMAIN} @192.0.2.250`,           'No name server `192.0.2.250` exists'],
  ['a type',                         `/dig ${DOMAIN} mx`,                     'IN MX'],
  ['a name nobody holds',            '/dig www.nobody-example.com',           'NXDOMAIN'],
  ['a web address',                  '/dig https://a.example/x',              'Type only the domain name in it: `a.example`.'],
  ['no type that is known',          `/dig ${DOMAIN} HELLO`,                  'it is no record type known here'],
  ['a trace from nothing',           `/trace www.${DOMAIN}`,                  'A look-up with an empty cache, in your sandbox.'],
  ['a trace from what is known',     `/trace www.${DOMAIN} A warm`,           'with what your resolver remembers'],
  ['whois of the domain',            `/whois ${DOMAIN}`,                      'Registrar     Tucows (sold by Hover)'],
  ['whois of a name inside',         `/whois www.${DOMAIN}`,                  `it is a name inside \`${DOMAIN}\``],
  ['whois of a suffix',              '/whois com',                            '`com` is a suffix. Verisign keeps it.'],
  ['whois of an operator',           '/whois hover.com',                      '`hover.com` belongs to Hover'],
  ['whois under no suffix',          '/whois a.invalid',                      'No registry here keeps the suffix of `a.invalid`.'],
  ['whois of nobody\'s',             '/whois nobody-example.com',             'Nobody has registered `nobody-example.com` in your sandbox.'],
])('%s', async (_, line, words) => {
  expect(await (await having([REGISTER])).say(line)).toContain(words);
});

test('a trace changes nothing: what it found, the resolver still has to find', async () => {
  const tutor = await having([REGISTER]);
  await tutor.say(`/trace www.${DOMAIN} A warm`);
  expect(await tutor.say(`/dig www.${DOMAIN}`)).toContain('It asked 3 name servers.');
});

test('/world shows an empty sandbox, and what was done in it', async () => {
  const tutor = await aTutor();
  expect(await tutor.say('/world')).toContain('Nobody here holds a domain or hosts a zone yet.');
  for (const line of [REGISTER, ZONE]) await tutor.say(line);
  const shown = await tutor.say('/world');
  for (const words of [
    'The registry publishes             ns1.hover.com\n',
    'DNS host Hover, zone Z1            answers on the name servers that the registry publishes\n',
    'holds www.quillcove-example.com A 203.0.113.202\n',
    'DNS host Amazon Route 53, zone Z2  the registry publishes none of its 4 name servers\n',
    'holds only its SOA and NS records',
    'led to Hover (zone Z1)',
    'Payments',
  ]) {
    expect(shown).toContain(words);
  }
});

// biome-ignore format: a table reads down its columns
test.each([
  ['some of a zone\'s',        [ZONE, 'some'],                              'the registry publishes 2 of its 4 name servers', 'led to Amazon Route 53 (zone Z2)'],
  ['those of nobody',          [`/delegate ${DOMAIN} ns1.a.org ns2.a.org`], 'the registry publishes none of its 2 name servers', 'The delegation leads nowhere'],
  ['those of two zones',       [ZONE, 'all'],                               'the registry publishes all of its 4 name servers', 'led to Hover (zone Z1) and Amazon Route 53 (zone Z2)'],
])('/world tells of a delegation to %s', async (_, lines, zone, leads) => {
  const tutor = await having([REGISTER]);
  for (const line of lines) {
    const servers = [...(await tutor.say('/world')).matchAll(/answers on (ns-\S+)/g)].map(([, server]) => server);
    const named = { some: servers.slice(0, 2), all: ['ns1.hover.com', 'ns2.hover.com', ...servers] }[line];
    await tutor.say(named ? `/delegate ${DOMAIN} ${named.join(' ')}` : line);
  }
  const shown = await tutor.say('/world');
  expect(shown).toContain(zone);
  expect(shown).toContain(leads);
});

test('/world tells of a zone whose name nobody has registered', async () => {
  const shown = await (await having([ZONE])).say('/world');
  expect(shown).toContain('none: nobody has registered it');
  expect(shown).toMatch(/zone Z1 +answers on ns-/);
  expect(shown).toContain('No resolver is led to the zone');
});

test('/world leads on: to a beginning, to a look, to the other world and back', async () => {
  const tutor = await aTutor();
  expect((await tutor.reply('/world')).choices[0]).toMatchObject({ kind: 'form', command: '/register {} route53' });
  await tutor.say(REGISTER);
  expect(await tutor.say('/world')).toContain(`Type: /trace www.${DOMAIN} · /predict www.${DOMAIN} A · /quiz`);
  await tutor.say('/quiz jobs');
  expect(await tutor.say('/world')).toContain('· /world sandbox · /quiz');
  expect(await tutor.say('/world sandbox')).toContain('· /world question · /quiz');
});

test('/undo takes back the last change and the look-ups since, down to the beginning', async () => {
  const tutor = await having([REGISTER]);
  const held = await tutor.say('/world');
  for (const line of [ZONE, `/dig www.${DOMAIN}`]) await tutor.say(line);
  expect(await tutor.say('/undo')).toContain(
    `Taken back: \`${ZONE}\`, with 1 look-up since. It is 2026-03-02 09:00:00 UTC in your sandbox.`,
  );
  expect(await tutor.say('/world')).toBe(held);
  expect(await tutor.say('/undo')).toContain(`Taken back: \`${REGISTER}\`.`);
  expect(await tutor.say('/world')).toContain('Nobody here holds a domain');
  expect(await tutor.say('/undo')).toContain('There is nothing to take back');
});

test('/reset empties the sandbox and /undo brings it back, through several', async () => {
  const tutor = await having([REGISTER]);
  const held = await tutor.say('/world');
  expect(await tutor.say('/reset')).toContain('I have put the old one with its 1 step aside');
  await tutor.say(ZONE);
  await tutor.say('/reset');
  expect(await tutor.say('/world')).toContain('Nobody here holds a domain');
  expect(await tutor.say('/undo')).toContain('Taken back: `/reset`.');
  expect(await tutor.say('/undo')).toContain(`Taken back: \`${ZONE}\``);
  expect(await tutor.say('/undo')).toContain('Taken back: `/reset`.');
  expect(await tutor.say('/world')).toBe(held);
});

test('a sandbox that cannot be built any more can still be reset', async () => {
  const tutor = await having([REGISTER]);
  const learner = await tutor.learner();
  const { sandbox = '' } = await tutor.store.desk(learner);
  await tutor.store.addStep(sandbox, 1, { command: '/old', events: '[{"kind":"of-another-version"}]' }, 0 as never);
  await expect(tutor.say('/world')).rejects.toThrow('of-another-version');
  await tutor.say('/reset');
  expect(await tutor.say('/world')).toContain('Nobody here holds a domain');
});

test('the sandbox lasts over a store that is closed and opened again', async () => {
  const file = join(temporaryFolder(), 'hostmaster.db');
  const before = await (await having([REGISTER, ZONE, `/dig www.${DOMAIN}`, '/wait 2d'], { file })).say('/world');
  const again = await aTutor({ file, seed: 8 });
  expect(await again.say('/world')).toBe(before);
  expect(await again.say(`/delegate ${DOMAIN} route53`)).toContain('publishes 4 NS records');
});

test('of commands that race for one sandbox one is carried out, and the others say that they did nothing', async () => {
  for (const first of [[], [REGISTER]]) {
    const tutor = await having(first);
    const told = await Promise.all(['a', 'b', 'c'].map((letter) => tutor.say(`/register ${letter}-example.com gandi`)));
    const refused = told.filter((words) => words.includes('so this one did nothing. Please send it again.'));
    // Over several connections one may begin when another is done, so that these two do not race; over one, all do.
    if (isOverOneConnection()) expect(refused).toHaveLength(2);
    else expect(refused.length).toBeLessThan(3);
    const world = await tutor.say('/world');
    const carriedOut = ['a', 'b', 'c'].filter((letter) => world.includes(`${letter}-example.com\n`));
    expect(carriedOut).toHaveLength(3 - refused.length);
  }
});

test("nobody sees another learner's sandbox", async () => {
  const tutor = await having([REGISTER]);
  expect(await tutor.say('/world', 'ben')).toContain('Nobody here holds a domain');
  await tutor.say('/reset', 'ben');
  expect(await tutor.say('/world')).toContain(DOMAIN);
});

test('the world of a question begins with what had happened in it when it was put', () => {
  const recipe = { architecture: 'hosting-only', seed: 5 } as const;
  const put = itemWorld(
    {
      architecture: 'hosting-only',
      pace: 'as-in-life',
      since: [{ tells: 'Time passes.', happenings: [{ do: 'wait', with: '3d' }] }],
    },
    school.catalogue,
    5,
  );
  if (!put.ok) throw new Error(put.problem);
  expect(put.value.scenario.story.at(-1)).toBe('Time passes.');
  const begun = worldOfRecipe(school, { kind: 'question', ...put.value.kept, recipe });
  expect(begun?.world).toEqual(put.value.scenario.world);
});
