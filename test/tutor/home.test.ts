import { expect, test } from 'vitest';
import { instant } from '../../src/base/time.ts';
import { homeOf } from '../../src/tutor/home.ts';
import { noCourier } from '../support/courier.ts';
import { school } from '../support/school.ts';
import { aTutor, inWords, START, wrongResponse } from '../support/tutor.ts';

const DOMAIN = 'quillcove-example.com';

/** What the page says after some lines, a month later. */
async function homeAfter(lines: readonly string[], isWrong = false) {
  const tutor = await aTutor();
  for (const line of lines) await tutor.say(line);
  if (isWrong) await tutor.say(wrongResponse(await tutor.lastPut()));
  const deps = { store: tutor.store, content: school, newSeed: () => 7, newId: () => 'id', courier: noCourier };
  return homeOf(deps, { platform: 'terminal', space: 'here', user: 'anna' }, instant(START + 30 * 86_400_000));
}

test('the home page of a beginner says how to begin', async () => {
  const home = await homeAfter([]);
  expect(inWords(home)).toContain('You have not responded to any question yet.');
  expect(inWords(home)).toContain('Nothing is due now.');
  expect(home.choices).toContainEqual(expect.objectContaining({ kind: 'form', command: '/register {} route53' }));
  expect(home.choices).toContainEqual({ kind: 'button', label: 'Lessons', command: '/lesson' });
});

test('what is due stands there by its titles', async () => {
  expect(inWords(await homeAfter(['/quiz jobs'], true))).toContain('Due now  Two jobs');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['registered and delegated', [`/register ${DOMAIN} hover`],                                  ['Registrar: Hover', 'DNS host: Hover', 'The delegation leads to the zone at Hover']],
  ['with a second zone',       [`/register ${DOMAIN} hover`, `/host ${DOMAIN} route53`],       ['Registrar: Hover', 'DNS hosts: Hover, Amazon Route 53', 'The delegation leads to the zone at Hover']],
  ['delegated to nothing',     [`/register ${DOMAIN} hover`, `/delegate ${DOMAIN} ns1.a.org ns2.a.org`], ['Registrar: Hover', 'DNS host: Hover', 'The delegation leads to no zone of it']],
  ['only hosted',              [`/host ${DOMAIN} route53`],                                    ['Registrar: none', 'DNS host: Amazon Route 53', 'Not delegated: nobody has registered it']],
])('the sandbox is summed up in three lines a domain: %s', async (_, lines, said) => {
  const home = await homeAfter(lines);
  const fields = home.blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []));
  expect(fields).toEqual([{ name: DOMAIN, value: said.join('\n') }]);
  expect(home.choices).toContainEqual({ kind: 'button', label: 'Who holds what', command: '/world sandbox' });
});

test('of many domains the latest are summed up, and the others counted', async () => {
  const home = inWords(
    await homeAfter(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `/register ${letter}-example.com hover`)),
  );
  expect(home).toContain('g-example.com');
  expect(home).not.toContain('b-example.com');
  expect(home).toContain('And 2 domains more.');
});
