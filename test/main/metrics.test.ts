import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { environmentFor, isServed } from '../platforms/discord/connect.ts';
import { aLearner } from '../platforms/discord/learner.ts';
import { startStandIn } from '../platforms/discord/stand-in.ts';
import { startProgram } from '../platforms/program.ts';
import { bySocket } from '../platforms/slack/deliver.ts';
import { person } from '../platforms/slack/person.ts';
import { APP_TOKEN, BOT_TOKEN, startStandin } from '../platforms/slack/standin.ts';
import { TOP } from '../support/top.ts';

const textOf = (file: string): string => readFileSync(join(TOP, file), 'utf8');
const manual = textOf('docs/operating.md');
const rules: readonly { readonly alert: string; readonly expr: string }[] = parse(
  textOf('deploy/prometheus/alerts.yml'),
).groups.flatMap((group: { rules: object[] }) => group.rules);
const dashboard: { readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[] } =
  JSON.parse(textOf('deploy/grafana/hostmaster.json'));
const expressions = [
  ...rules.map(({ expr }) => expr),
  ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
];

/** What the program told after somebody had been answered on each platform. */
let told = '';
let who: readonly string[] = [];
/** What a learner wrote, which is in no metric. */
const WORDS = 'quillwort-confession';

beforeAll(async () => {
  const [discord, slack] = [await startStandIn(), await startStandin()];
  const ofSlack = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  const program = startProgram(['--database', ':memory:'], {
    ...environmentFor(discord),
    ...ofSlack,
    HEALTH_PORT: '0',
  });
  try {
    await isServed(discord, program, 'gateway');
    const [, port] = /port (\d+)/.exec(await program.logged(/health and metrics at/)) ?? [];
    await program.logged(/Slack is served/);
    const ann = aLearner(discord, 'server');
    who = [ann.user, ann.channel, 'UBOBWRITER'];
    await ann.shown(ann.command('respond', { response: WORDS }));
    await vi.waitFor(() => expect(slack.sockets.open()).toBe(2), { timeout: 60_000 });
    const bob = person(slack, bySocket(slack), 'UBOBWRITER');
    await bob.say(`/${WORDS}`);
    await bob.slash('/hostmaster', 'help');
    await program.logged(/slack: help: answered/);
    // What is due is first done in the second after the start.
    await vi.waitFor(async () => {
      told = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      expect(told).toMatch(/^hostmaster_due_work_seconds_count [1-9]/m);
    }, 20_000);
  } finally {
    program.process.kill('SIGKILL');
    await Promise.all([discord.close(), slack.stop()]);
  }
});

/** Of everything that is told, by name. */
const typesTold = (): ReadonlyMap<string, string> =>
  new Map([...told.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]));

/** All names that a query can be about: those of a histogram have three each. */
function seriesTold(): ReadonlySet<string> {
  return new Set(
    [...typesTold()].flatMap(([name, type]) =>
      type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name],
    ),
  );
}
const namesIn = (text: string): readonly string[] => text.match(/\b(?:hostmaster|nodejs|process)_[a-z0-9_]+\b/g) ?? [];

test('every metric of the dashboard and the alerts is one that the program tells', () => {
  const series = seriesTold();
  const asked = expressions.flatMap(namesIn);
  expect(asked.length).toBeGreaterThan(40);
  expect(asked.filter((name) => !series.has(name))).toEqual([]);
});

test('every metric that the program tells is in the manual, and no other', () => {
  const names = [...typesTold().keys()];
  expect(names.length).toBeGreaterThan(40);
  const explained = [...manual.matchAll(/`((?:hostmaster|nodejs|process)_[a-z0-9_]+)`/g)].map(([, name = '']) => name);
  expect(new Set(explained)).toEqual(new Set(names));
});

test('every alert is in the manual, with what to do, and no other', () => {
  const explained = [...manual.matchAll(/^\| `(Hostmaster\w+)` \| \S.* \| \S.* \|$/gm)].map(([, name = '']) => name);
  expect(explained).toEqual(rules.map(({ alert }) => alert));
});

describe('the queries are PromQL', () => {
  test.each(expressions)('%s', (expression) => {
    const wrong: string[] = [];
    const text = expression.trim();
    parser.parse(text).iterate({
      enter: ({ type, from, to }) => {
        if (type.isError) wrong.push(`at ${from}: ${text.slice(from, to)}`);
      },
    });
    expect(wrong).toEqual([]);
  });
});

test('the numbers are of what was done', () => {
  // biome-ignore format: one a line
  const lines = [
    'hostmaster_interactions_total{platform="discord",kind="respond",outcome="answered"} 1',
    'hostmaster_interactions_total{platform="slack",kind="unknown",outcome="answered"} 1',
    'hostmaster_interactions_total{platform="slack",kind="help",outcome="answered"} 1',
    'hostmaster_interactions_in_hand{platform="slack"} 0',
    'hostmaster_acknowledgement_seconds_count{platform="discord"} 1',
    'hostmaster_acknowledgement_seconds_count{platform="slack"} 1',
    'hostmaster_reply_seconds_count{platform="slack",kind="help"} 1',
    'hostmaster_connection_open{platform="discord",connection="shard 0"} 1',
    'hostmaster_connection_open{platform="slack",connection="socket 2"} 1',
    'hostmaster_connection_lost_total{platform="slack",connection="socket 1"} 0',
    'hostmaster_ready{part="discord"} 1',
    'hostmaster_outbox_posts 0',
    'hostmaster_pictures_total{outcome="failed"} 0',
    'hostmaster_pictures_waiting 0',
  ];
  for (const line of lines) expect(told.split('\n')).toContain(line);
  expect(told).toMatch(/^hostmaster_database_query_seconds_count\{kind="insert"\} [1-9]/m);
  expect(told).toMatch(/^hostmaster_due_work_timestamp_seconds 1[0-9]{9}/m);
});

test('no number is of a person, or of what was said', () => {
  expect(who).toHaveLength(3);
  for (const hidden of [WORDS, ...who]) expect(told).not.toContain(hidden);
});
