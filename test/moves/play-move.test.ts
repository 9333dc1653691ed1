import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/base/time.ts';
import { knownPlay } from '../../src/moves/known-play.ts';
import { lettered } from '../../src/moves/lettered.ts';
import { AFTERWARDS, beginMove, isUndone, playMove, rightOrder } from '../../src/moves/play-move.ts';
import { aMove } from '../support/move.ts';
import { catalogue } from '../support/world.ts';

const move = aMove();
const play = (order: readonly string[], over: Parameters<typeof aMove>[0] = {}) => {
  const played = playMove(aMove(over), catalogue, order);
  if (!played.ok) throw new Error(played.problem);
  return played.value;
};

test('a move begins in a world in which registries and hosts take their time', () => {
  const start = beginMove(move, catalogue);
  expect(start.ok && start.value.world.pace).toBe('as-in-life');
});

test('the steps are played in the order given, each with its wait, and three days after the last', () => {
  const { start, steps, outage } = play(rightOrder(move));
  expect(steps.map(({ step }) => step.id)).toEqual(['create', 'fill', 'lead']);
  expect(steps.map(({ after }) => after.now - start.world.now)).toEqual([5 * MINUTE, 10 * MINUTE, 70 * MINUTE]);
  expect(steps[0]?.text).toBe('A zone at Amazon Route 53.');
  expect(outage.served).toHaveLength((AFTERWARDS + HOUR + 10 * MINUTE) / MINUTE);
  expect(outage).toMatchObject({ worst: 0, lost: 0 });
  expect(AFTERWARDS).toBeGreaterThan(2 * DAY);
});

test('another order costs what it costs: here the negative answer, at those who look in between', () => {
  expect(play(['create', 'lead', 'fill']).outage.worst).toBe(60);
});

test('a step that is refused changes nothing, is said, and the next is tried', () => {
  const { steps, outage } = play(['lead', 'create', 'fill']);
  expect(steps.map(({ refusal }) => refusal?.reason)).toEqual(['no-such-hosted-zone', undefined, undefined]);
  expect(steps[0]?.done).toBe(steps[0]?.before);
  expect(outage.worst).toBe(0);
});

describe('refuses, in a sentence for the author', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['a setup that a party refuses', { setup: '[{ delete-zone: host }]' },                            'setup: `delete-zone` is refused: no-such-hosted-zone'],
    ['data of another type',         { 'look-ups': "[{ ask: '{www} A', expect: [nowhere] }]" },      '`nowhere` is not the data of a A record'],
    ['a look-up that is none',       { 'look-ups': "['{www} A B']" },                                 'is not a look-up'],
    ['a word that is none',          { 'look-ups': "['{home} A']" },                                  '{home} is not known'],
  ] as const)('%s', (_, over, said) => {
    const played = playMove(aMove(over), catalogue, rightOrder(move));
    expect(played.ok ? '' : played.problem).toContain(said);
  });

  test('a step that is none', () => {
    expect(playMove(move, catalogue, ['led'])).toEqual({ ok: false, problem: 'there is no step `led`' });
  });
});

test('the letters are the same for everybody, and not the right order', () => {
  expect(lettered(move)).toEqual(lettered(aMove()));
  for (let seed = 1; seed < 60; seed += 1) {
    const ids = lettered({ ...move, seed }).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(rightOrder(move).toSorted());
    expect(ids).not.toEqual(rightOrder(move));
  }
});

test('a step that takes what is not there yet is left undone, and what was missing is kept for the author', () => {
  const lead =
    "{ id: lead, text: L, party: customer-at-host, do: [{ add-record: 'host a.{domain} A {=zone-server-address at=host place=1}' }] }";
  const steps = `[{ id: create, text: C, party: customer-at-host, do: [{ create-zone: host }] }, { id: fill, text: F, party: nobody }, ${lead}]`;
  const played = play(['lead', 'create', 'fill'], { steps });
  expect(played.steps.map(isUndone)).toEqual([true, false, false]);
  expect(played.steps[0]?.tooEarly).toContain('zone-server-address');
  expect(play(['create', 'lead', 'fill'], { steps }).steps.some(isUndone)).toBe(false);
});

test('the right order and those that tempt are played once; any other each time', () => {
  expect(knownPlay(move, catalogue)).toBe(knownPlay(move, catalogue, rightOrder(move)));
  const tempting = ['create', 'lead', 'fill'];
  expect(knownPlay(move, catalogue, tempting)).toBe(knownPlay(move, catalogue, tempting));
  expect(knownPlay(move, catalogue, tempting).outage).toEqual(play(tempting).outage);
  const other = ['fill', 'create', 'lead'];
  expect(knownPlay(move, catalogue, other)).not.toBe(knownPlay(move, catalogue, other));
  expect(() => knownPlay(move, catalogue, ['led'])).toThrow('move there: there is no step `led`');
});
