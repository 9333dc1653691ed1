import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { aLearner, controlsOf, type Learner, textOf } from '../platforms/discord/learner.ts';
import { serveAgain, serveStandIn } from '../platforms/discord/serve-stand-in.ts';
import type { Message } from '../platforms/discord/state.ts';
import type { Program } from '../platforms/program.ts';
import { promised } from '../support/faults.ts';
import { storeChild, temporaryFolder } from '../support/store.ts';

const RIGHT_OR_WRONG = /[✅🟡❌]/u;

/** The program on a file, with a learner who has responded once and has another question before them. */
async function atWork() {
  const file = join(temporaryFolder(), 'hostmaster.db');
  const { discord, program } = await serveStandIn(file);
  const ann = aLearner(discord, 'server');
  expect(await pressed(ann, await aQuestion(ann))).toMatch(RIGHT_OR_WRONG);
  return { file, discord, program, ann, question: await aQuestion(ann) };
}

/** A question that is answered with buttons. */
async function aQuestion(learner: Learner): Promise<Message> {
  for (const { value: concept } of await learner.suggestions('quiz', 'concept', '')) {
    const [question] = await learner.shown(learner.command('quiz', { concept }));
    if (controlsOf(question!)[0]?.label === 'A') return question!;
  }
  throw new Error('no question has buttons');
}
const pressed = async (learner: Learner, question: Message) =>
  textOf(await learner.shown(learner.press(question, 'A')));
const scoresOf = async (learner: Learner) =>
  /\bof (\d+)\b/.exec(textOf(await learner.shown(learner.command('scores'))))?.[1];
/** The lines of incidents; what was pressed has its own line each time, which names its incident. */
const incidentsIn = ({ log }: Program) =>
  log.filter((line) => line.includes('incident') && !line.includes('"event":"interaction"'));

/** While it lasts all learners are told what is promised, by one number; and the log has one line, with what is promised. */
async function toldAsPromised(fault: string, { ann, question, program }: Awaited<ReturnType<typeof atWork>>) {
  const { learner, log } = promised(fault);
  const told = [await pressed(ann, question), await pressed(ann, question)];
  for (const words of [...learner, 'What I answered before is kept', 'nothing counts twice'])
    for (const text of told) expect(text).toContain(words);
  const ids = told.map((text) => /with the number (\w+)/.exec(text)?.[1]);
  const [line = '', ...more] = incidentsIn(program);
  expect(more).toEqual([]);
  for (const words of [...log, ...ids]) expect(line).toContain(words);
  expect(line).not.toMatch(/\bat .*\.ts:\d/);
}

/** The same press counts now, once, beside what counted before; without anybody's doing. */
async function goesOn({ ann, question, discord }: Awaited<ReturnType<typeof atWork>>) {
  const presses = [ann.press(question, 'A'), ann.press(question, 'A')];
  const texts = await Promise.all(presses.map(async (press) => textOf(await ann.shown(press))));
  expect(texts.map((text) => RIGHT_OR_WRONG.test(text)).toSorted()).toEqual([false, true]);
  expect(await scoresOf(ann)).toBe('2');
  expect(discord.state.refusals).toEqual([]);
}

test('disk full: learners are told calmly, the log once, and it goes on when there is room', async () => {
  const work = await atWork();
  // No file of this program may grow, as on a disk that is full.
  const limit = (octets: string) =>
    execFileSync('prlimit', ['--pid', String(work.program.process.pid), `--fsize=${octets}:`]);
  limit('1');
  await toldAsPromised('disk full', work);
  limit('unlimited');
  await goesOn(work);
});

test('database locked by another program: others are not kept waiting, and it goes on when it is let go of', async () => {
  const work = await atWork();
  const other = new Database(work.file);
  onTestFinished(() => void other.close());
  other.exec('begin immediate');
  await toldAsPromised('database locked by another program', work);
  other.exec('rollback');
  await goesOn(work);
});

