import { expect, test } from 'vitest';
import { formatFault } from '../../src/base/document.ts';
import { aFault, aFaultText, aLab, aLabText, labsOf } from '../support/lab.ts';

const mistakesOf = (faults: readonly string[], labs: readonly string[] = []): string[] => {
  const loaded = labsOf(faults, labs);
  return loaded.ok ? [] : loaded.problem.map((fault) => formatFault(fault).replace('packs/parts/', ''));
};

test('a fault that is right is loaded', () => {
  expect(aFault({ warm: "['{domain} NS']" })).toMatchObject({
    ...{ id: 'undelegated', pack: 'parts', family: 'delegation', setup: [], warm: ['{domain} NS'] },
    scenario: { architecture: 'hosting-only', stage: 'records' },
    symptoms: [{ at: 'any', wait: 0, seen: { kind: 'expectation', expect: ['{parking}'] } }],
    wrongFix: { happenings: [{ do: 'change-record' }], why: 'It is right.' },
    rightFix: [{ do: 'delegate-to', with: 'host' }],
    agreedAfter: {
      kind: 'sum',
      of: [{ kind: 'fact', call: { fact: 'publication-delay' } }, { kind: 'longest' }, { kind: 'fact' }],
    },
  });
});

test('a lab that is right is loaded, with its fault, or with a world of its own', () => {
  expect(aLab({ fault: '{ family: delegation }' })).toMatchObject({
    start: { kind: 'family', family: 'delegation' },
    requires: [],
    goal: [{ kind: 'look-up', lookUp: '{www} A', at: 'fresh', expect: ['{address}'] }],
  });
  expect(aLab({ fault: '{ family: delegation, only: [undelegated] }' }).start).toEqual({
    ...{ kind: 'family', family: 'delegation', only: ['undelegated'] },
  });
  const own = {
    fault: '',
    scenario: '{ architecture: both }',
    solution: '[{ delegate-to: host }]',
    steps: '1',
    wrong: '[{ do: [{ wait: 1h }], why: No. }]',
  };
  expect(aLab(own)).toMatchObject({ start: { kind: 'own', warm: ['{www} A'], cause: [] }, steps: 1 });
});

const HANDS = 'write one of registrant-at-registrar, registrar, registry, customer-at-host, registrant, nobody';
const CHECK =
  'A check has `ask:` with `expect:`, and `at:` if you like; or `holds:` with `says:`; or `unbroken:` with `expect:`.';
const said = 'why: So., party: nobody';
// biome-ignore format: a table reads down its columns
test.each<[string, Record<string, string>, string]>([
  ['an unknown field',                 { symptom: '[]' },                                             '1.yaml:13 0.symptom: There is no field `symptom` here; did you mean `symptoms`?'],
  ['no symptom',                       { symptoms: '[]' },                                            '1.yaml:7 0.symptoms: At least one symptom.'],
  ['a symptom of fresh resolvers only', { symptoms: "[{ ask: 'dig {www} A', at: fresh, see: '{parking}' }]" }, '1.yaml:7 0.symptoms: Say what is seen at a resolver that remembers nothing, `at: fresh`, and at one that asked before, `at: warm`.'],
  ['a symptom that is no look',        { symptoms: '[{ ask: digg a.com, see: servfail }]' },          '1.yaml:7 0.symptoms.0.ask: What is asked begins with one of dig, trace, whois, as `dig {www} A`; did you mean `dig`?'],
  ['a symptom without a sight',        { symptoms: '[{ ask: dig a.com }]' },                          '1.yaml:7 0.symptoms.0: Write what is seen: `see: servfail`, or `holds:` with a fact, one of them.'],
  ['a whois that is expected',         { symptoms: '[{ ask: whois a.com, see: nxdomain }]' },         '1.yaml:7 0.symptoms.0: What `whois` shows is written as `holds:` with a fact, as `{ fact: registered }`.'],
  ['an unknown hand',                  { acts: 'registar' },                                          '1.yaml:6 0.acts: `registar` is not known here; did you mean `registrar`?'],
  ['no cause',                         { cause: '[]' },                                               '1.yaml:5 0.cause: At least one thing that happens: the event that breaks it.'],
  ['a wrong fix without a why',        { 'wrong-fix': '{ do: [{ wait: 1h }] }' },                     '1.yaml:8 0.wrong-fix.why: `why` is missing here; write a text.'],
  ['a span that is none',              { 'agreed-after': 'soon' },                                    '1.yaml:10 0.agreed-after: Write a span, as `15m`; a fact, as `{ fact: delegation-ttl }`; or `sum:` or `longest:` with a list of such.'],
  ['a fact that is none',              { 'agreed-after': '{ fact: delegation-tl }' },                 '1.yaml:10 0.agreed-after.fact: There is no fact `delegation-tl`; did you mean `delegation-ttl`?'],
  ['a look-up with its verb',          { 'agree-on': '{ ask: dig a.com, expect: answer }' },          '1.yaml:11 0.agree-on.ask: A look-up is written as after `/dig`, such as `{www} A` or `{domain} MX @{=zone-server at=host}`.'],
  ['nobody whom it hit',               { found: '[]' },                                               '1.yaml:12 0.found: At least one source: an RFC with its section, a document with its date.'],
])('a fault with %s', (_, over, mistake) => {
  expect(mistakesOf([aFaultText(over)])).toEqual([`faults/${mistake}`]);
});

