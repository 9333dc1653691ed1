import { describe, expect, test } from 'vitest';
import { present } from '../../src/items/present.ts';
import type { PresentedForm } from '../../src/items/presentation.ts';
import { anItem, onlyItem } from '../support/pack.ts';
import { catalogue } from '../support/world.ts';

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

function put(form: string, over?: Parameters<typeof anItem>[1], seed = 1) {
  const { item, pack } = onlyItem(anItem(form, over));
  return present(item, pack, catalogue, seed);
}
function made(form: string, over?: Parameters<typeof anItem>[1], seed = 1) {
  const result = put(form, over, seed);
  if (!result.ok) throw new Error(result.problem.join('; '));
  return result.value;
}
const faults = (form: string, over?: Parameters<typeof anItem>[1]): readonly string[] => {
  const result = put(form, over);
  return result.ok ? [] : result.problem;
};

const CHOICE =
  'kind: single-choice\n  key: { fact: registrar }\n  distractors: [{ value: "{host}", misconception: registrar-answers }, { value: "{registry}", misconception: zone-is-enough }]';
const SELECT =
  'kind: select-all\n  statements: [{ text: "it is registered", holds: { fact: registered } }, { text: "{host} sold it", holds: { fact: registrar, is: "{host}" }, misconception: zone-is-enough }, { text: c, holds: false, misconception: registrar-answers }]';
const ORDER =
  'kind: order\n  steps: [{ text: one }, { text: two }, { text: three }]\n  tempting: [{ order: [3, 2, 1], misconception: zone-is-enough }]';
const TYPED =
  'kind: typed\n  key: { fact: delegation-ttl }\n  tempting: [{ value: 1 s, misconception: zone-is-enough }]';

describe('a presentation', () => {
  test('is the same for the same seed, and plain data', () => {
    for (const form of [CHOICE, SELECT, ORDER, TYPED]) {
      expect(made(form)).toEqual(made(form));
      expect(JSON.parse(JSON.stringify(made(form)))).toEqual(made(form));
    }
  });

  test('carries what is needed to build its world again, and the misconceptions that it detects', () => {
    expect(made(CHOICE)).toMatchObject({
      ...{ item: 'parts.one', pack: 'parts', concept: 'two-jobs', recipe: { architecture: 'hosting-only', seed: 1 } },
      misconceptions: {
        'registrar-answers': { belief: 'b', truth: 't', tempts: 'x', sources: ['RFC 1034 §4.2'] },
        'zone-is-enough': { belief: 'b', truth: 't', tempts: 'x', sources: ['RFC 1034 §4.2'] },
      },
    });
    expect(made(CHOICE).story.length).toBeGreaterThan(0);
    expect(made(CHOICE, { rest: 'story: false' }).story).toEqual([]);
    expect(Object.keys(made(TYPED).misconceptions)).toEqual(['zone-is-enough']);
  });

  test('has its texts filled in and its facts computed, with words inside them too', () => {
    const stem =
      "'{registrant} has {domain}: {=name-server-count at=host} servers; {www} is {=lookup-address name={www} type=A}'";
    expect(made(CHOICE, { stem }).stem).toMatch(/^\S+ has \S+-example\.\S+: 4 servers; www\.\S+ is 203\.0\.113\.\d+$/);
  });

  test('has facts of a resolver that checks signatures as of the other one', () => {
    const stem =
      "'{=lookup-outcome name={www} type=A at=resolver} {=lookup-outcome name={www} type=A at=validating} {=lookup-secure name={www} type=A}'";
    expect(made(CHOICE, { stem }).stem).toMatch(/^(.+) \1 false$/); // nobody signed the domain
  });
});

test('the key stands in every place, and wherever it stands it is the registrar', () => {
  const places = SEEDS.map((seed) => {
    const { form, stem } = made(CHOICE, { stem: "'{registrar}'" }, seed);
    if (form.kind !== 'single-choice') throw new Error(form.kind);
    expect(form.options[form.key]?.text).toBe(stem);
    expect(form.options[form.key]?.misconception).toBeUndefined();
    return form.key;
  });
  for (const place of [0, 1, 2]) expect(places.filter((each) => each === place).length).toBeGreaterThan(10);
});

test('the place of the key does not follow the cast', () => {
  const seen = new Set(
    SEEDS.map((seed) => {
      const { form, stem } = made(CHOICE, { stem: "'{registrar}'" }, seed);
      return `${stem} ${form.kind === 'single-choice' ? form.key : ''}`;
    }),
  );
  expect(seen.size).toBe(9);
});

test('a selection has the places of all that hold, and the misconceptions of those that do not', () => {
  const { form } = made(SELECT);
  if (form.kind !== 'select-all') throw new Error(form.kind);
  const right = form.options.filter(({ misconception }) => misconception === undefined);
  expect(form.key.map((place) => form.options[place])).toEqual(right);
  expect(right).toEqual([{ text: 'It is registered' }]);
});

