import { describe, expect, test } from 'vitest';
import { formatFault } from '../../src/base/document.ts';
import { HAPPENINGS as KNOWN } from '../../src/items/happening.ts';
import { namedBy } from '../../src/items/item.ts';
import { loadPack } from '../../src/items/load-pack.ts';
import { aConcept, anItem, aPack, packFiles } from '../support/pack.ts';

const faultsOf = (over: Parameters<typeof packFiles>[0]): string[] => {
  const loaded = loadPack('packs/parts', packFiles(over));
  return loaded.ok ? [] : loaded.problem.map((fault) => formatFault(fault).replace('packs/parts/', ''));
};
/** The faults of a pack with one item of that form, from the line on. */
const faultsIn = (form: string, over?: Parameters<typeof anItem>[1]): string[] =>
  faultsOf({ 'items/one.yaml': anItem(form, over) }).map((fault) => fault.replace('items/one.yaml:', ''));

test('a pack that is right is loaded, with the forms of its items', () => {
  const pack = aPack(
    anItem('kind: typed\n  key: { fact: registrar }'),
    anItem('kind: typed\n  key: { type: duration, value: 2d }', { id: 'parts.two' }),
    anItem(
      'kind: single-choice\n  key: { fact: registrar, text: "{registrar}" }\n  distractors: [{ value: "{host}", misconception: zone-is-enough }]',
      { id: 'parts.three' },
    ),
    anItem(
      'kind: true-false\n  holds: { all: [{ fact: registered }, { fact: host, is-not: Hover }] }\n  misconception: zone-is-enough',
      { id: 'parts.four' },
    ),
  );
  expect(pack).toMatchObject({ id: 'parts', title: 'Parts', concepts: [{ requires: [] }, { requires: ['two-jobs'] }] });
  expect(pack.items.map(({ form }) => form)).toEqual([
    { kind: 'typed', key: { fact: 'registrar', args: {}, after: [] }, tempting: [] },
    { kind: 'typed', key: { type: 'duration', value: '2d' }, tempting: [] },
    {
      ...{ kind: 'single-choice', of: 'values', key: { fact: 'registrar', args: {}, after: [], text: '{registrar}' } },
      distractors: [{ value: { literal: '{host}' }, misconception: 'zone-is-enough' }],
    },
    {
      ...{ kind: 'true-false', misconception: 'zone-is-enough' },
      holds: {
        kind: 'all',
        of: [
          { kind: 'true', call: { fact: 'registered', args: {}, after: [] } },
          { kind: 'is-not', call: { fact: 'host', args: {}, after: [] }, value: { literal: 'Hover' } },
        ],
      },
    },
  ]);
  expect(pack.items[0]).toMatchObject({
    pack: 'parts',
    story: true,
    evidence: [],
    scenario: { architecture: 'hosting-only' },
  });
});

const TYPED = 'kind: typed\n  key: { fact: registrar }';
const STATEMENTS = 'statements: [{ text: a, holds: true }, { text: b, holds: false }, { text: c, holds: false }]';
const STEPS = 'kind: order\n  steps: [{ text: a }, { text: b }, { text: c }]';
const HAPPENINGS = KNOWN.map((word) => `\`${word}: …\``).join(', ');

