import { expect, test } from 'vitest';
import type { Outcome } from '../../src/base/observe.ts';
import { lookingOn } from '../support/looking-on.ts';

test('an interaction is one line and one number, with what it took', async () => {
  const { observe, lines, wait, samples } = lookingOn();
  const watch = observe.interaction('slack');
  watch.is('quiz', 'command');
  wait(4);
  watch.acknowledged();
  wait(246);
  watch.acknowledged();
  expect(await samples('hostmaster_interactions_in_hand')).toEqual([
    'hostmaster_interactions_in_hand{platform="slack"} 1',
  ]);
  expect(lines).toEqual([]);
  watch.end();
  const fields = { event: 'interaction', platform: 'slack', kind: 'quiz', by: 'command', outcome: 'answered' };
  expect(lines).toEqual([
    { line: 'slack: quiz: answered', level: 'info', fields: { ...fields, ms: 250, acknowledgedMs: 4 } },
  ]);
  expect(await samples('hostmaster_interactions_in_hand')).toEqual([
    'hostmaster_interactions_in_hand{platform="slack"} 0',
  ]);
  expect(await samples('hostmaster_interactions_total')).toEqual([
    'hostmaster_interactions_total{platform="slack",kind="quiz",outcome="answered"} 1',
  ]);
  expect(await samples('hostmaster_acknowledgement_seconds')).toEqual([
    'hostmaster_acknowledgement_seconds_sum{platform="slack"} 0.004',
    'hostmaster_acknowledgement_seconds_count{platform="slack"} 1',
  ]);
  expect(await samples('hostmaster_reply_seconds')).toEqual([
    'hostmaster_reply_seconds_sum{platform="slack",kind="quiz"} 0.25',
    'hostmaster_reply_seconds_count{platform="slack",kind="quiz"} 1',
  ]);
});

// biome-ignore format: a table reads down its columns
test.each<[string, 'discord' | 'terminal', readonly Outcome[], Outcome, string]>([
  ['nothing told',                    'discord',  [],                       'answered',  'info'],
  ['announced, and then too late',    'discord',  ['deferred', 'late'],     'late',      'warn'],
  ['too late, and announced',         'discord',  ['late', 'deferred'],     'late',      'warn'],
  ['broken while it was announced',   'discord',  ['failed', 'deferred'],   'failed',    'warn'],
  ['the same again',                  'discord',  ['duplicate'],            'duplicate', 'info'],
  ['not done',                        'discord',  ['refused'],              'refused',   'info'],
  ['nothing asked for',               'discord',  ['ignored'],              'ignored',   'debug'],
  ['a terminal',                      'terminal', [],                       'answered',  'debug'],
  ['a terminal where it broke',       'terminal', ['failed'],               'failed',    'debug'],
])('%s: the weightiest outcome stands', (_, platform, told, outcome, level) => {
  const { observe, lines } = lookingOn();
  const watch = observe.interaction(platform);
  for (const each of told) watch.came(each, each === 'failed' ? 'ab12' : undefined);
  watch.end();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ level, fields: { outcome, ...(outcome === 'failed' && { incident: 'ab12' }) } });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a command',              'dig',          'dig'],
  ['something else we know', 'form',         'form'],
  ['what somebody made up',  'my-secret',    'unknown'],
  ['a word of the language', 'constructor',  'unknown'],
])('of %s only what is known is told', async (_, said, kind) => {
  const { observe, lines, samples } = lookingOn();
  const watch = observe.interaction('discord');
  watch.is(said, 'command');
  watch.end();
  expect(lines[0]).toMatchObject({ line: `discord: ${kind}: answered`, fields: { kind } });
  expect((await samples('hostmaster_interactions_total')).join()).toContain(`kind="${kind}"`);
});

test('a clock that was set back makes nothing early', async () => {
  const { observe, samples } = lookingOn();
  observe.promptMade('put', -5000);
  observe.promptMade('put', 2000);
  observe.postSettled('discord', 'daily', 'posted', 1500);
  expect(await samples('hostmaster_prompt_lateness_seconds')).toContain(
    'hostmaster_prompt_lateness_seconds_sum{kind="put"} 2',
  );
  expect(await samples('hostmaster_post_lateness_seconds')).toContain(
    'hostmaster_post_lateness_seconds_sum{platform="discord",kind="daily"} 1.5',
  );
  expect(await samples('hostmaster_posts_total')).toEqual([
    'hostmaster_posts_total{platform="discord",kind="daily",settlement="posted"} 1',
  ]);
});