test('an order is never put in the right order, and its key says which that is', () => {
  for (const seed of SEEDS) {
    const { form } = made(ORDER, undefined, seed) as { form: Extract<PresentedForm, { kind: 'order' }> };
    const texts = form.options.map(({ text }) => text);
    expect(texts).not.toEqual(['One', 'Two', 'Three']);
    expect(form.key.map((place) => texts[place])).toEqual(['One', 'Two', 'Three']);
    expect(form.tempting[0]?.order.map((place) => texts[place])).toEqual(['Three', 'Two', 'One']);
  }
});

// biome-ignore format: a table reads down its columns
test.each([
  ['that holds',          'holds: { fact: registered }',                          0],
  ['that does not',       'holds: { fact: registered, is: false }',               1],
  ['that two things make', 'holds: { all: [{ fact: registered }, { fact: zone-exists, at: host }] }', 0],
  ['that one thing breaks', 'holds: { all: [{ fact: registered }, { fact: zone-exists, at: host, is: false }] }', 1],
  ['of which one is enough', 'holds: { any: [{ fact: registered, is: false }, { fact: zone-exists, at: host }] }', 0],
  ['by another name of a company', 'holds: { fact: host, is: aws }',              0],
  ['of what is not so',   'holds: { fact: host, is-not: Hover }',                 0],
  ['of a time after',     'holds: { fact: happened, event: zone-fee-paid, after: [{ wait: 40d }] }', 0],
])('true or false: a claim %s', (_, claim, key) => {
  expect(made(`kind: true-false\n  misconception: zone-is-enough\n  ${claim}`).form).toMatchObject({ kind: 'true-false', key, options: [{ text: 'True' }, { text: 'False' }] });
});

test('of true and false, the wrong one names the misconception', () => {
  const { form } = made('kind: true-false\n  misconception: zone-is-enough\n  holds: true');
  expect(form.kind === 'true-false' && form.options).toEqual([
    { text: 'True' },
    { text: 'False', misconception: 'zone-is-enough' },
  ]);
});

