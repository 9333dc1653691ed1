import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examineCopy } from '../../src/store/backup/examine-copy.ts';
import { environmentFor } from '../platforms/discord/connect.ts';
import { startStandIn } from '../platforms/discord/stand-in.ts';
import { startProgram } from '../platforms/program.ts';
import { aProgram, run, start } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';

const QUIZ = '/quiz anyway\nb\nb a c\n0.50\n';

/** The program, and a database that it keeps what is learned in. */
function aSchool() {
  const [top, folder] = [aProgram(), temporaryFolder()];
  const file = join(folder, 'hostmaster.db');
  const options = ['--database', file, '--seed', '4'];
  const program = (args: readonly string[], input = '') => run(top, [...args, ...options], input);
  const scores = async () => /of (\d+)/.exec((await program([], '/scores\n')).stdout)?.[1];
  return { folder, file, program, scores, serving: () => start(top, options) };
}

test('a learner’s story goes on after it was copied, listed, spoiled and restored', async () => {
  const { folder, file, program, scores } = aSchool();
  await program([], QUIZ.repeat(3));
  expect(await scores()).toBe('3');
  const copied = await program(['backup']);
  expect(copied.stdout).toMatch(/^Copied .* read it again from end to end: \d+ tables with \d+ rows, 0\.\d MB\.\n$/);
  const [copy = ''] = readdirSync(join(folder, 'backups')).map((name) => join(folder, 'backups', name));
  expect((await program(['backup', 'list'])).stdout).toContain(copy);
  truncateSync(file, 9000);
  expect((await program([], '/scores\n')).stderr).toContain('is damaged');
  const restored = await program(['restore', copy]);
  expect(restored.stdout).toContain(`it could not be read) is kept as ${file}.before-`);
  expect(await scores()).toBe('3');
  await program([], QUIZ);
  expect(await scores()).toBe('4');
});

test('a program that has the database open keeps it from being restored, and loses nothing by it', async () => {
  const { folder, program, serving } = aSchool();
  await program([], QUIZ.repeat(2));
  const copy = join(folder, 'by-name.db');
  await program(['backup', copy]);
  const { process, ended } = serving();
  await new Promise((ready) => process.stdout.once('data', ready));
  const refused = await program(['restore', copy]);
  expect([refused.status, refused.stderr]).toEqual([
    1,
    expect.stringContaining('is in use, so nothing was changed. Stop the program'),
  ]);
  process.stdin.end('/scores\n');
  expect((await ended).stdout).toContain('of 2');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a name that is taken',      ['backup', 'hostmaster.db'], 'is there already'],
  ['a copy that is not there',  ['restore', 'nowhere.db'],   'is not there. `npm start -- backup list`'],
])('refused with a sentence and a failure: %s', async (_, [task = '', name = ''], sentence) => {
  const { folder, program } = aSchool();
  await program([]);
  const { status, stdout, stderr } = await program([task, join(folder, name)]);
  expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining(sentence)]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['in memory',       ':memory:',          'there is nothing to copy'],
  ['not there yet',   '/nowhere/study.db', 'There is no database'],
])('nothing to copy: a database %s', async (_, database, sentence) => {
  const { status, stderr } = await run(aProgram(), ['backup', '--database', database]);
  expect([status, stderr]).toEqual([1, expect.stringContaining(sentence)]);
});

test('while a platform is served copies are made by the clock, of what was kept until then', async () => {
  const discord = await startStandIn();
  const folder = temporaryFolder();
  const copies = join(folder, 'copies');
  const program = startProgram(['--database', join(folder, 'hostmaster.db')], {
    ...environmentFor(discord),
    BACKUP_FOLDER: copies,
  });
  const line = await program.logged(/backup: /);
  expect(line).toMatch(/holds 0\.\d MB and was checked; 0 older removed/);
  const [copy = ''] = readdirSync(copies);
  expect((await examineCopy(join(copies, copy))).rows.get('hostmaster_schema')).toBe(1);
  expect(await program.stop()).toBe(0);
  await discord.close();
});
