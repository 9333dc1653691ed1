import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, later, MINUTE } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { emptyCache } from '../../src/dns/resolver/cache.ts';
import { resolveIn } from '../../src/dns/resolver/internet.ts';
import type { Action } from '../../src/world/action.ts';
import { replay } from '../../src/world/apply.ts';
import { rootAnchors } from '../../src/world/ask.ts';
import { broughtBy } from '../../src/world/brought.ts';
import { internetOf } from '../../src/world/internet.ts';
import { asItIs, measureOutage, type Timeline, type Watched } from '../../src/world/outage.ts';
import { type Member, makePopulation, SHARES, VALIDATING } from '../../src/world/population.ts';
import { resolverOf } from '../../src/world/resolvers.ts';
import type { World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  aWorld,
  copyNameServers,
  createZone,
  played,
  register,
  wait,
  zoneAt,
} from '../support/world.ts';

const DOMAIN = name('mine.com');
const WWW = { qname: name('www.mine.com'), qtype: 'A' } as const;
const MX = { qname: DOMAIN, qtype: 'MX' } as const;
const SITE = '203.0.113.9';
const without = (owner: string, host: string): Action => ({
  ...{ kind: 'put-record', origin: DOMAIN, host },
  request: { action: 'remove', owner: name(owner), type: 'A' },
});
const at = (host: string) => ({ origin: DOMAIN, host }) as const;
const gone = (host: string): readonly Action[] => [without('www.mine.com', host), { kind: 'delete-zone', ...at(host) }];

/** mine.com in use at Hover: NS and records there live 900 s, the delegation in com 172,800 s. */
const inUse = played(
  aWorld(),
  register('mine.com', 'hover'),
  ...['mine.com', 'www.mine.com'].map((owner) => without(owner, 'hover')),
  addRecord('mine.com', 'hover', 'www.mine.com', anAddress(SITE)),
  wait(3 * DAY),
);
const elsewhere = [
  createZone('mine.com', 'route53'),
  addRecord('mine.com', 'route53', 'www.mine.com', anAddress(SITE)),
];
const moved = copyNameServers('mine.com', 'route53');
const signedAt = (host: string): readonly Action[] => [
  { kind: 'sign-zone', ...at(host) },
  { kind: 'copy-ds', domain: DOMAIN, host },
];

const timeline = (before: World, ...actions: readonly Action[]): Timeline => {
  const after = played(before, ...actions);
  return { before, events: after.history.slice(before.history.length) };
};
const outage = (before: World, actions: readonly Action[], population = makePopulation()) =>
  measureOutage(timeline(before, ...actions), [asItIs(before, WWW)], population);
/** All of one kind, with what they remember a minute old. */
const only = (id: Parameters<typeof resolverOf>[0], validates = false): readonly Member[] => [
  { habits: resolverOf(id).config, validates, age: MINUTE, phase: 0 },
];

describe('a population', () => {
  test('has every habit by its share, and in each some that check signatures', () => {
    const population = makePopulation({ size: 50 });
    const count = (holds: (member: Member) => boolean) => population.filter(holds).length;
    expect(SHARES.reduce((all, [, tenths]) => all + tenths, 0)).toBe(10);
    expect(count(({ habits }) => habits.askParentAgain === false)).toBe(10);
    expect(count(({ habits }) => habits.nsFrom === 'child')).toBe(10);
    expect(count(({ habits }) => habits.maxNegativeTtl === 300)).toBe(5);
    expect(count(({ habits }) => (habits.staleFor ?? 0) > 0)).toBe(5);
    expect(count(({ validates }) => validates)).toBe((50 * VALIDATING) / 10);
    expect(count(({ validates, habits }) => validates && habits.nsFrom === 'child')).toBeGreaterThan(0);
  });

  test('asks at moments of its own, the youngest of each habit just before the beginning, and the same by the same seed', () => {
    const population = makePopulation({ size: 50 });
    expect(new Set(population.map(({ age }) => age)).size).toBeGreaterThan(15);
    expect(population.filter(({ age }) => age === MINUTE)).toHaveLength(SHARES.length);
    expect(Math.max(...population.map(({ age }) => age))).toBeLessThanOrEqual(2 * DAY);
    expect(makePopulation({ size: 50 })).toEqual(population);
    expect(makePopulation({ size: 50, seed: 2 })).not.toEqual(population);
    expect(makePopulation({ size: 0 })).toEqual([]);
  });
});

