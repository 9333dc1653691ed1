import { expect, onTestFinished, test } from 'vitest';
import { instant } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Deps } from '../../src/tutor/command.ts';
import { helpOn } from '../../src/tutor/commands/help.ts';
import { commandEntries } from '../../src/tutor/commands.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import { usageOf } from '../../src/tutor/help-text.ts';
import { code, type Reply } from '../../src/tutor/reply.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import { NOWHERE } from '../../src/tutor/venue.ts';
import { announce, contentWith, declarations, dig, host, lists, mood, record, respond } from '../support/commands.ts';
import { noCourier } from '../support/courier.ts';

const ME: Account = { platform: 'terminal', space: 'here', user: 'me' };
const NOW = instant(1_000_000);

async function deps(over = lists): Promise<Deps> {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  return { store, content: contentWith(over), newSeed: () => 7, newId: () => 'id', courier: noCourier };
}

async function help(command?: string): Promise<Reply> {
  const given = await deps();
  const context = {
    ...given,
    account: ME,
    venue: NOWHERE,
    now: NOW,
    line: '/help',
    learner: await given.store.learnerOf(ME, NOW),
  };
  return helpOn(() => declarations).handle(context, { command });
}

// biome-ignore format: a table reads down its columns
test.each([
  ['required and left out, with its sign', dig,     '/dig <name> [type] [@server]'],
  ['a choice by its words',                host,    '/host [create|delete] <domain> [at]'],
  ['text that takes the rest',             record,  '/record <owner> <type> [data…] [ttl]'],
  ['nothing required',                     mood,    '/mood [word] [times]'],
  ['a channel by its sign',                announce, '/announce <word> [#channel]'],
  ['a question by its sign',               respond, '/respond [#presentation] <response…>'],
])('the form of a command shows %s', (_, declaration, usage) => {
  expect(usageOf(declaration)).toBe(usage);
});

const fieldsOf = ({ blocks }: Reply) => blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []));

test('help lists every command with the beginning of its summary', async () => {
  const rows = fieldsOf(await help());
  expect(rows.map(({ name }) => name)).toEqual(declarations.map(({ name }) => `/${name}`));
  for (const [place, { value }] of rows.entries()) {
    expect(value).toMatch(/^[^;:]+\.$/);
    expect(declarations[place]?.summary.startsWith(value.slice(0, -1))).toBe(true);
  }
});

test.each(declarations)('help on /$name shows its form, its options and its examples', async (declaration) => {
  const reply = await help(declaration.name);
  expect(reply.blocks).toContainEqual(code(usageOf(declaration)));
  expect(reply.blocks).toContainEqual(code(declaration.examples.join('\n')));
  expect(fieldsOf(reply).map(({ name }) => name)).toEqual(Object.keys(declaration.options));
});

test('help says which entries a listed option takes', async () => {
  const at = { name: 'at', value: 'the DNS host (Route 53, Cloudflare, Google Cloud DNS, R-53, R 53 (the other))' };
  expect(fieldsOf(await help('host'))).toContainEqual(at);
});

test('help says how a channel is written', async () => {
  const channel = { name: 'channel', value: 'where to say it (a channel, with `#` before it)' };
  expect(fieldsOf(await help('announce'))).toContainEqual(channel);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a command is carried out',                  '/help',        'What you can type'],
  ['a command is named with or without slash',  '/help /help',  '/help [command]'],
  ['a problem is said in a sentence',           '/hepl',        'Did you mean `/help`?'],
  ['a problem comes with the way to help',      '/help x y z',  '"command":"/help help"'],
])('%s', async (_, line, words) => {
  expect(JSON.stringify(await handleLine(await deps({ ...lists, commands: commandEntries }), ME, NOW, line))).toContain(words);
});
