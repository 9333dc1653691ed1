import { expect, onTestFinished, test } from 'vitest';
import { instant } from '../../src/base/time.ts';
import type { RunConfig } from '../../src/config.ts';
import { makeMeters } from '../../src/metrics/meters.ts';
import { serve } from '../../src/platforms.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Deps } from '../../src/tutor/command.ts';
import type { Address, Courier } from '../../src/tutor/courier.ts';
import { courierOver } from '../../src/tutor/courier-of-platforms.ts';
import { notice } from '../../src/tutor/reply.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import { startStandIn } from '../platforms/discord/stand-in.ts';
import { newSnowflake } from '../platforms/discord/state.ts';
import { BOT_TOKEN, SIGNING_SECRET, startStandin } from '../platforms/slack/standin.ts';
import { noPaint } from '../support/no-paint.ts';
import { school } from '../support/school.ts';

test('while platforms are served, what is posted to each gets there', async () => {
  const [discord, slack, store] = [await startStandIn(), await startStandin(), await openStore(':memory:')];
  onTestFinished(async () => {
    await Promise.all([discord.close(), slack.stop(), store.close()]);
  });
  const couriers = new Map<Account['platform'], Courier>();
  const deps: Deps = { store, content: school, newSeed: () => 7, newId: () => 'x', courier: courierOver(couriers) };
  const config: RunConfig = {
    ...{ kind: 'run', terminal: true, colour: false, logLevel: 'error', logFormat: 'json' },
    address: { host: '127.0.0.1', port: 0 },
    database: ':memory:',
    discord: { token: discord.state.token, apiUrl: discord.url, publicKey: discord.publicKey },
    slack: { kind: 'one-workspace', botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, apiUrl: slack.apiUrl },
  };
  const [guild, channel] = [newSnowflake(), newSnowflake()];
  discord.state.channels.set(channel, { guild, type: 0, lacks: new Set() });
  const addresses: readonly Address[] = [
    { platform: 'discord', space: guild, kind: 'channel', channel },
    { platform: 'slack', space: 'T1', kind: 'channel', channel: 'COPEN' },
  ];
  const now = () => instant(Date.now());
  /** What whoever sits at the terminal does meanwhile. */
  const talk = async () => {
    for (const to of addresses) {
      expect(await deps.courier.obstacles(to)).toEqual([]);
      expect((await deps.courier.post(to, notice('Hello.'), to.platform, now())).kind).toBe('posted');
    }
  };
  expect((await deps.courier.post(addresses[0]!, notice('Hello.'), 'k', now())).kind).toBe('later');
  await serve(config, deps, {
    now,
    incidents: { newIncident: () => ({ id: 'ab12', level: 'error' }), endThoseOver: () => {} },
    log: () => {},
    looks: { pool: () => undefined, picturesWaiting: () => 0 },
    meters: makeMeters(),
    talk,
    couriers,
    paint: noPaint,
  });
  expect([discord.state.messages.length, slack.messages.length]).toEqual([1, 1]);
});
