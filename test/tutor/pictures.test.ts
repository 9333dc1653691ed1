import { expect, test } from 'vitest';
import { pictures } from '../../src/pictures/pictures.ts';
import { renderTerminal } from '../../src/terminal/render.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import { picturesIn } from '../../src/tutor/painted.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import { content } from '../support/content.ts';
import { aTutor, START } from '../support/tutor.ts';

/** A tutor that draws, in a world with a domain that was registered at one company and hosted at another. */
async function drawing(...lines: readonly string[]) {
  const { deps } = await aTutor({ content });
  const account = { platform: 'terminal', space: 'here', user: 'anna' } as const;
  const venue = { standing: async () => ({ manages: true, members: [] }), channel: 'c1' };
  const say = (line: string): Promise<Reply> => handleLine({ ...deps, pictures }, account, START, line, venue);
  for (const line of ['/register mine-example.com hover', '/host mine-example.com route53', ...lines]) await say(line);
  return say;
}

const described = async (reply: Promise<Reply>): Promise<readonly (readonly [string, string])[]> =>
  picturesIn(await reply).map(({ picture }) => [picture.name, picture.description] as const);

// biome-ignore format: a table reads down its columns
test.each<[line: string, name: string, says: RegExp, before?: readonly string[]]>([
  ['/delegate mine-example.com route53', 'map', /The delegation points to zone Z2 at Amazon Route 53 \(all of the delegation\) \(new\)/],
  ['/record add www.mine-example.com A 203.0.113.9 at=route53', 'map', /www A 203\.0\.113\.9 \(new\)/],
  ['/world',                             'map', /DNS host Amazon Route 53 \(new\)/],
  ['/world domain=mine-example.com',     'map', /^Map of mine-example\.com/],
  ['/trace www.mine-example.com',        'look-up', /Result: NOERROR, after \d+ queries/],
  ['/wait 1h',                           'clock', /all have the new from 2026-03-0/, ['/dig mine-example.com NS', '/delegate mine-example.com route53']],
  ['/check mine-example.com',            'map', /Amiss: /],
  ['/lesson next',                       'map', /Map of/, ['/lesson start two-jobs']],
  ['/lab start point-the-domain-at-your-zone', 'map', /Map of/],
  ['/me',                                'recall', /The chance that you recall it now\./, ['/quiz', 'a']],
  ['/scores',                            'weeks', /Week of 02-23: [01] of 1 right/, ['/quiz', 'a']],
])('%s comes with a picture, %s', async (line, name, says, before = []) => {
  const say = await drawing(...before);
  const [picture] = await described(say(line));
  expect(picture?.[0]).toBe(name);
  expect(picture?.[1]).toMatch(says);
});

test('at the end of a lab there are both: how it was, and how it is', async () => {
  const say = await drawing('/lab start point-the-domain-at-your-zone');
  const { blocks } = await say('/solution show');
  const commands = blocks.flatMap((block) => (block.kind === 'code' ? block.text.split('\n') : []));
  const replies: Reply[] = [];
  for (const line of commands) replies.push(await say(line));
  const pairs = replies.flatMap(picturesIn).filter(({ picture }) => picture.name === 'before-and-after');
  expect(pairs).toHaveLength(1);
  expect(pairs[0]?.picture.description).toMatch(/^Before: map of .* After: map of /);
});

test('a lab for two draws nothing that one of them may not see', async () => {
  const say = await drawing();
  const { blocks } = await say('/lab pair point-the-domain-at-your-zone');
  expect(picturesIn({ blocks })).toEqual([]);
  expect(await described(say('/world'))).toEqual([]);
});

test.each([
  ['off', []],
  ['dark', ['dark']],
  ['light', ['light']],
  ['on', [undefined]],
])('with pictures %s', async (value, themes) => {
  const say = await drawing(`/settings pictures ${value}`);
  expect(picturesIn(await say('/world')).map(({ theme }) => theme)).toEqual(themes);
});

test('what a server sets counts for those who have set nothing', async () => {
  const say = await drawing('/settings server pictures off');
  expect(picturesIn(await say('/world'))).toEqual([]);
  await say('/settings pictures light');
  expect(picturesIn(await say('/world')).map(({ theme }) => theme)).toEqual(['light']);
});

test('a terminal draws with characters, and leaves out what the text beside says', async () => {
  const say = await drawing();
  const drawn = async (line: string) => renderTerminal(await say(line), { colour: false, width: 80 });
  expect(await drawn('/world')).toContain('┌─ Registrar Hover ─');
  expect(await drawn('/record add www.mine-example.com A 203.0.113.9 at=route53')).not.toContain('┌─');
});
