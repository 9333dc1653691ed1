import { expect, test } from 'vitest';
import type { FactCall } from '../../src/items/expression.ts';
import type { Happening } from '../../src/items/happening.ts';
import type { Form } from '../../src/items/item.ts';
import { supposed } from '../../src/items/supposed.ts';

const WAIT: Happening = { do: 'wait', with: '2d' };
const MOVE: Happening = { do: 'delegate-to', with: 'host' };
const call = (...after: readonly Happening[]): FactCall => ({ fact: 'registered', args: {}, after });
const typed = (...after: readonly Happening[]): Form => ({ kind: 'typed', key: call(...after), tempting: [] });
const statements = (...afters: readonly (readonly Happening[])[]): Form => ({
  kind: 'single-choice',
  of: 'statements',
  statements: afters.map((after) => ({ text: 'x', holds: { kind: 'true', call: call(...after) } })),
});

// biome-ignore format: a table reads down its columns
test.each<[string, Form, readonly Happening[]]>([
  ['a key of the world as it is',         typed(),                                   []],
  ['a key after something has happened',  typed(MOVE, WAIT),                         [MOVE, WAIT]],
  ['statements after the same',           statements([WAIT], [WAIT]),                [WAIT]],
  ['a statement of the world as it is',   statements([WAIT], []),                    [WAIT]],
  ['statements after different things',   statements([WAIT], [MOVE]),                []],
  ['a statement that is typed',           { kind: 'true-false', holds: true, misconception: 'm' }, []],
  ['a statement with parts',              { kind: 'true-false', holds: { kind: 'all', of: [{ kind: 'true', call: call(MOVE) }] }, misconception: 'm' }, [MOVE]],
  ['steps in order',                      { kind: 'order', steps: [{ text: 'x', place: call(WAIT) }, { text: 'y' }], tempting: [] }, [WAIT]],
  ['a key that is written down',          { kind: 'typed', key: { type: 'count', value: 4 }, tempting: [] }, []],
])('what an item supposes: %s', (_, form, happenings) => {
  expect(supposed(form)).toEqual(happenings);
});