describe('what moving a domain in use costs', () => {
  test('nothing, where the new zone is filled before the delegation moves and the old one stays', () => {
    const { served, minutes, ...measured } = outage(inUse, [...elsewhere, wait(5 * MINUTE), moved, wait(3 * DAY)]);
    expect(measured).toEqual({ start: inUse.now, size: 50, worst: 0, lost: 0, peak: 0, agreedFrom: 0 });
    expect(minutes).toEqual(new Array(50).fill(0));
    expect(served).toEqual(new Array(3 * 24 * 60 + 5).fill(50));
  });

  test('the rest of the NS TTL in com at those that do not ask the parent again, where the old zone goes at once', () => {
    const measured = outage(inUse, [...elsewhere, wait(5 * MINUTE), moved, ...gone('hover'), wait(3 * DAY)]);
    // The delegation was last taken up a minute before the beginning: 2,880 minutes later it runs out. The answer from
    // before lasts at most 15 minutes.
    expect(measured).toMatchObject({ firstFailure: 5, lastFailure: 2878, peak: 0.2, agreedFrom: 2879 });
    expect(measured.worst).toBeGreaterThanOrEqual(2879 - 5 - 15);
    expect(measured.worst).toBeLessThanOrEqual(2879 - 5);
  });

  test('at one resolver it is to the minute: its answer of minute -1 lasts to 14, its delegation to 2,879', () => {
    const actions = [...elsewhere, moved, ...gone('hover'), wait(3 * DAY)];
    expect(outage(inUse, actions, only('isp'))).toMatchObject({
      ...{ firstFailure: 14, lastFailure: 2878, worst: 2865, lost: 2865, peak: 1, agreedFrom: 2879 },
    });
    expect(outage(inUse, actions, only('resolver'))).toMatchObject({ worst: 0 });
    expect(outage(inUse, actions, only('office'))).toMatchObject({ worst: 0 });
    // A day longer than the answer's TTL it still gives what it knew; from then on it would fail, but asks the parent first.
    expect(outage(inUse, actions, only('mobile'))).toMatchObject({ worst: 0 });
  });

  test('everyone, where the delegation moves before there are records', () => {
    const actions = [createZone('mine.com', 'route53'), moved, wait(3 * DAY)];
    const { worst, peak, agreedFrom, firstFailure = 0 } = outage(inUse, actions);
    expect(peak).toBe(1);
    expect(agreedFrom).toBe(2879);
    // Those that go by the child notice when the NS record of the zone has run out, after 15 minutes at the latest.
    expect(firstFailure).toBeLessThan(15);
    expect(worst).toBe(3 * 24 * 60 - firstFailure);
  });

  test('a DS left behind: only those that check fail, from when they follow the new servers until the DS is gone', () => {
    const signed = played(inUse, ...signedAt('hover'), wait(3 * DAY));
    const actions = [...elsewhere, moved, wait(3 * DAY)];
    expect(outage(signed, actions, only('resolver'))).toMatchObject({ worst: 0 });
    expect(outage(signed, actions, only('resolver', true))).toMatchObject({ firstFailure: 2879, peak: 1 });
    const mended: readonly Action[] = [...actions, { kind: 'set-ds', domain: DOMAIN, ds: [] }, wait(3 * DAY)];
    const { firstFailure, lastFailure = 0 } = outage(signed, mended, only('resolver', true));
    expect(firstFailure).toBe(2879);
    // The DS in com lives as long as the delegation: it came along with that.
    expect(lastFailure).toBeLessThan(2879 + 2880);
    expect(outage(signed, mended).peak).toBe(VALIDATING / 10);
  });

  test('nothing, where the DS is taken back two days before', () => {
    const signed = played(inUse, ...signedAt('hover'), wait(3 * DAY));
    const undone: Action = { kind: 'set-ds', domain: DOMAIN, ds: [] };
    const actions = [...elsewhere, undone, wait(2 * DAY + HOUR), moved, wait(3 * DAY)];
    expect(outage(signed, actions)).toMatchObject({ worst: 0, lost: 0 });
    const late = [...elsewhere, moved, wait(HOUR), undone, wait(3 * DAY)];
    expect(outage(signed, late).lost).toBeGreaterThan(0);
  });
});