describe('faults of a form', () => {
  // biome-ignore format: a table reads down its columns
  test.each<[string, string, string[]]>([
    ['another kind',                   'kind: typd\n  key: { fact: registrar }',                    ['7 0.kind: `typd` is not known here; did you mean `typed`?']],
    ['no kind',                        'key: { fact: registrar }',                                  ['1 0.kind: `kind` is missing here; write one of single-choice, select-all, true-false, order, typed.']],
    ['an unknown fact',                'kind: typed\n  key: { fact: registar }',                    ['8 0.key.fact: There is no fact `registar`; did you mean `registrar`?']],
    ['an unknown argument',            'kind: typed\n  key: { fact: zone-ns-ttl, att: host }',      ['8 0.key.att: Fact `zone-ns-ttl` has no argument `att`; did you mean `at`?']],
    ['an argument of a fact with none', 'kind: typed\n  key: { fact: registrar, at: host }',        ['8 0.key.at: Fact `registrar` has no argument `at`; it takes none.']],
    ['an argument not among the few',  'kind: typed\n  key: { fact: zone-ns-ttl, at: hover }',      ['8 0.key.at: `hover` is not one of host, old-host.']],
    ['a type that is none',            'kind: typed\n  key: { fact: lookup-address, name: a.com, type: AA }', ['8 0.key.type: `AA` is not a record type, such as `A`.']],
    ['`is:` where a value is wanted',  'kind: typed\n  key: { fact: registrar, is: Hover }',        ['8 0.key.is: Fact `registrar` has no argument `is`; it takes none.']],
    ['an unknown happening',           'kind: typed\n  key: { fact: registrar, after: [{ wat: 2d }] }', [`8 0.key.after.0: Something that happens is written as one of ${HAPPENINGS}; did you mean \`wait\`?`]],
    ['two happenings in one',          'kind: typed\n  key: { fact: registrar, after: [{ wait: 2d, look-up: a.com }] }', [`8 0.key.after.0: Something that happens is written as one of ${HAPPENINGS}.`]],
    ['a typed key of no type',         'kind: typed\n  key: { type: nam, value: x }',               ['8 0.key.type: `nam` is not known here; did you mean `name`?']],
    ['a typed key without its value',  'kind: typed\n  key: { type: name }',                        ['8 0.key.value: `value` is missing here; write a text or a number.']],
    ['a key that is a word',           'kind: typed\n  key: hello',                                 ['8 0.key: Write a fact, as `{ fact: registrar }`, or `{ type: …, value: … }`.']],
    ['an unknown misconception',       `${TYPED}\n  tempting: [{ value: Hover, misconception: zone-is-enouh }]`, ['9 0.tempting.0.misconception: There is no misconception `zone-is-enouh` in this pack; did you mean `zone-is-enough`?']],
    ['a misconception near none',      `${TYPED}\n  tempting: [{ value: Hover, misconception: xyz }]`, ['9 0.tempting.0.misconception: There is no misconception `xyz` in this pack; add it to its file.']],
    ['no misconception',               `${TYPED}\n  tempting: [{ value: Hover }]`,                  ['9 0.tempting.0.misconception: `misconception` is missing here; write a text.']],
    ['a distractor with a slip',       `${TYPED}\n  tempting: [{ valu: Hover, misconception: zone-is-enough }]`, ['9 0.tempting.0.value: `value` is missing here; write a value, or a fact as `{ fact: registrar }`.', '9 0.tempting.0.valu: There is no field `valu` here; did you mean `value`?']],
    ['a distractor of an unknown fact', `${TYPED}\n  tempting: [{ fact: hots, misconception: zone-is-enough }]`, ['9 0.tempting.0.fact: There is no fact `hots`; did you mean `host`?']],
    ['a claim of an unknown fact',     'kind: true-false\n  misconception: zone-is-enough\n  holds: { fact: registred }', ['9 0.holds.fact: There is no fact `registred`; did you mean `registered`?']],
    ['a claim deep inside',            'kind: true-false\n  misconception: zone-is-enough\n  holds: { all: [{ any: [{ fact: registred }] }] }', ['9 0.holds.all.0.any.0.fact: There is no fact `registred`; did you mean `registered`?']],
    ['a claim without `is:`',          'kind: true-false\n  misconception: zone-is-enough\n  holds: { fact: registrar }', ['9 0.holds.fact: Fact `registrar` needs `is:` or `is-not:`, one of them.']],
    ['a claim with both',              'kind: true-false\n  misconception: zone-is-enough\n  holds: { fact: registrar, is: a, is-not: b }', ['9 0.holds.fact: Fact `registrar` needs `is:` or `is-not:`, one of them.']],
    ['a claim that is a word',         'kind: true-false\n  misconception: zone-is-enough\n  holds: perhaps', ['9 0.holds: Write `true`, `false` or a fact, as `{ fact: zone-exists, at: host }`.']],
    ['a choice with nothing to choose', 'kind: single-choice',                                     ['7 0.kind: A single choice has `key:` and `distractors:`, or `statements:` alone.']],
    ['a choice written both ways',     `kind: single-choice\n  key: { fact: registrar }\n  ${STATEMENTS}`, ['7 0.kind: A single choice has `key:` and `distractors:`, or `statements:` alone.']],
    ['a choice with only its key',     'kind: single-choice\n  key: { fact: registrar }\n  distractors: []', ['9 0.distractors: At least one distractor.']],
    ['a selection of two',             'kind: select-all\n  statements: [{ text: a, holds: true }, { text: b, holds: true }]', ['8 0.statements: At least 3 statements.']],
    ['a statement\'s misconception',   'kind: select-all\n  statements: [{ text: a, holds: true }, { text: b, holds: true }, { text: c, holds: false, misconception: x }]', ['8 0.statements.2.misconception: There is no misconception `x` in this pack; add it to its file.']],
    ['an order of two',                'kind: order\n  steps: [{ text: a }, { text: b }]',          ['8 0.steps: At least 3 steps.']],
    ['an order that leaves one out',   `${STEPS}\n  tempting: [{ order: [1, 2], misconception: zone-is-enough }]`, ['9 0.tempting.0.order: An order names each of the steps 1 2 3 once.']],
    ['an order with one twice',        `${STEPS}\n  tempting: [{ order: [1, 2, 2], misconception: zone-is-enough }]`, ['9 0.tempting.0.order: An order names each of the steps 1 2 3 once.']],
  ])('%s', (_, form, faults) => {
    expect(faultsIn(form)).toEqual(faults);
  });

  test.each(['constructor', 'toString', '__proto__'])(
    '%s is no fact and no argument, though every object has it',
    (word) => {
      expect(faultsIn(`kind: typed\n  key: { fact: ${word}, a: b }`)[0]).toMatch(/^8 0\.key\.fact: There is no fact/);
      if (word === '__proto__') return; // never reaches the schema
      expect(faultsIn(`kind: typed\n  key: { fact: zone-ns-ttl, ${word}: b }`)).toHaveLength(1);
    },
  );
});

