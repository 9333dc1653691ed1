import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aProgram, run, start } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';
import { TOP } from '../support/top.ts';

const aFile = () => join(temporaryFolder(), 'hostmaster.db');

test('from a pipe it prints a transcript and ends with status 0', async () => {
  const { stdout, stderr, status } = await run(
    aProgram(),
    ['--database', aFile()],
    '/help wait\n\n/nonsense\n/quit\n/help\n',
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Hostmaster\n──────────\n/);
  expect(stdout).toContain('> /help wait\n/wait\n─────\n');
  expect(stdout).toContain('> /nonsense\nThere is no command `/nonsense`.');
  expect(stdout.match(/^> /gm)).toHaveLength(2);
  expect(stdout).not.toContain('\u001b');
});

test("it starts with the project's own questions, and asks one of them", async () => {
  const { stdout, stderr, status } = await run(TOP, ['--database', ':memory:', '--seed', '4'], '/quiz\n');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('> /quiz\n');
  expect(stdout).toMatch(/\nType: .*respon/);
});

test('scores and the sandbox are still there on the second start', async () => {
  const [top, file] = [aProgram(), aFile()];
  const first = await run(top, ['--database', file, '--seed', '4'], '/quiz\na\n/register a-example.com hover\n');
  expect(first.stdout).toMatch(/[✔✘] /);
  const second = await run(top, ['--database', file], '/scores\n/world sandbox\n');
  expect(second.stdout).toContain(`${first.stdout.includes('✔') ? 1 : 0} of 1 response right`);
  expect(second.stdout).toContain('a-example.com\n');
});

test('the same seed and lines print the same', async () => {
  const top = aProgram();
  const printed = async (seed: string) =>
    (await run(top, ['--database', ':memory:', '--seed', seed], '/quiz\na\n/quiz\nb\n')).stdout;
  expect(await printed('4')).toBe(await printed('4'));
  expect(await printed('4')).not.toBe(await printed('5'));
});

test('a last line without its end is still answered', async () => {
  const { stdout, status } = await run(aProgram(), ['--database', ':memory:'], '/help\n/scor');
  expect(status).toBe(0);
  expect(stdout).toContain('> /scor\nThere is no command `/scor`. Did you mean `/scores`?');
});

test('no input at all is no failure', async () => {
  expect(await run(aProgram(), ['--database', ':memory:'])).toMatchObject({ status: 0, stderr: '' });
});

test.each([['--help'], ['--version'], ['--database', ':memory:']])(
  'a reader that leaves is no failure: %s',
  async (...args) => {
    const { process, ended } = start(aProgram(), args);
    process.stdout.destroy();
    process.stdin.end('/help\n'.repeat(200));
    expect(await ended).toMatchObject({ status: 0, stderr: '' });
  },
);

// biome-ignore format: a table reads down its columns
test.each([
  ['--help',    ['--help'],                    0, /^Hostmaster teaches[\s\S]*--database FILE[\s\S]*--seed N/, /^$/],
  ['--version', ['--version'],                 0, /^\d+\.\d+\.\d+\n$/,                                         /^$/],
  ['a slip',    ['--databse', 'x', '--seed'],  1, /^$/, /^There is no option `--databse`\. Did you mean `--database`\?\n`x` is no option\.[\s\S]*`--seed` needs a whole number/],
])('%s is said, and that is all', async (_, args, code, out, error) => {
  const { stdout, stderr, status } = await run(aProgram(), args);
  expect(status).toBe(code);
  expect(stdout).toMatch(out);
  expect(stderr).toMatch(error);
});

test('faulty content stops the start with a list of all that is to mend', async () => {
  const items = 'questions/two-parts/items/more.yaml';
  const faulty = aProgram({ [items]: '- id: x\n  kind: riddle\n', 'data/root.yaml': 'name: [' });
  const { stdout, stderr, status } = await run(faulty, ['--database', ':memory:'], '/quiz\n');
  expect([status, stdout]).toEqual([1, '']);
  const [head = '', ...faults] = stderr.trimEnd().split('\n');
  expect(head).toBe(`The content is faulty, so nothing was started. ${faults.length} to mend:`);
  expect(faults.some((fault) => fault.startsWith(`${items}:`))).toBe(true);
  expect(faults.some((fault) => fault.includes('root.yaml:'))).toBe(true);
  expect(stderr).not.toContain('    at ');
});
