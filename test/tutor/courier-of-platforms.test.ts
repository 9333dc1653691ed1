import { expect, test } from 'vitest';
import type { Address, Courier } from '../../src/tutor/courier.ts';
import { courierOver } from '../../src/tutor/courier-of-platforms.ts';
import { notice } from '../../src/tutor/reply.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import { aCourier } from '../support/courier.ts';
import { START } from '../support/tutor.ts';

const at = (platform: Account['platform']): Address => ({ platform, space: '1', kind: 'channel', channel: 'c' });
const HELLO = notice('Hello.');
const MESSAGE = { channel: 'c', message: 'm1' };

test('what is posted, replaced and asked goes to the courier of its platform, from when that is served', async () => {
  const [discord, slack] = [aCourier(), aCourier()];
  const couriers = new Map<Account['platform'], Courier>();
  const courier = courierOver(couriers);
  couriers.set('discord', discord.courier);
  couriers.set('slack', slack.courier);
  slack.obstruct(['No.']);
  expect(await courier.post(at('discord'), HELLO, 'k', START)).toEqual({ kind: 'posted', message: MESSAGE });
  expect((await courier.replace(at('discord'), MESSAGE, HELLO)).kind).toBe('posted');
  expect(await courier.obstacles(at('slack'))).toEqual(['No.']);
  expect(await courier.obstacles(at('discord'))).toEqual([]);
  expect([discord.calls, slack.calls]).toEqual([2, 0]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another process may serve it',     'discord',  'later',   /^Discord is not served here/],
  ['another process may serve it',     'slack',    'later',   /^Slack is not served here/],
  ['nothing is ever posted there',     'terminal', 'refused', /^In a terminal nothing/],
] as const)('a platform that is not served: %s, %s', async (_, platform, kind, obstacle) => {
  const courier = courierOver(new Map());
  expect((await courier.post(at(platform), HELLO, 'k', START)).kind).toBe(kind);
  expect((await courier.replace(at(platform), MESSAGE, HELLO)).kind).toBe(kind);
  expect(await courier.obstacles(at(platform))).toEqual([expect.stringMatching(obstacle)]);
});