describe('faults of an item', () => {
  const item = anItem(TYPED);
  const text = (from: string, to: string) => ({ 'items/one.yaml': item.replace(from, to) });
  // biome-ignore format: a table reads down its columns
  test.each<[string, Record<string, string | undefined>, string[]]>([
    ['an unknown field',            text('  stem: ', '  stam: '),                        ['items/one.yaml:1 0.stem: `stem` is missing here; write a text.', 'items/one.yaml:4 0.stam: There is no field `stam` here; did you mean `stem`?']],
    ['an empty stem',               text('Who sponsors it?', "' '"),                      ['items/one.yaml:4 0.stem: Must not be empty.']],
    ['a number for a stem',         text('Who sponsors it?', '12'),                      ['items/one.yaml:4 0.stem: This is a number; write a text, in quotes.']],
    ['another architecture',        text('hosting-only', 'host-only'),                   ['items/one.yaml:3 0.scenario.architecture: `host-only` is not known here; did you mean `hosting-only`?']],
    ['no source',                   text("['RFC 9499 §9']", '[]'),                       ['items/one.yaml:6 0.sources: At least one source: an RFC with its section, a document with its date.']],
    ['an unknown concept',          text('concept: two-jobs', 'concept: two-job'),       ['items/one.yaml:2 0.concept: There is no concept `two-job` in this pack; did you mean `two-jobs`?']],
    ['an id with a space',          text('parts.one', 'parts one'),                      ['items/one.yaml:1 0.id: An id is lower-case words joined by hyphens or dots.']],
    ['evidence that is no command', text('kind: typed', 'evidence: [dig]\n  kind: typed'), ['items/one.yaml:7 0.evidence.0: Evidence is a command, such as `/dig {www}`.']],
    ['an id that is used twice',    { 'items/one.yaml': item + item },                   ['items/one.yaml:9 1.id: The id `parts.one` is used twice; ids are unique.']],
    ['an id of another file',       { 'items/two.yaml': item },                          ['items/two.yaml:1 0.id: The id `parts.one` is used twice; ids are unique.']],
    ['a key that stands twice',     text('  rationale', '  stem: again\n  rationale'),   ['items/one.yaml:5: Map keys must be unique: this one stands twice.']],
    ['an alias',                    text('So it is.', '*a'),                              ['items/one.yaml:5: Anchors and aliases are not read here: write the value out.']],
    ['a syntax error',              text('Who sponsors it?', '"Who sponsors it?'),       ['items/one.yaml:9: Missing closing "quote. See https://yaml.org for the syntax.']],
    ['a file without items',        { 'items/one.yaml': '[]' },                          ['items/one.yaml:1: At least one item.']],
    ['an empty file',               { 'items/one.yaml': '# later\n' },                   ['items/one.yaml:1: There is nothing here; write a list.']],
    ['no items at all',             { 'items/one.yaml': undefined },                     ['items:1: There are no items here; add a YAML file.']],
    ['a missing file',              { 'concepts.yaml': undefined },                      ['concepts.yaml:1: This file is missing; every pack has one.']],
    ['a concept twice',             { 'concepts.yaml': aConcept('two-jobs').repeat(2) }, ['concepts.yaml:2 1.id: The id `two-jobs` stands here twice; ids are unique.']],
    ['a concept that requires none', { 'concepts.yaml': aConcept('two-jobs', 'requires: [two-job]') }, ['concepts.yaml:1 0.requires.0: There is no concept `two-job` in this pack; did you mean `two-jobs`?']],
    ['a concept without a rule',    { 'concepts.yaml': '- { id: two-jobs, title: a, hint: h, sources: [s] }\n' }, ['concepts.yaml:1 0.rule: `rule` is missing here; write a text.']],
    ['a misconception without truth', { 'misconceptions.yaml': '- { id: m, belief: b, tempts: x, sources: [s] }\n' }, ['misconceptions.yaml:1 0.truth: `truth` is missing here; write a text.']],
  ])('%s', (_, over, faults) => {
    expect(faultsOf(over)).toEqual(faults);
  });

  test('faults of every file are told at once', () => {
    const over = {
      'pack.yaml': 'id: parts',
      'concepts.yaml': undefined,
      'items/one.yaml': item.replace('  stem: ', '  stam: '),
    };
    expect(faultsOf(over).map((fault) => fault.split(' ')[0])).toEqual([
      ...['pack.yaml:1', 'pack.yaml:1', 'concepts.yaml:1:', 'items/one.yaml:1', 'items/one.yaml:4'],
    ]);
  });

  test('references are looked up in the files that are right, though another is not', () => {
    const over = { 'items/one.yaml': item.replace('two-jobs', 'two-job'), 'items/two.yaml': '[]' };
    expect(faultsOf(over).map((fault) => fault.split(':')[0])).toEqual(['items/two.yaml', 'items/one.yaml']);
  });
});

