import { expect, test } from 'vitest';
import { isOverOneConnection } from '../support/shared-place.ts';
import { aTutor } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';
const REGISTER = `/register ${DOMAIN} hover`;

/** The buttons below the reply to the last of the lines, each as what it says and what it does. */
async function buttonsAfter(...lines: readonly string[]): Promise<readonly string[]> {
  const tutor = await aTutor();
  for (const line of lines.slice(0, -1)) await tutor.say(line);
  const { choices } = await tutor.reply(lines.at(-1) ?? '');
  return choices.flatMap((choice) => (choice.kind === 'button' ? [`${choice.label}: ${choice.command}`] : []));
}

const LOOK = 'Who holds what: /world';
// biome-ignore format: a table reads down its columns
test.each([
  ['a domain that is held',          [REGISTER, REGISTER],                                 [`Ask the registry: /whois ${DOMAIN}`, LOOK]],
  ['a name inside a domain',         ['/register www.a-example.com hover'],                ['Ask the registry: /whois a-example.com', LOOK]],
  ['a suffix that is not sold',      ['/register a-example.co.uk porkbun'],                ['Register it at Amazon Route 53: /register a-example.co.uk route53', 'Register it at Hover: /register a-example.co.uk hover', 'Register it at Cloudflare Registrar: /register a-example.co.uk cloudflare', LOOK]],
  ['a domain of nobody',             [`/delegate ${DOMAIN} ns1.hover.com ns2.hover.com`],  [`Register it at Amazon Route 53: /register ${DOMAIN} route53`, `Register it at Hover: /register ${DOMAIN} hover`, `Register it at Cloudflare Registrar: /register ${DOMAIN} cloudflare`, LOOK]],
  ['a suffix',                       ['/register co.uk hover'],                            [LOOK]],
  ['no zone anywhere',               ['/delegate a-example.com route53'],                  ['Create the zone: /host a-example.com route53', LOOK]],
  ['a host that is too particular',  [`/host ${DOMAIN} hover`],                            [`Host it at Amazon Route 53: /host ${DOMAIN} route53`, LOOK]],
  ['a zone that is there already',   [REGISTER, `/host ${DOMAIN} hover`],                  [`See the zone: /zone ${DOMAIN}`, LOOK]],
  ['no value',                       ['/host a-example.com route53', '/record add a-example.com A'], [LOOK, 'Help: /help record']],
])('what is refused for %s leaves something to press', async (_, lines, buttons) => {
  expect(await buttonsAfter(...lines)).toEqual(buttons);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a slip in a command',            ['/dgi www.a.example'],                ['Yes, dig: /dig www.a.example', 'All commands: /help']],
  ['a slip, and too little',         ['/dgi'],                              ['How dig works: /help dig', 'All commands: /help']],
  ['no command like any',            ['/xxxxxxxxxx y'],                     ['All commands: /help']],
  ['a word that does not fit',       ['/wait long'],                        ['Help: /help wait']],
  ['help on one command',            ['/help dig'],                         ['All commands: /help']],
  ['a change taken back',            [REGISTER, '/undo'],                   [LOOK, 'Undo one more: /undo']],
  ['nothing to take back',           ['/undo'],                             [LOOK]],
  ['an empty sandbox again',         ['/reset'],                            ['Bring it back: /undo']],
  ['a domain that nobody holds',     [`/whois ${DOMAIN}`],                  [`Register it at Amazon Route 53: /register ${DOMAIN} route53`, LOOK]],
  ['a suffix asked about',           ['/whois com'],                        [LOOK]],
  ['no such name server',            ['/dig a.example @ns9.hover.com'],     ['Ask the resolver: /dig a.example A', 'Trace it: /trace a.example A']],
  ['what a name server says',        ['/dig com NS @192.0.2.1'],            ['Ask the resolver: /dig com NS', 'Trace it: /trace com NS']],
])('there is something to press after %s', async (_, lines, buttons) => {
  expect(await buttonsAfter(...lines)).toEqual(buttons);
});

test("a domain of the question's world is not offered to be registered", async () => {
  expect(await buttonsAfter('/quiz jobs', '/whois nobody-example.com')).toEqual([LOOK]);
});

test('of commands that race for the sandbox, one that did nothing can be sent again', async () => {
  const tutor = await aTutor();
  const lines = ['a', 'b'].map((letter) => `/register ${letter}-example.com gandi`);
  const replies = await Promise.all(lines.map((line) => tutor.reply(line)));
  const buttons = replies.flatMap(({ choices }) => choices).filter((choice) => choice.kind === 'button');
  const again = buttons.filter(({ label }) => label === 'Send it again').map(({ command }) => command);
  // Over many connections both may be carried out, one after the other.
  if (isOverOneConnection()) expect(again).toHaveLength(1);
  const world = await tutor.say('/world');
  const undone = lines.filter((line) => !world.includes(line.split(' ')[1] ?? ''));
  expect(again).toEqual(undone);
});

test('/help offers each command in a menu', async () => {
  const tutor = await aTutor();
  const [menu] = (await tutor.reply('/help')).choices;
  if (menu?.kind !== 'menu') throw new Error('no menu');
  for (const { label, value } of menu.values)
    expect(await tutor.say(menu.command.replace('{}', value))).toMatch(new RegExp(`^/${label}\\n`));
});
