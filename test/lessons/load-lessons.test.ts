import { expect, test } from 'vitest';
import { formatFault } from '../../src/base/document.ts';
import { HAPPENINGS } from '../../src/items/happening.ts';
import { loadLessons } from '../../src/lessons/load-lessons.ts';
import { aLesson, aLessonText, lessonsOf } from '../support/lesson.ts';

const faultsOf = (...texts: readonly string[]): string[] => {
  const loaded = lessonsOf(...texts);
  return loaded.ok ? [] : loaded.problem.map((fault) => formatFault(fault).replace('packs/parts/lessons/', ''));
};

test('a lesson that is right is loaded, with what each step lets happen, shows, asks and claims', () => {
  const predict =
    "predict: { look-up: '{www} A', ask: What now?, why: So it is., options: [{ expect: nxdomain, misconception: zone-is-enough }, { expect: answer }] }";
  expect(aLesson(aLessonText(`${predict}\n    show: [bills]\n    try: ['/whois {domain}']`))).toMatchObject({
    ...{ id: 'first', pack: 'parts', concepts: ['two-jobs'] },
    scenario: { architecture: 'hosting-only', stage: 'empty' },
    steps: [
      { happenings: [], show: [], tries: [] },
      {
        happenings: [{ do: 'register', with: 'registrar' }],
        show: ['bills'],
        tries: ['/whois {domain}'],
        prediction: { kind: 'look-up', lookUp: '{www} A', options: [{ misconception: 'zone-is-enough' }, {}] },
        claims: [{ kind: 'true', call: { fact: 'registered' } }],
      },
    ],
  });
});

test('a lesson may say between which registrars and suffixes the choice is', () => {
  const scenario = '{ architecture: both, only: { suffixes: [com, net] } }';
  expect(aLesson(aLessonText('', { scenario })).scenario).toEqual({
    architecture: 'both',
    only: { suffixes: ['com.', 'net.'] },
  });
});

test('a prediction may have any form that an item has', () => {
  const step = 'predict: { kind: typed, ask: Who?, why: It sells., key: { fact: registrar } }';
  expect(aLesson(aLessonText(step)).steps[1]?.prediction).toMatchObject({ kind: 'form', form: { kind: 'typed' } });
});

test('a pack without lessons has none', () => {
  expect(loadLessons('packs/parts', [], undefined)).toEqual({ ok: true, value: [] });
});

const OPTIONS = 'options: [{ expect: nxdomain, misconception: zone-is-enough }, { expect: answer }]';
// biome-ignore format: a table reads down its columns
test.each<[string, string, string[]]>([
  ['a step without claims',        aLessonText().replace('    claims: [{ fact: registered }]\n', ''),            ['1.yaml:10 steps.1.claims: `claims` is missing here; write a list.']],
  ['a step with none',             aLessonText().replace('[{ fact: registered }]', '[]'),                       ['1.yaml:12 steps.1.claims: At least one claim: what has to hold in the world for the text to be true, as `{ fact: registered }`.']],
  ['a claim of an unknown fact',   aLessonText().replace('[{ fact: registered }]', '[{ fact: registred }]'),    ['1.yaml:12 steps.1.claims.0.fact: There is no fact `registred`; did you mean `registered`?']],
  ['a step without sources',       aLessonText().replace("    sources: ['RFC 9499 §9']\n  - text", '  - text'),   ['1.yaml:7 steps.0.sources: `sources` is missing here; write a list.']],
  ['an unknown thing shown',       aLessonText('show: [digg a.com]'),                                           ['1.yaml:14 steps.1.show.0: What is shown begins with one of who-holds-what, bills, dig, trace, whois, zone; did you mean `dig`?']],
  ['three things shown',           aLessonText('show: [bills, bills, bills]'),                                  ['1.yaml:14 steps.1.show: At most 2 things are shown at a step.']],
  ['something to try that is none', aLessonText('try: [dig]'),                                                  ['1.yaml:14 steps.1.try.0: What to try is a command, such as `/dig {www}`.']],
  ['an unknown happening',         aLessonText().replace('register: registrar', 'regster: registrar'),          [`1.yaml:11 steps.1.do.0: Something that happens is written as one of ${HAPPENINGS.map((word) => `\`${word}: …\``).join(', ')}; did you mean \`register\`?`]],
  ['an unknown field',             aLessonText('shows: [bills]'),                                               ['1.yaml:14 steps.1.shows: There is no field `shows` here; did you mean `show`?']],
  ['an unknown concept',           aLessonText('', { concepts: '[two-job]' }),                                  ['1.yaml:4 concepts.0: There is no concept `two-job` in this pack; did you mean `two-jobs`?']],
  ['no concept',                   aLessonText('', { concepts: '[]' }),                                         ['1.yaml:4 concepts: At least one concept, the main one first.']],
  ['another stage',                aLessonText('', { scenario: '{ architecture: both, stage: emty }' }),        ['1.yaml:5 scenario.stage: `emty` is not known here; did you mean `empty`?']],
  ['an unknown misconception',     aLessonText(`predict: { look-up: a.com, ask: a, why: b, ${OPTIONS.replace('enough', 'enouh')} }`), ['1.yaml:14 steps.1.predict.options.0.misconception: There is no misconception `zone-is-enouh` in this pack; did you mean `zone-is-enough`?']],
  ['one option',                   aLessonText('predict: { look-up: a.com, ask: a, why: b, options: [{ expect: answer }] }'), ['1.yaml:14 steps.1.predict.options: At least 2 options.']],
  ['a prediction without a why',   aLessonText(`predict: { look-up: a.com, ask: a, ${OPTIONS} }`),              ['1.yaml:14 steps.1.predict.why: `why` is missing here; write a text.']],
  ['a form that is mixed',         aLessonText('predict: { kind: single-choice, ask: a, why: b }'),             ['1.yaml:14 steps.1.predict.kind: A single choice has `key:` and `distractors:`, or `statements:` alone.']],
])('%s', (_, text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test('an id that is used twice is refused where it stands the second time', () => {
  expect(faultsOf(aLessonText(), aLessonText())).toEqual([
    '2.yaml:1 id: The id `first` is used twice; ids are unique.',
  ]);
});

test('the shape of a lesson is looked at even where its pack cannot be read, and references are not', () => {
  const path = 'packs/parts/lessons/1.yaml';
  const text = aLessonText('shows: [bills]', { concepts: '[nothing]' });
  const loaded = loadLessons('packs/parts', [{ path, text }], undefined);
  expect(loaded.ok ? [] : loaded.problem.map(({ field }) => field)).toEqual(['steps.1.shows']);
});
