import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { LOG_LEVELS } from '../../src/base/log.ts';
import { readConfig } from '../../src/config.ts';
import { INTERACTIONS_PATH } from '../../src/discord/http.ts';
import { REDIRECT_PATH } from '../../src/slack/install.ts';
import { startProgram } from '../platforms/program.ts';
import { startServer } from '../support/postgres/server.ts';
import { run } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';
import { TOP } from '../support/top.ts';

const textOf = (file: string) => readFileSync(join(TOP, file), 'utf8');

/** What the Dockerfile takes over from the project into the container that runs. */
const COPIED = [...textOf('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
  paths.split(' '),
);

test('what the Dockerfile copies is all that the program needs', async () => {
  const top = temporaryFolder();
  for (const path of COPIED) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    cpSync(join(TOP, path), join(top, path), { recursive: true });
  }
  symlinkSync(join(TOP, 'node_modules'), join(top, 'node_modules'));
  const { stdout, stderr, status } = await run(top, ['--database', ':memory:', '--seed', '4'], '/quiz\n');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/\nType: .*respon/);
});

test("the image's health check asks the program, and finds it well or gone", async () => {
  const [, json = ''] = /^HEALTHCHECK .*\\\n\s+CMD (.+)$/m.exec(textOf('Dockerfile')) ?? [];
  const [command, ...args]: string[] = JSON.parse(json);
  expect(command).toBe('node');
  const program = startProgram(['--database', ':memory:'], { HEALTH_PORT: '0' });
  onTestFinished(() => void program.process.kill('SIGKILL'));
  const [, port = ''] = /port (\d+)/.exec(await program.logged(/health and metrics at/)) ?? [];
  const check = () => spawnSync(process.execPath, args, { env: { HEALTH_PORT: port } });
  expect(check().status).toBe(0);
  const ended = new Promise((done) => program.process.once('close', done));
  program.process.kill('SIGKILL');
  await ended;
  expect(check().status).toBe(1);
});

test('what the Dockerfile copies is let into the build, and nothing of a learner is', () => {
  const lines = textOf('.dockerignore').split('\n');
  for (const path of COPIED) expect(lines).toContain(`!${path}`);
  expect(lines).toContain('data/*.db*');
});

test('packages that the program imports are not only for developers', () => {
  const { dependencies } = JSON.parse(textOf('package.json'));
  const allowed = textOf('test/imports.test.ts');
  for (const name of Object.keys(dependencies)) expect(allowed).toContain(`'${name}'`);
});

test('the two bots of deploy/compose are each other alike, and the proxy knows both and every path', () => {
  const { services } = parse(textOf('deploy/compose/compose.yaml'), { merge: true });
  expect(services['bot-1']).toEqual(services['bot-2']);
  const explained = [...textOf('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  for (const name of Object.keys(services['bot-1'].environment)) expect(explained).toContain(name);
  const caddy = textOf('deploy/compose/Caddyfile');
  const { PORT } = services['bot-1'].environment;
  expect(caddy).toContain(`reverse_proxy bot-1:${PORT} bot-2:${PORT}`);
  for (const path of [INTERACTIONS_PATH, REDIRECT_PATH, '/slack/events', '/slack/install'])
    expect(caddy).toContain(path);
});

test('deploy/compose waits for its PostgreSQL and for its bots, which have no password in the file', () => {
  const text = textOf('deploy/compose/compose.yaml');
  const { services, volumes } = parse(text, { merge: true });
  const { database, proxy } = services;
  expect(database.image).toMatch(/^postgres:17-/);
  expect(services['bot-1'].depends_on).toEqual({ database: { condition: 'service_healthy' } });
  expect(proxy.depends_on).toEqual({
    'bot-1': { condition: 'service_healthy' },
    'bot-2': { condition: 'service_healthy' },
  });
  expect(database.volumes).toEqual(['postgres:/var/lib/postgresql/data']);
  expect(volumes).toHaveProperty('postgres');
  for (const { environment } of [database, services['bot-1']])
    expect(Object.keys(environment).join(' ')).not.toMatch(/PASSWORD|DATABASE_URL/);
});

test('the lines that make the password of deploy/compose make one that the bots and PostgreSQL share, for nobody else', () => {
  const text = textOf('deploy/compose/compose.yaml');
  const [lines = ''] = /\(umask[\s\S]*?bot\.env\)/.exec(text) ?? [];
  const cwd = temporaryFolder();
  const { status, stderr } = spawnSync('sh', ['-c', lines.replace(/^#/gm, '')], { cwd, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const variables = (file: string) => parseEnv(readFileSync(join(cwd, file), 'utf8'));
  const { POSTGRES_PASSWORD } = variables('database.env');
  expect(POSTGRES_PASSWORD).toMatch(/^[0-9a-f]{48}$/);
  const { POSTGRES_USER, POSTGRES_DB } = parse(text).services.database.environment;
  const config = readConfig([], variables('bot.env'), false);
  const url = `postgres://${POSTGRES_USER}:${POSTGRES_PASSWORD}@database:5432/${POSTGRES_DB}`;
  expect(config).toMatchObject({ database: url });
  for (const file of ['database.env', 'bot.env']) {
    expect(statSync(join(cwd, file)).mode & 0o77).toBe(0);
    expect(spawnSync('git', ['check-ignore', '-q', `deploy/compose/${file}`], { cwd: TOP }).status).toBe(0);
  }
});

test('PostgreSQL is called healthy when it takes connections, and not when it does not', async () => {
  const { healthcheck } = parse(textOf('deploy/compose/compose.yaml')).services.database;
  const [kind, command, ...args]: string[] = healthcheck.test;
  expect([kind, command]).toEqual(['CMD', 'pg_isready']);
  const server = await startServer(false);
  onTestFinished(server.stop);
  const { port } = new URL(server.url);
  const check = () => spawnSync('pg_isready', [...args, `--port=${port}`]).status;
  expect(check()).toBe(0);
  server.kill();
  expect(check()).toBe(2);
  server.start();
});

test('the compose file sets only variables that .env.example explains', () => {
  const { services } = parse(textOf('compose.yaml'));
  const explained = [...textOf('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  for (const name of Object.keys(services.hostmaster.environment)) expect(explained).toContain(name);
  expect(explained).toEqual(expect.arrayContaining(['DISCORD_TOKEN', 'SLACK_BOT_TOKEN', 'LOG_LEVEL']));
  expect(LOG_LEVELS).toContain(/^LOG_LEVEL=(.*)$/m.exec(textOf('.env.example'))?.[1]);
});

test('what the unit for systemd starts is here', () => {
  const unit = textOf('deploy/systemd/hostmaster.service');
  const folder = /^WorkingDirectory=(.+)$/m.exec(unit)?.[1] ?? '';
  const started = /^ExecStart=(.+)$/m.exec(unit)?.[1]?.split(' ') ?? [];
  expect(started).toHaveLength(2);
  for (const path of started) expect(existsSync(join(TOP, relative(folder, path))), path).toBe(true);
});
