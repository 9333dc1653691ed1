import { expect, test } from 'vitest';
import { aTutor, type Tutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
const WWW = `www.${DOMAIN}`;
const HELD = [`/register ${DOMAIN} hover`, `/host ${DOMAIN} route53`, `/record add ${WWW} A 203.0.113.10 at=route53`];

async function after(...lines: readonly string[]): Promise<Tutor> {
  const tutor = await aTutor();
  for (const line of lines) await tutor.reply(line);
  return tutor;
}

test('the sentence comes first, and what shows it can be asked again with a button', async () => {
  const tutor = await after(...HELD, `/delegate ${DOMAIN} ns1.hover.com,dns1.registrar-servers.com`);
  const { blocks, choices } = await tutor.reply(`/check ${DOMAIN}`);
  expect(blocks[0]).toEqual({
    kind: 'text',
    text: `You have to set the name servers of \`${DOMAIN}\` at Hover (registrar) to the two of the zone at Hover, \`ns1.hover.com\` and \`ns2.hover.com\`: \`dns1.registrar-servers.com\` has no such zone.`,
  });
  const said = await tutor.say(`/check ${DOMAIN}`);
  expect(said).toContain('Error · DELEGATION07 · EXTRA_NAME_PARENT');
  expect(said).toContain(`\`@dns1.registrar-servers.com ${DOMAIN} SOA\`: REFUSED`);
  expect(said).toMatch(/Besides: \d notices and \d tests passed\. All of it was asked in your sandbox/);
  const commands = choices.flatMap((choice) => (choice.kind === 'button' ? [choice.command] : []));
  expect(commands).toContain(`/dig ${DOMAIN} SOA @dns1.registrar-servers.com`);
  expect(commands.filter((command) => command.startsWith('/dig'))).toHaveLength(3);
  for (const command of commands) expect(await tutor.say(command)).not.toMatch(/No name server|is not/);
  expect(await tutor.say(`/dig ${DOMAIN} SOA @dns1.registrar-servers.com`)).toContain('status: REFUSED');
});

test('where caches need time, that time can be let go by, and then nothing is wrong', async () => {
  const tutor = await after(...HELD, `/dig ${WWW}`, `/delegate ${DOMAIN} route53`);
  const { choices } = await tutor.reply(`/check ${DOMAIN}`);
  const waiting = choices.find((choice) => choice.kind === 'button' && choice.command.startsWith('/wait'));
  expect(waiting).toMatchObject({ label: 'Let that time go by', command: '/wait 2d' });
  expect(await tutor.say(`/check ${DOMAIN}`)).toContain(
    `Nothing is wrong; caches need 2 more days: until then the resolver \`@resolver\` remembers \`ns1.hover.com\` and \`ns2.hover.com\` as name servers of \`${DOMAIN}\`.`,
  );
  await tutor.reply('/wait 172799s');
  expect(await tutor.say(`/check ${DOMAIN}`)).toContain('caches need 1 more second');
  await tutor.reply('/wait 1s');
  expect(await tutor.say(`/check ${DOMAIN}`)).toMatch(/^Nothing is wrong\.\n/);
});

test('it asks the world that look-ups ask: a question’s, a lesson’s, that of own zones', async () => {
  const tutor = await aTutor();
  const { domain, after: told } = await questionWorld(tutor);
  expect(told).toContain("All of it was asked in the question's world");
  expect(told).not.toContain('Nobody has registered');
  expect(domain).toMatch(/-example/);
  await tutor.reply(
    '/import $ORIGIN tilia.test.\n$TTL 300\n@ SOA ns h 1 7200 900 1209600 300\n@ NS ns\nns A 192.0.2.11\n',
  );
  const own = await tutor.say('/check tilia.test');
  expect(own).toContain('Whoever keeps the zone `test` has to add a second name server for `tilia.test` there');
  expect(own).toContain('in the world of your own zones');
  expect(own).not.toContain('registry');
});

/** Responds to a question, so that look-ups ask its world, and checks the domain of its story. */
async function questionWorld(tutor: Tutor): Promise<{ readonly domain: string; readonly after: string }> {
  await tutor.reply('/quiz');
  const put = await tutor.lastPut();
  await tutor.reply(put.form.kind === 'typed' ? '/respond nothing' : '/respond a');
  const [domain = ''] = /[a-z]+-example(?:\.[a-z]+)+/.exec(JSON.stringify(put)) ?? [];
  return { domain, after: await tutor.say(`/check ${domain}`) };
}

test('a name in a zone is looked at with its zone; what is no domain is told so', async () => {
  const tutor = await after(...HELD);
  const { blocks } = await tutor.reply(`/check ${WWW}`);
  expect(blocks[1]).toEqual({
    kind: 'text',
    text: `\`${WWW}\` is a name in the zone \`${DOMAIN}\`, which was looked at.`,
  });
  expect(await tutor.say(`/check https://${WWW}/a`)).toContain(`is a web address: check its domain.`);
  expect(await tutor.say(`/check https://${WWW}/a`)).toContain(`/check ${WWW}`);
  expect(await tutor.say('/check a..b')).toContain('`a..b` is neither a domain name nor a zone file');
  const alone = await tutor.say('/check');
  expect(alone).toContain('Name a domain');
  expect(alone).toContain(`/check ${DOMAIN}`);
});
