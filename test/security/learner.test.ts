import { expect, test } from 'vitest';
import { formatDuration } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { readPlaces } from '../../src/items/read-places.ts';
import { readValue } from '../../src/items/read-value.ts';
import { VALUE_TYPES } from '../../src/items/value.ts';
import type { Declaration } from '../../src/tutor/command.ts';
import { commands } from '../../src/tutor/commands.ts';
import { LONGEST_LINE } from '../../src/tutor/parse.ts';
import { writeShareCode } from '../../src/tutor/sharing/share-code.ts';
import { MOST_WAIT } from '../../src/world/clock.ts';
import { aTutor, inWords } from '../support/tutor.ts';

const INHERITED = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'];

/** Texts of the longest line in which a reader that tries every way to part them is busy for minutes. */
const SLOW = [' ', '\t', '0', 'a', '.', '-', '(', '`', "'", ',', 'a.', 'a ', '1,', '$ ', '\\'].flatMap((part) => {
  const many = part.repeat(Math.floor(LONGEST_LINE / part.length) - 4);
  return [`US${many}O`, `${many}!`, `x${many}x`, `1${many}(`];
});

test.each(VALUE_TYPES)('a response that is made to be read slowly is read at once, as a %s', (type) => {
  for (const text of SLOW) expect(readValue(type, text)).toHaveProperty('ok');
});

test('the same as a choice, and as any command', async () => {
  const options = ['The registrar', 'true', ...INHERITED].map((text) => ({ text }));
  for (const text of SLOW) expect(() => readPlaces(options, text)).not.toThrow();
  const { reply } = await aTutor();
  for (const text of SLOW)
    for (const { name: command } of commands)
      expect(await reply(`/${command} ${text}`.slice(0, LONGEST_LINE))).toBeDefined();
});

test('an option that is called as what every object has takes no response for another, and breaks nothing', () => {
  for (const text of INHERITED) {
    const options = [{ text: 'The registrar' }, { text }];
    expect(readPlaces(options, 'yes')).toBeUndefined();
    expect(readPlaces(options, text)).toEqual([1]);
  }
});

test('no name of what every object has is known to any command, and none breaks one', async () => {
  const { reply } = await aTutor();
  for (const word of INHERITED) {
    expect(inWords(await reply(`/${word}`))).toContain('no command');
    for (const { name: command, options } of commands) {
      await reply(`/${command} ${word} ${word}`);
      for (const option of Object.keys(options)) await reply(`/${command} ${option}=${word}`);
    }
  }
  expect(Object.keys({})).toEqual([]);
  expect('polluted' in {}).toBe(false);
});

test('a line that is longer than any command makes sense is refused before it is read', async () => {
  const { say } = await aTutor();
  expect(await say(`/register ${'a'.repeat(50_000)}.com hover`)).toContain('That is more than 4096 characters.');
});

const registered = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    ...({ kind: 'register', domain: name(`a${place}.com`), registrar: 'namecheap', years: 1 } as const),
  }));
const waits = (count: number) => Array.from({ length: count }, () => ({ kind: 'wait', span: MOST_WAIT }) as const);

// biome-ignore format: a table reads down its columns
test.each([
  ['more than is kept of a world',  [...registered(5), ...waits(40)],    'More than 20,000 things would happen'],
  ['too much at once',              [...registered(400), ...waits(40)],  'is refused here'],
  ['nothing, very often',           Array.from({ length: 60_000 }, () => ({ kind: 'wait', span: 0 }) as const), 'Nothing was changed'],
] as const)('a code of a few letters by which happens %s is refused', async (_, actions, words) => {
  const code = writeShareCode({ start: { kind: 'sandbox', seed: 7 }, actions, fingerprint: 1 });
  const { say } = await aTutor();
  expect(await say(`/load ${code}`)).toContain(words);
});

test('with very many registrations less can be waited at once, and it is said how long', async () => {
  const { reply, say } = await aTutor();
  for (let place = 0; place < 60; place += 1) await reply(`/register a${place}.com namecheap`);
  const told = await say(`/wait ${formatDuration(MOST_WAIT)}`);
  const [, days = ''] = /at most (\d+)d at once/.exec(told) ?? [];
  expect(Number(days)).toBeGreaterThan(3650);
  expect(Number(days)).toBeLessThan(36_525);
  expect(await say(`/wait ${days}d`)).not.toContain('at once');
});

test('a world in which enough has happened takes no more, and what is kept stays', async () => {
  const { reply, say } = await aTutor();
  for (let place = 0; place < 8; place += 1) await reply(`/register a${place}.com namecheap`);
  let told = '';
  for (let wait = 0; wait < 40 && !told.includes('more than I keep'); wait += 1) told = await say('/wait 36525d');
  expect(told).toContain('more than 20,000 things would have happened in your sandbox');
  expect(await say('/world')).toContain('a0.com');
  expect(await say('/undo')).not.toContain('more than I keep');
});

const ZONE = '$ORIGIN a.example.\n$TTL 300\n@ SOA ns1 h 1 2 3 4 5\n@ NS ns1\nns1 A 192.0.2.1\n';
// biome-ignore format: a table reads down its columns
test.each([
  ['one line',    '$GENERATE 0-65535 h$ A 192.0.2.1\n',                                                                      'together make at most 2000 records'],
  ['many lines',  Array.from({ length: 80 }, (_, place) => `$generate ( 0-65535 ${place}h$ A 192.0.2.1 )\n`).join(''),        'together make at most 2000 records'],
  ['brackets that hold nothing', '$GENERATE ( ) 0-65535 h$ A 192.0.2.1\n',                                          'together make at most 2000 records'],
  ['no more than is sensible', '$GENERATE 1-500 h$ A 192.0.2.1\n',                                                           'Look-ups now ask it'],
])('a zone that makes very many records by %s is answered at once', async (_, lines, words) => {
  const { say } = await aTutor();
  expect(await say(`/import ${ZONE}${lines}`)).toContain(words);
});

const isById = ({ options }: Declaration): boolean =>
  Object.values(options).some(({ type }) => type === 'presentation');

test('with the id of what was put to somebody else nothing is learnt of it, and nothing done to it', async () => {
  const { reply, asked, store, learner } = await aTutor();
  const { id, stem } = await asked('/quiz', 'anna');
  const lines = commands
    .filter(isById)
    .flatMap(({ name: command, options }) =>
      Object.keys(options).flatMap((option) => [
        `/${command} #${id}`,
        `/${command} ${option}=#${id}`,
        `/${command} #${id} a`,
      ]),
    );
  const toldTo = async (user: string) => {
    const told = await Promise.all(lines.map(async (line) => inWords(await reply(line, user))));
    return told.filter((words) => words.includes(stem.slice(0, 30))).length;
  };
  expect(await toldTo('mallory')).toBe(0);
  expect(await store.reviewOf(id)).toBeUndefined();
  expect((await store.presentation(await learner('anna'), id))?.hints).toBe(0);
  expect(await toldTo('anna')).toBeGreaterThan(0);
});

test('a code to delete is good for nobody but whom it was shown to', async () => {
  const { say, reply } = await aTutor();
  await reply('/register mine.com namecheap', 'anna');
  await reply('/register mine.com namecheap', 'mallory');
  const [, code = ''] = /\/privacy delete (\w+)/.exec(await say('/privacy delete', 'anna')) ?? [];
  expect(await say(`/privacy delete ${code}`, 'mallory')).toContain('Nothing has been deleted');
  expect(await say('/world', 'anna')).toContain('mine.com');
});