// biome-ignore format: a table reads down its columns
test.each<[string, Record<string, string>, string[]]>([
  ['an unknown fault',             { fault: 'undelegate' },                                  ['1.yaml:5 fault: There is no fault `undelegate` in this pack; did you mean `undelegated`?']],
  ['an unknown family',            { fault: '{ family: delegate }' },                        ['1.yaml:5 fault.family: There is no family of faults `delegate` in this pack; did you mean `delegation`?']],
  ['one that is not of the family', { fault: '{ family: delegation, only: [delegated] }' },   ['1.yaml:5 fault.only.0: There is no fault of that family `delegated` in this pack; did you mean `undelegated`?']],
  ['none of a family',             { fault: '{ family: delegation, only: [] }' },            ['1.yaml:5 fault.only: At least one fault of the family.']],
  ['an unknown concept',           { concepts: '[two-job]' },                                ['1.yaml:4 concepts.0: There is no concept `two-job` in this pack; did you mean `two-jobs`?']],
  ['an unknown one before it',     { requires: '[two-jobs, lead]' },                         ['1.yaml:9 requires.1: There is no lab or concept `lead` in this pack; did you mean `lead-them`?']],
  ['a world beside its fault',     { cause: '[{ wait: 1h }]' },                              ['1.yaml:9 cause: `cause` comes from the fault; leave it out here.']],
  ['a solution without its steps', { solution: '[{ delegate-to: host }]' },                  ['1.yaml:1 steps: Say how many steps the solution takes: write `steps: 1`.']],
  ['neither fault nor world',      { fault: '' },                                            [
    '1.yaml:1 scenario: Write `fault:`, or `scenario:` with `cause:`; a lab begins with one.',
    '1.yaml:1 solution: A lab without a fault says how it is solved: write `solution:`.',
    '1.yaml:1 steps: Say how many steps the solution takes: write `steps: 1`.',
    '1.yaml:1 wrong: A lab without a fault names a tempting wrong fix: write `wrong:`.',
  ]],
  ['a goal without checks',        { goal: '[]' },                                           ['1.yaml:7 goal: At least one check.']],
  ['a check of two kinds',         { goal: `[{ ask: a.com, unbroken: a.com, expect: answer, ${said} }]` }, [`1.yaml:7 goal.0: ${CHECK}`]],
  ['a look-up without a result',   { goal: `[{ ask: a.com, ${said} }]` },                    [`1.yaml:7 goal.0: ${CHECK}`]],
  ['a fact without words',         { goal: `[{ holds: { fact: registered }, ${said} }]` },   [`1.yaml:7 goal.0: ${CHECK}`]],
  ['a check of no resolver',       { goal: `[{ ask: a.com, at: all, expect: answer, ${said} }]` }, ['1.yaml:7 goal.0.at: `all` is not known here; write one of fresh, warm, every, validating.']],
  ['a check in nobody’s hand',     { goal: '[{ ask: a.com, expect: answer, why: So. }]' },   [`1.yaml:7 goal.0.party: \`party\` is missing here; ${HANDS}.`]],
])('a lab with %s', (_, over, mistakes) => {
  expect(mistakesOf([aFaultText()], [aLabText(over)])).toEqual(mistakes.map((each) => `labs/${each}`));
});

test('an id that is used twice is refused where it stands the second time', () => {
  expect(mistakesOf([aFaultText(), aFaultText()], [aLabText(), aLabText()])).toEqual([
    'faults/2.yaml:1 0.id: The id `undelegated` is used twice; ids are unique.',
    'labs/2.yaml:1 id: The id `lead-them` is used twice; ids are unique.',
  ]);
});