describe('a pack that builds on another', () => {
  const parts = aPack(anItem(TYPED));
  const second = (over: Parameters<typeof packFiles>[0] = {}) =>
    loadPack(
      'packs/parts',
      packFiles({
        'pack.yaml': 'id: second\ntitle: S\nabout: S\nbuilds-on: [parts]\n',
        'concepts.yaml': undefined,
        'misconceptions.yaml': undefined,
        'items/one.yaml': anItem('kind: true-false\n  holds: true\n  misconception: zone-is-enough', {
          id: 'second.one',
        }),
        ...over,
      }),
      [parts],
    );
  const faultsOfSecond = (over: Parameters<typeof packFiles>[0]): string[] => {
    const loaded = second(over);
    return loaded.ok ? [] : loaded.problem.map(({ message }) => message);
  };

  test('may name what that one has, and needs nothing of its own', () => {
    const loaded = second();
    expect(loaded).toMatchObject({ ok: true, value: { concepts: [], misconceptions: [] } });
    const named = loaded.ok ? namedBy(loaded.value) : undefined;
    expect(named?.concepts.map(({ id }) => id)).toEqual(['two-jobs', 'delegation']);
    expect(named?.misconceptions.map(({ id }) => id)).toEqual(['registrar-answers', 'zone-is-enough']);
  });

  test('names one that is there, and has no id of that one', () => {
    expect(faultsOfSecond({ 'pack.yaml': 'id: second\ntitle: S\nabout: S\nbuilds-on: [part]\n' })[0]).toBe(
      'There is no pack `part` to build on; did you mean `parts`?',
    );
    expect(faultsOfSecond({ 'concepts.yaml': aConcept('delegation') })).toEqual([
      'The id `delegation` is one of a pack that this one builds on.',
    ]);
  });
});
