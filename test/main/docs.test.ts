import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PermissionsBitField } from 'discord.js';
import { expect, test } from 'vitest';
import { WHY } from '../../src/discord/post-outcome.ts';
import { INTENTS, PERMISSIONS, SCOPES } from '../../src/discord/rights.ts';
import { CARD_KINDS } from '../../src/exchange/card.ts';
import { COLUMNS } from '../../src/exchange/write-csv.ts';
import { VALUE_TYPES } from '../../src/items/value.ts';
import { WHY as WHY_OF_SLACK } from '../../src/slack/post-outcome.ts';
import { OPTIONAL_SCOPES, SCOPES as SLACK_SCOPES } from '../../src/slack/rights.ts';
import { commands } from '../../src/tutor/commands.ts';
import { FORMATS } from '../../src/tutor/packs/export-pack.ts';
import { LIMITS } from '../../src/tutor/packs/limits.ts';
import { USAGE } from '../../src/usage.ts';
import { TOP } from '../support/top.ts';

const textOf = (file: string): string => readFileSync(join(TOP, file), 'utf8');

test('docs/discord.md names all that the bot asks for', () => {
  const text = textOf('docs/discord.md').toLowerCase();
  for (const scope of SCOPES) expect(text).toContain(`\`${scope}\``);
  for (const permission of new PermissionsBitField(PERMISSIONS).toArray()) {
    expect(text).toContain(permission.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase());
  }
  expect(INTENTS).toEqual([]);
  expect(text).toMatch(/gateway intents \| none/);
});

test('docs/discord.md names each permission that is asked for when it is lacking', () => {
  const text = textOf('docs/discord.md');
  const named = Object.values(WHY).flatMap((sentence) =>
    [...sentence.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name),
  );
  expect(new Set(named)).toEqual(new Set(['View Channel', 'Send Messages', 'Send Messages in Threads']));
  for (const permission of named) expect(text).toContain(`**${permission}**`);
  for (const place of ['Privacy Settings', 'AutoMod']) {
    expect(Object.values(WHY).join(' ')).toContain(place);
    expect(text).toContain(place);
  }
});

test('docs/slack.md names all that the app asks for', () => {
  const text = textOf('docs/slack.md');
  for (const scope of SLACK_SCOPES) expect(text).toContain(`\`${scope}\``);
  const optional = text.split('\n').filter((line) => line.includes('(optional)'));
  for (const scope of OPTIONAL_SCOPES) expect(optional.join()).toContain(`\`${scope}\``);
});

test('docs/slack.md tells what to do about each thing that keeps the app from posting', () => {
  const text = textOf('docs/slack.md');
  const said = Object.values(WHY_OF_SLACK).join(' ');
  for (const cure of ['/invite @Hostmaster', 'Posting permissions', 'archived', 'Messages tab']) {
    expect(said).toContain(cure);
    expect(text).toContain(cure);
  }
});

test('docs/packs.md has every column of a table, every kind and type, the limits and the forms', () => {
  const text = textOf('docs/packs.md');
  for (const column of COLUMNS.filter((name) => name.length > 1 && !name.startsWith('why_')))
    expect(text).toContain(`| \`${column}\` |`);
  for (const word of [...CARD_KINDS, ...VALUE_TYPES.filter((type) => type !== 'truth'), ...FORMATS])
    expect(text).toContain(`\`${word}\``);
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    `A pack may have ${LIMITS.fileOctets / 1024} KiB and ${LIMITS.items} questions, and a place ${LIMITS.packs} packs.`,
  );
});

test('the README lists every command', () => {
  const readme = textOf('README.md');
  for (const { name } of commands) expect(readme).toMatch(new RegExp(`\`/${name}\\b`));
});

test('every variable of .env.example is told of by --help, and the other way round', () => {
  const explained = [...textOf('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
  const told =
    USAGE.match(/\b(?:DISCORD|SLACK|HOSTMASTER|BACKUP|DATABASE|LOG|HEALTH)_[A-Z_]+\b|\b(?:HOST|PORT)\b/g) ?? [];
  expect(new Set(told.filter((name) => !name.endsWith('_API_URL')))).toEqual(new Set(explained));
});

test('a shell reads .env.example as it says, and each value whole', () => {
  const given = [...textOf('.env.example').matchAll(/^[A-Z_]+=.*$/gm)].map(([line]) => line);
  const script = 'set -a; . ./.env.example; set +a; env';
  const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: TOP, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.split('\n')).toEqual(expect.arrayContaining(given));
});

// biome-ignore format: a table reads down its columns
test.each(['README.md', 'CONTRIBUTING.md', 'docs/discord.md', 'docs/slack.md', 'docs/gallery.md', 'docs/operating.md', 'SECURITY.md'])('the links of %s lead to files that are there', (file) => {
  const targets = [...textOf(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
  for (const target of targets) expect(existsSync(join(TOP, dirname(file), target)), target).toBe(true);
});
