import { expect, test } from 'vitest';
import { formatFault } from '../../src/base/document.ts';
import { loadMoves } from '../../src/moves/load-moves.ts';
import { aMoveText } from '../support/move.ts';

const read = (...texts: readonly string[]) =>
  loadMoves(
    'packs/parts',
    texts.map((text, place) => ({ path: `packs/parts/moves/${place + 1}.yaml`, text })),
  );
const faultsOf = (...texts: readonly string[]): readonly string[] => {
  const loaded = read(...texts);
  return loaded.ok ? [] : loaded.problem.map((fault) => formatFault(fault).replace('packs/parts/moves/', ''));
};

test('a move that is right is loaded; a step waits five minutes unless it says otherwise', () => {
  const loaded = read(aMoveText());
  expect(loaded.ok && loaded.value[0]).toMatchObject({
    ...{ id: 'there', seed: 15, outage: 0, scenario: { architecture: 'hosting-only', stage: 'registered' } },
    lookUps: [{ ask: '{www} A', expect: ['{address}', '{parking}'] }],
    steps: [
      { id: 'create', wait: 300_000 },
      { id: 'fill', wait: 300_000 },
      { id: 'lead', wait: 3_600_000, happenings: [{ do: 'delegate-to', with: 'host' }] },
    ],
    wrong: [{ order: ['create', 'lead', 'fill'] }, { order: ['lead', 'create', 'fill'], refused: 'lead' }],
  });
});

test('a pack without moves has none', () => {
  expect(loadMoves('packs/parts', [{ path: 'packs/parts/pack.yaml', text: 'id: parts' }])).toEqual({
    ...{ ok: true, value: [] },
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a field that is none',        { titel: 'x' },                                                         'There is no field `titel` here; did you mean `title`?'],
  ['no look-up',                  { 'look-ups': '[]' },                                                   'At least one look-up that must not break.'],
  ['a span that is none',         { steps: '[{ id: a, text: b, party: nobody, wait: soon }]' },           '`soon` is not a span of time'],
  ['a party that is none',        { steps: '[{ id: a, text: b, party: icann }]' },                        'party'],
  ['one wrong order',             { wrong: '[{ order: [create, lead, fill], tempts: x, outage: 1 }]' },   'At least two tempting orders that are wrong.'],
] as const)('%s is a fault', (_, over, said) => {
  expect(faultsOf(aMoveText(over)).join('\n')).toContain(said);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a step that is none', '[create, led, fill]',        'There is no step `led`; did you mean `lead`?'],
  ['a step left out',     '[create, lead]',             'An order has every step once; `fill` is missing.'],
  ['a step twice',        '[create, lead, fill, lead]', 'An order has every step once; one is there twice.'],
  ['the right order',     '[create, fill, lead]',       'This is the right order: that of `steps`.'],
  ['an order twice',      '[lead, create, fill]',       'This order is there already.'],
] as const)('%s in a wrong order is a fault with its place', (_, order, said) => {
  const wrong = `[{ order: [lead, create, fill], tempts: x, outage: 1 }, { order: ${order}, tempts: x, outage: 1 }]`;
  expect(faultsOf(aMoveText({ wrong }))).toEqual([`1.yaml:9 wrong.1.order: ${said}`]);
});

test('ids are unique, and a step that is refused is one of the move', () => {
  expect(faultsOf(aMoveText(), aMoveText())).toEqual(['2.yaml:1 id: The id `there` is used twice; ids are unique.']);
  const wrong =
    '[{ order: [lead, create, fill], tempts: x, outage: 1, refused: led }, { order: [create, lead, fill], tempts: x, outage: 1 }]';
  expect(faultsOf(aMoveText({ wrong })).join()).toContain('There is no step `led`; did you mean `lead`?');
});
