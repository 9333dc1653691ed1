import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import { hashOf } from '../../src/tutor/link-code.ts';
import { temporaryFolder } from '../support/store.ts';
import { aTutor, inWords, START } from '../support/tutor.ts';

const modes = (folder: string): readonly number[] =>
  readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);

test('a database is made for its owner alone, and its logs with it; one that is there keeps its mode', async () => {
  const before = process.umask(0o022);
  onTestFinished(() => void process.umask(before));
  const folder = temporaryFolder();
  const file = join(folder, 'study.db');
  const store = await openStore(file);
  await store.learnerOf({ platform: 'discord', space: '1', user: '2' }, START);
  expect(modes(folder).length).toBeGreaterThan(1);
  for (const mode of modes(folder)) expect(mode).toBe(0o600);
  await store.close();
  chmodSync(file, 0o640);
  await (await openStore(file)).close();
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

test('of a code that links accounts only its fingerprint lies in the file', async () => {
  const folder = temporaryFolder();
  const { deps } = await aTutor({ file: join(folder, 'study.db') });
  const anna = { platform: 'discord', space: '1', user: 'anna' } as const;
  const [, code = ''] = /\/link ([0-9A-Z]{8})/.exec(inWords(await handleLine(deps, anna, START, '/link'))) ?? [];
  expect(code).not.toBe('');
  const octets = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
  expect(octets).toContain(hashOf(code));
  expect(octets).not.toContain(code);
});