test('database locked for a moment: whoever comes then is answered, and hears nothing of it', async () => {
  const work = await atWork();
  const other = new Database(work.file);
  onTestFinished(() => void other.close());
  other.exec('begin immediate');
  const press = work.ann.press(work.question, 'A');
  setTimeout(() => other.exec('rollback'), 2000);
  expect(textOf(await work.ann.shown(press))).toMatch(RIGHT_OR_WRONG);
  expect(incidentsIn(work.program)).toEqual(promised('database locked for a moment').log);
  expect(await scoresOf(work.ann)).toBe('2');
  expect(work.discord.state.refusals).toEqual([]);
});

test('database file moved away and put back: nothing is written where nobody finds it, and it goes on', async () => {
  const work = await atWork();
  renameSync(work.file, `${work.file}.elsewhere`);
  await toldAsPromised('database file moved away and put back', work);
  renameSync(`${work.file}.elsewhere`, work.file);
  await goesOn(work);
});

test('database file replaced by another: the program ends, and started again uses the one that is there', async () => {
  const { file, discord, program, ann, question } = await atWork();
  const other = join(temporaryFolder(), 'other.db');
  await (await openStore(other)).close();
  const { log, after } = promised('database file replaced by another');
  copyFileSync(other, `${file}.new`);
  renameSync(`${file}.new`, file);
  expect(await program.ended).toBe(Number(after[0]));
  for (const words of log) expect(program.log.join('\n')).toContain(words);
  const again = await serveAgain(discord, file);
  expect(await scoresOf(ann)).toBeUndefined();
  expect(await pressed(ann, question)).not.toMatch(RIGHT_OR_WRONG);
  expect(await pressed(ann, await aQuestion(ann))).toMatch(RIGHT_OR_WRONG);
  expect(await scoresOf(ann)).toBe('1');
  expect(readdirSync(join(file, '..')).some((name) => name.includes('-wal.of-replaced-'))).toBe(true);
  expect(await again.stop()).toBe(0);
});

test('database file or folder read only: it does not start, says what to do, and leaves every byte', async () => {
  const file = join(temporaryFolder(), 'hostmaster.db');
  await (await openStore(file)).close();
  chmodSync(file, 0o444);
  chmodSync(join(file, '..'), 0o555);
  const child = storeChild(file, 'ann', 1, true);
  await child.ended;
  chmodSync(join(file, '..'), 0o755);
  expect(child.lines).toEqual(['no-permission']);
  expect(readdirSync(join(file, '..'))).toEqual(['hostmaster.db']);
  const { StoreError } = await import('../../src/store/store-error.ts');
  for (const words of promised('database file or folder read only').log)
    expect(new StoreError(file, 'no-permission').message).toContain(words);
});

test('slow disk or database: each is answered once, later', async () => {
  const work = await atWork();
  const other = new Database(work.file);
  onTestFinished(() => void other.close());
  // Each response takes the database a thousand times as long as it should.
  other.exec(`create trigger slow before insert on review begin select count(*) from
    (with recursive n(i) as (select 1 union all select i + 1 from n where i < 500000) select i from n); end`);
  await goesOn(work);
  expect(incidentsIn(work.program)).toEqual(promised('slow disk or database').log);
  other.exec('drop trigger slow');
});

test('two programs on one file: both serve, each says so, and nothing is done twice', async () => {
  const { file, discord, program, ann, question } = await atWork();
  const second = await serveAgain(discord, file);
  const [words = ''] = promised('two programs on one file').log;
  expect(await second.logged(/open in another program too/)).toContain(words);
  const press = ann.press(question, 'A');
  ann.again(press);
  expect(textOf(await ann.shown(press))).toMatch(RIGHT_OR_WRONG);
  expect(await scoresOf(ann)).toBe('2');
  await Promise.all([program.stop(), second.stop()]);
  expect(press.messages).toHaveLength(1);
  expect(incidentsIn(program)).toEqual([]);
});
