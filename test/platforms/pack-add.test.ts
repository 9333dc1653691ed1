import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BAD_PACKS } from '../support/bad-packs.ts';
import { ALONE_PACK } from '../support/own-pack.ts';
import { aProgram, run } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';
import { aLearner, controlsOf, textOf } from './discord/learner.ts';
import { MANAGE_SERVER } from './discord/payload.ts';
import { serveStandIn } from './discord/serve-stand-in.ts';
import { textsIn } from './slack/check-blocks.ts';
import { serve } from './slack/serve.ts';
import type { Posted } from './slack/standin.ts';

const OURS = { name: 'ours.yaml', octets: Buffer.from(ALONE_PACK) };
const ELSEWHERE = 'https://files.example/ours.yaml';
/** As text that was drawn for a platform, without its marks and escapes. */
const plain = (text: string): string => text.replaceAll(/[\\`]/g, '').replaceAll('&gt;', '>');

describe.each(['gateway', 'http'] as const)('on Discord by %s', (transport) => {
  async function served() {
    const { discord, program } = await serveStandIn(':memory:', [], transport);
    const ann = aLearner(discord, 'server', undefined, undefined, { permissions: MANAGE_SERVER });
    const send = async (file: Parameters<typeof ann.attach>[3]) =>
      ann.shown(ann.attach('pack', { action: 'add' }, 'file', file));
    return {
      discord,
      program,
      ann,
      send,
      quiet: () =>
        expect([discord.state.refusals, program.log.filter((line) => line.includes('incident'))]).toEqual([[], []]),
    };
  }

  test('a file is attached, shown to the organiser alone, and added by a button', async () => {
    const { ann, send, quiet } = await served();
    const shown = await send(OURS);
    expect(textOf(shown)).toContain('Not added yet: Our own questions');
    expect(shown.every(({ hiddenFor }) => hiddenFor === ann.user)).toBe(true);
    expect(textOf(await ann.shown(ann.press(shown.at(-1)!, 'Add it here')))).toContain('From now on it is used here.');
    expect(textOf(await ann.shown(ann.command('quiz', { concept: 'our-rota' })))).toContain('Who is on call');
    quiet();
  });

  test('what is pasted into a form is taken as well', async () => {
    const { ann, quiet } = await served();
    const [asked] = await ann.shown(ann.command('pack', { action: 'add' }));
    const shown = await ann.shown(await ann.fill(asked!, ALONE_PACK));
    expect(textOf(shown)).toContain('Not added yet: Our own questions');
    expect(controlsOf(shown.at(-1)!).map(({ label }) => label)).toContain('Add it here');
    quiet();
  });

  test('whatever else is sent is refused, with why', async () => {
    const { discord, ann, send, quiet } = await served();
    for (const { what, said, ...file } of BAD_PACKS) {
      const before = discord.state.downloads;
      expect(plain(textOf(await send(file))), what).toContain(plain(said));
      expect(discord.state.downloads - before, what).toBe(what === '10 MB' ? 0 : 1);
    }
    expect(textOf(await send({ ...OURS, url: ELSEWHERE }))).toContain('I take files only as they are attached here');
    const typed = ann.command('pack', { action: 'add', text: ELSEWHERE });
    expect(textOf(await ann.shown(typed))).toContain('I take files only as they are attached here');
    expect(textOf(await ann.shown(ann.command('pack')))).not.toContain('ours');
    quiet();
  });
});

describe.each(['socket', 'http'] as const)('on Slack by %s', (transport) => {
  const wordsOf = (posted: readonly Posted[]): string =>
    posted.map(({ blocks }) => textsIn(blocks).join('')).join('\n');
  async function served() {
    const all = await serve(transport);
    all.standin.admins.add('UANN');
    const ann = all.someone();
    const share = (name: string, octets: Uint8Array, over = {}) =>
      all.replies(() => ann.share('pack add', name, octets, over));
    return { ...all, ann, share, quiet: () => expect([all.standin.refusals, all.log]).toEqual([[], []]) };
  }

  test('a file is shared with the bot, shown, and added by a button', async () => {
    const { ann, share, standin, replies, quiet } = await served();
    const shown = await share(OURS.name, OURS.octets);
    expect(wordsOf(shown)).toContain('Not added yet: Our own questions');
    await ann.press(shown.at(-1)!, 'Add it here');
    await expect.poll(() => wordsOf(standin.messages), { timeout: 60_000 }).toContain('From now on it is used here.');
    expect(wordsOf(await replies(() => ann.say('quiz our-rota')))).toContain('Who is on call');
    quiet();
  });

  test('what is pasted into a form is taken as well', async () => {
    const { ann, standin, replies, quiet } = await served();
    const [asked] = await replies(() => ann.say('pack add'));
    await ann.press(asked!, 'Paste a pack');
    await expect.poll(() => standin.modals).toHaveLength(1);
    const shown = await replies(() => ann.submit(standin.modals[0]!.view, ALONE_PACK));
    expect(wordsOf(shown)).toContain('Not added yet: Our own questions');
    quiet();
  });

  test('whatever else is sent is refused, with why', async () => {
    const { standin, ann, share, replies, quiet } = await served();
    for (const { what, name, octets, said } of BAD_PACKS) {
      const before = standin.calls.filter((call) => call === 'file').length;
      expect(plain(wordsOf(await share(name, octets))), what).toContain(plain(said));
      expect(standin.calls.filter((call) => call === 'file').length - before, what).toBe(what === '10 MB' ? 0 : 1);
    }
    const only = 'I take files only as they are shared here in Slack';
    expect(wordsOf(await share(OURS.name, OURS.octets, { elsewhere: ELSEWHERE }))).toContain(only);
    expect(wordsOf(await replies(() => ann.say(`pack add <${ELSEWHERE}>`)))).toContain(only);
    expect(wordsOf(await share(OURS.name, OURS.octets, { user: 'UBOB' }))).toContain('That file is not one of yours.');
    expect(wordsOf(await replies(() => ann.say('pack')))).not.toContain('ours');
    quiet();
  });

  test('without the scope it says so, and that pasting does as well', async () => {
    const { standin, share } = await served();
    standin.scopes = standin.scopes.filter((scope) => scope !== 'files:read');
    expect(plain(wordsOf(await share(OURS.name, OURS.octets)))).toContain('that takes the scope files:read. Paste');
  });
});

describe('in the terminal', () => {
  const written = (folder: string, name: string, octets: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, octets);
    return path;
  };
  const plainly = (text: string): string => plain(text).replaceAll(/\s+/g, ' ');

  test('a file is named by its path, shown and added', async () => {
    const folder = temporaryFolder();
    const path = written(folder, 'ours.yaml', OURS.octets);
    const { stdout, stderr, status } = await run(
      aProgram(),
      ['--database', join(folder, 'a.db'), '--seed', '4'],
      `/pack add file=${path}\n/pack add\n`,
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Not added yet: Our own questions');
    const [, keep = ''] = /(\/pack keep \S+)/.exec(stdout) ?? [];
    const second = await run(aProgram(), ['--database', join(folder, 'a.db')], `${keep}\n/quiz our-rota\n`);
    expect(second.stdout).toContain('From now on it is used here.');
    expect(second.stdout).toContain('Who is on call');
  });

  test('what is pasted line by line is taken as well', async () => {
    const { stdout, stderr, status } = await run(
      aProgram(),
      ['--database', ':memory:', '--seed', '4'],
      `/pack add <<\n${ALONE_PACK}.\n`,
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Not added yet: Our own questions');
  });

  test('whatever else is sent is refused, with why', async () => {
    const folder = temporaryFolder();
    const lines = BAD_PACKS.map(({ octets }, at) => `/pack add file=${written(folder, `bad-${at}.yaml`, octets)}`);
    const others = [`/pack add ${ELSEWHERE}`, `/pack add file=${folder}`, '/pack add file=nowhere.yaml'];
    const { stdout, stderr, status } = await run(
      aProgram(),
      ['--database', ':memory:', '--seed', '4'],
      `${[...lines, ...others].join('\n')}\n`,
    );
    expect([status, stderr]).toEqual([0, '']);
    const answers = stdout.split('\n> ').slice(1).map(plainly);
    for (const [at, { what, said }] of BAD_PACKS.entries()) expect(answers[at], what).toContain(plainly(said));
    expect(answers.slice(BAD_PACKS.length).join('\n')).toMatch(
      /no such file here[\s\S]*it is a folder[\s\S]*no such file here/,
    );
  });
});
