import { expect, onTestFinished, test } from 'vitest';
import { localTime } from '../../src/base/local-time.ts';
import { instant, later, MINUTE } from '../../src/base/time.ts';
import { UTC } from '../../src/base/zone.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Address } from '../../src/tutor/courier.ts';
import { closingOf } from '../../src/tutor/daily/close-prompt.ts';
import { spreadOf } from '../../src/tutor/daily/plan-run.ts';
import { lastDue } from '../../src/tutor/daily/rhythm.ts';
import { temporaryFolder } from '../support/store.ts';
import { directChannelOf } from './discord/channels.ts';
import { aLearner, textOf } from './discord/learner.ts';
import { MANAGE_SERVER } from './discord/payload.ts';
import { serveStandIn } from './discord/serve-stand-in.ts';
import { newSnowflake, until } from './discord/state.ts';

/** Daily prompts as they come at Discord, by the program's own clock: one to a channel, one to a learner. */

test('what is due is posted without being asked for, is responded to in private, and revealed in its place', async () => {
  const file = `${temporaryFolder()}/daily.db`;
  const store = await openStore(file);
  onTestFinished(() => store.close());
  const [server, channel, user] = [newSnowflake(), newSnowflake(), newSnowflake()];
  const space = { platform: 'discord', space: server } as const;
  const now = instant(Date.now());
  const owner = await store.learnerOf({ ...space, user }, now);
  const set = async (id: string, to: Address) => {
    const rhythm = { zone: UTC, time: localTime(UTC, later(now, -2 * MINUTE)), days: [1, 2, 3, 4, 5, 6, 7] };
    const due = lastDue(rhythm, now);
    const next = { at: later(due.at, spreadOf(id)), date: due.date };
    await store.setSchedule({ id, to, ...rhythm, madeBy: owner, madeAt: now, next }, 5);
  };
  await set('s1', { ...space, kind: 'channel', channel });
  await set('s2', { ...space, kind: 'direct', user });
  const { discord, program } = await serveStandIn(file);
  const { state } = discord;
  state.channels.set(channel, { guild: server, type: 0, lacks: new Set() });
  const standing = (where: string) =>
    until(state, () => state.messages.find((each) => each.channel === where && !each.hiddenFor));

  const inChannel = await standing(channel);
  expect(textOf([inChannel])).toContain('Daily prompt: ');
  const ann = aLearner(discord, 'server', server, undefined, {}, channel);
  const [receipt] = await ann.shown(ann.press(inChannel, 'A'));
  expect(textOf([receipt!])).toContain('You chose A.');
  expect(receipt?.hiddenFor).toBe(ann.user);

  const [prompt] = await store.lastPrompts('s1', 1);
  const schedule = await store.schedule('s1');
  if (!prompt || !schedule) throw new Error('nothing was put');
  await store.closePrompt(prompt.id, instant(Date.now()), closingOf(schedule, instant(Date.now())));
  await until(state, () => textOf([inChannel]).includes('Daily prompt, closed: '));
  expect(textOf([inChannel])).toMatch(/[01] of 1 (?:was|were) right at the first try\./);

  const direct = await standing(directChannelOf(user));
  expect(textOf([direct])).toContain('Your daily prompt: ');
  const [own] = await store.lastPrompts('s2', 1);
  expect(await store.presentation(owner, own?.id ?? '')).toMatchObject({ origin: 'daily', where: space });

  const host = aLearner(discord, 'server', server, undefined, { permissions: MANAGE_SERVER }, channel);
  expect(textOf(await host.shown(host.command('daily', { action: 'show' })))).toMatch(
    /posted at \d\d:\d\d, with responses/,
  );
  state.channels.set(channel, { guild: server, type: 0, lacks: new Set(['SEND_MESSAGES']) });
  const refused = textOf(
    await host.shown(host.command('daily', { action: 'set', time: '21:00', zone: 'UTC', place: 'here' })),
  );
  expect(refused).toContain('Nothing has been set');
  expect(refused).toContain('Send Messages');
  expect(program.log.filter((line) => line.includes('incident'))).toEqual([]);
});
