import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aProgram, run } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';

const REGISTER = '/register quillcove-example.com hover';

test('pictures of what is replied are written, with what they are made of and their words', async () => {
  const folder = join(temporaryFolder(), 'a/b');
  const words = ['draw', REGISTER, '/trace www.quillcove-example.com', '/wait 1h', '--folder', folder, '--seed', '3'];
  const { stdout, stderr, status } = await run(aProgram(), [...words, '--database', ':memory:']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`01-map.png, .svg and .txt: ${REGISTER}`);
  const stems = ['01-map', '02-look-up', '03-clock'];
  expect(readdirSync(folder)).toEqual(stems.flatMap((stem) => ['png', 'svg', 'txt'].map((kind) => `${stem}.${kind}`)));
  expect(readFileSync(join(folder, '01-map.png')).subarray(1, 4).toString()).toBe('PNG');
  expect(readFileSync(join(folder, '01-map.svg'), 'utf8')).toContain('<title>Map of quillcove-example.com</title>');
  expect(readFileSync(join(folder, '02-look-up.txt'), 'utf8')).toMatch(
    /^Look-up of www\.quillcove-example\.com A\. Result: NOERROR/,
  );
});

test.each([
  ['nothing to draw', ['draw', '/help'], 'Nothing in the replies to `/help` is a picture.'],
  ['a file in the place of the folder', ['draw', REGISTER, '--folder', 'FILE'], 'is a file: give a folder'],
])('%s is told', async (_, words, said) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'x'), '');
  const at = words.includes('FILE') ? [] : ['--folder', folder];
  const given = [...words.map((word) => (word === 'FILE' ? join(folder, 'x') : word)), ...at, '--database', ':memory:'];
  const { stderr, status } = await run(aProgram(), given);
  expect([status, stderr.includes(said)]).toEqual([1, true]);
});