describe('an item is not put', () => {
  const choose = (...distractors: readonly string[]): string =>
    `kind: single-choice\n  key: { fact: host }\n  distractors: [${distractors.map((each) => `{ ${each}, misconception: zone-is-enough }`).join(', ')}]`;
  const statements = (...each: readonly string[]): string => `kind: single-choice\n  statements: [${each.join(', ')}]`;
  const letting = (happening: string): string => `kind: typed\n  key: { fact: registrar, after: [{ ${happening} }] }`;

  // biome-ignore format: a table reads down its columns
  test.each<[string, string, string[]]>([
    ['a distractor is the key',              choose('value: "{host}"', 'value: Hover'),             ['the distractor "Amazon Route 53" is the same as the key']],
    ['a distractor is the key by an alias',  choose('value: aws', 'value: Hover'),                  ['the distractor "Amazon Route 53" is the same as the key']],
    ['two distractors are the same',         choose('value: Hover', 'value: hover'),                ['the distractor "hover" is the same as another']],
    ['a computed distractor is the key',     choose('fact: host, after: [{ wait: 1d }]'),           ['the distractor "Amazon Route 53" is the same as the key']],
    ['a distractor is of another type',      choose('fact: delegation-ttl'),                        ['fact `delegation-ttl` is a duration, not a company']],
    ['two options read the same',            choose('value: Hover, text: one', 'value: Gandi, text: One'), ['two options read "one"']],
    ['two statements hold',                  statements('{ text: a, holds: true }', '{ text: b, holds: true }'), ['2 options are right; a single choice has one']],
    ['no statement holds',                   statements('{ text: a, holds: false, misconception: zone-is-enough }', '{ text: b, holds: false, misconception: zone-is-enough }'), ['0 options are right; a single choice has one']],
    ['a wrong one has no misconception',     statements('{ text: a, holds: true }', '{ text: b, holds: false }'), ['"b" does not hold and names no misconception']],
    ['a literal is not of the type',         'kind: typed\n  key: { fact: delegation-ttl }\n  tempting: [{ value: 300, misconception: zone-is-enough }]', ['`300` is not a duration: expected a number with its unit, such as `300 seconds`, `5 min` or `2d`']],
    ['a tempting value is the key',          'kind: typed\n  key: { type: count, value: 4 }\n  tempting: [{ value: four, misconception: zone-is-enough }]', ['the tempting value "4" is the key or another one']],
    ['two steps have one place',             'kind: order\n  steps: [{ text: a, place: { fact: place-of, event: fee-paid } }, { text: b, place: { fact: place-of, event: fee-paid } }, { text: c, place: { fact: place-of, event: delegation-published } }]', ['two steps have the same place']],
    ['a tempting order is right',            ORDER.replace('[3, 2, 1]', '[1, 2, 3]'),               ['a tempting order is the right one']],
    ['a step has no place',                  'kind: order\n  steps: [{ text: a, place: { fact: registrar } }, { text: b }, { text: c }]', ['fact `registrar` is not a place in an order']],
    ['the event has not happened',           'kind: typed\n  key: { fact: who-did, event: unused-zone-deleted }', ['fact `who-did`: `unused-zone-deleted` has not happened at this stage']],
    ['what is to happen is refused',         letting('delete-zone: host'),                            ['`delete-zone` is refused: zone-not-empty']],
    ['what is to happen is no span',         letting('wait: long'),                                   ['`wait: long` is not a span of time']],
    ['what is to happen is at no host',      letting('create-zone: hover'),                           ['`create-zone: hover` is not `host` or `old-host`']],
    ['what is to happen is no record',       letting('add-record: "host www.{domain} A 1.2.3"'),        [expect.stringMatching(/^`1\.2\.3` is not the data of a A record: /)]],
    ['what is to happen is half a record',   letting('add-record: host'),                             ['`add-record` takes `host` or `old-host`, a name, a type and a value']],
    ['what is to happen is no question',     letting('look-up: a..com'),                              ['`look-up: a..com A` is not a name and a record type']],
  ])('%s', (_, form, expected) => {
    expect(faults(form)).toEqual(expected);
  });

  // biome-ignore format: a table reads down its columns
  test.each<[string, string, string[]]>([
    ['a word that nobody knows',       "'{domian}'",                       [expect.stringMatching(/^\{domian\} is not known; known are \{registrant\} \{domain\}/)]],
    ['a word that every object knows', "'{constructor}'",                  [expect.stringMatching(/^\{constructor\} is not known/)]],
    ['a fact that nobody knows',       "'{=registar}'",                    ['there is no fact `registar`']],
    ['a fact that cannot be had',      "'{=who-did event=nothing}'",       [expect.stringMatching(/^fact `who-did`: there is no event `nothing`/)]],
    ['a brace alone',                  "'{domain'",                        ['a brace stands alone in "{domain"']],
    ['two faults in two places',       "'{a} {=b}'",                       ['there is no fact `b`']],
  ])('the stem has %s', (_, stem, expected) => {
    expect(faults(TYPED, { stem })).toEqual(expected);
  });

  test('for every reason at once', () => {
    expect(faults(choose('value: "{host}"', 'value: "{x}"'), { stem: "'{y}'" })).toHaveLength(3);
  });

  test('if it asks a world and has none', () => {
    const worldless = (form: string, stem?: string) => {
      const { item, pack } = onlyItem(anItem(form, stem === undefined ? {} : { stem }));
      const { scenario: _, ...rest } = item;
      const result = present(rest, pack, catalogue, 1);
      return result.ok ? [] : result.problem;
    };
    expect(worldless('kind: typed\n  key: { type: count, value: 4 }')).toEqual([]);
    expect(worldless(TYPED)).toEqual(['fact `delegation-ttl` needs a scenario']);
    expect(worldless(CHOICE)).toEqual(['fact `registrar` needs a scenario']);
    expect(worldless('kind: true-false\n  misconception: zone-is-enough\n  holds: { fact: registered }')).toEqual([
      'a computed claim needs a scenario',
    ]);
    expect(worldless('kind: typed\n  key: { type: count, value: 4 }', "'{domain}'")).toEqual([
      '{domain} needs a scenario',
    ]);
    expect(worldless('kind: typed\n  key: { type: count, value: 4 }', "'{=registrar}'")).toEqual([
      '{=registrar} needs a scenario',
    ]);
  });
});

describe('a world in which more has happened', () => {
  const since = (rest: string) =>
    `scenario: { architecture: hosting-only, ${rest} since: [{ tells: "{registrant} deletes the zone at {host}.", do: [{ remove-record: "host {www} A" }, { remove-record: "host {domain} A" }, { delete-zone: host }, { wait: 3d }] }] }`;
  const of = (rest = '') => {
    const { item, pack } = onlyItem(
      anItem('kind: typed\n  key: { fact: lookup-outcome, name: "{www}", type: A, at: resolver }').replace(
        'scenario: { architecture: hosting-only }',
        since(rest),
      ),
    );
    return present(item, pack, catalogue, 3);
  };

  test('is told, and kept so that it can be built again', () => {
    const put = of();
    if (!put.ok) throw new Error(put.problem.join('; '));
    expect(put.value.story.at(-1)).toMatch(/^\S+ deletes the zone at Amazon Route 53\.$/);
    expect(put.value.happened?.map(({ kind }) => kind)).toContain('zone-deleted');
    expect(put.value.recipe).toEqual({ architecture: 'hosting-only', seed: 3 });
    expect(put.value.form).toMatchObject({ key: { outcome: 'servfail' } });
  });

  test('goes at the pace that the item asks for', () => {
    const put = of('pace: as-in-life,');
    expect(put).toMatchObject({ ok: true, value: { pace: 'as-in-life' } });
  });

  test('is refused where a party would not do it', () => {
    const { item, pack } = onlyItem(
      anItem(TYPED).replace(
        'scenario: { architecture: hosting-only }',
        'scenario: { architecture: hosting-only, since: [{ tells: x, do: [{ register: registrar }] }] }',
      ),
    );
    expect(present(item, pack, catalogue, 3)).toMatchObject({ ok: false });
  });
});