test('two days at 50 resolvers are measured without looking at every minute', () => {
  const population = makePopulation();
  const line = timeline(inUse, ...elsewhere, wait(5 * MINUTE), moved, ...gone('hover'), wait(2 * DAY));
  expect(measureOutage(line, [asItIs(inUse, WWW), asItIs(inUse, MX)], population).served).toHaveLength(2885);
});

/** The same, with every resolver asked in every minute. */
function inEveryMinute({ before, events }: Timeline, watched: readonly Watched[], population: readonly Member[]) {
  const worlds: World[] = [before];
  for (const event of events) worlds.push(replay(worlds.at(-1)!, [event]));
  const length = Math.ceil((worlds.at(-1)!.now - before.now) / MINUTE);
  const served = new Array<number>(length).fill(0);
  for (const { habits, validates, age, phase } of population) {
    let cache = emptyCache;
    for (let minute = -age / MINUTE; minute < length; minute += 1) {
      const now = later(before.now, minute * MINUTE + phase);
      const internet = internetOf(worlds.findLast((world) => world.now <= now) ?? before);
      const validate = validates && { trustAnchors: rootAnchors(internet) };
      let isServed = true;
      for (const { question, isWanted } of watched) {
        const resolution = resolveIn(internet, question, { cache, now, config: { ...habits, validate } });
        cache = resolution.cache;
        if (!isWanted(broughtBy(resolution))) isServed = false;
      }
      if (minute >= 0 && isServed) served[minute] = (served[minute] ?? 0) + 1;
    }
  }
  return served;
}

/** The NS record of the zone at one host changed to name a server of the other. */
const listing =
  (host: string, other: string) =>
  (world: World): Action => ({
    ...{ kind: 'put-record', ...at(host) },
    request: {
      ...{ action: 'change', owner: DOMAIN },
      rdata: { type: 'NS', nameServer: zoneAt(world, other, 'mine.com').nameServers[0]! },
    },
  });

test('nothing is missed by skipping ahead: it is as if everyone were asked in every minute', () => {
  const steps: readonly (readonly (Action | ((world: World) => Action))[])[] = [
    elsewhere,
    [moved],
    [copyNameServers('mine.com', 'hover')],
    [addRecord('mine.com', 'hover', 'mine.com', anAddress('203.0.113.1'), 300)],
    [without('www.mine.com', 'hover')],
    [without('www.mine.com', 'route53')],
    [{ kind: 'delete-zone', ...at('hover') }],
    signedAt('hover'),
    [{ kind: 'unsign-zone', ...at('hover') }],
    [{ kind: 'set-ds', domain: DOMAIN, ds: [] }],
    [listing('hover', 'route53')],
    ...[MINUTE, 7 * MINUTE, 20 * MINUTE, HOUR, 9 * HOUR].map((span) => [wait(span)]),
  ];
  const played = (actions: readonly (Action | ((world: World) => Action))[]): Timeline => {
    let line: Timeline = { before: inUse, events: [] };
    let world = inUse;
    for (const action of actions) {
      try {
        const next = timeline(world, typeof action === 'function' ? action(world) : action);
        line = { ...line, events: [...line.events, ...next.events] };
        world = replay(world, next.events);
      } catch {
        // Refused: nothing happens.
      }
    }
    return line;
  };
  const population = makePopulation({ size: 10, spread: 0 });
  const watched = [asItIs(inUse, WWW), asItIs(inUse, MX), asItIs(inUse, { qname: DOMAIN, qtype: 'NS' })];
  const order = fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(order, fc.integer({ min: 1, max: 3 }), (chosen, count) => {
      const line = played([...chosen.flat(), wait(3 * HOUR)]);
      const some = watched.slice(0, count);
      expect(measureOutage(line, some, population).served).toEqual(inEveryMinute(line, some, population));
    }),
    { numRuns: 25, seed: 3 },
  );
});
