import { expect, test } from 'vitest';
import { brokenClaims } from '../../src/lessons/claims.ts';
import { playLesson } from '../../src/lessons/play.ts';
import { content } from '../support/content.ts';
import { aLesson, aLessonText } from '../support/lesson.ts';

const { catalogue } = content;
const played = (text: string, seed = 5) => {
  const steps = playLesson(aLesson(text), catalogue, seed);
  if (!steps.ok) throw new Error(steps.problem);
  return steps.value;
};
const problemOf = (text: string) => {
  const steps = playLesson(aLesson(text), catalogue, 5);
  return steps.ok ? undefined : steps.problem;
};

test('each step begins with the world that the one before it leaves', () => {
  const [first, second] = played(aLessonText());
  expect(first?.events).toEqual([]);
  expect(second?.before.history).toEqual([]);
  expect(second?.happened.map(({ kind }) => kind)).toContain('domain-registered');
  expect(second?.after.registrations.size).toBe(1);
});

test('the same seed plays the same, another seed another; a part is as the whole begins', () => {
  const lesson = aLesson(aLessonText());
  expect(played(aLessonText(), 5)).toEqual(played(aLessonText(), 5));
  expect(played(aLessonText(), 5)[1]?.text).not.toEqual(played(aLessonText(), 6)[1]?.text);
  expect(playLesson(lesson, catalogue, 5, 1)).toEqual({ ok: true, value: played(aLessonText(), 5).slice(0, 1) });
});

test('what one step draws is not drawn again by another: a zone made again has other name servers', () => {
  const step = (happening: string) =>
    `  - text: On.\n    do: [{ ${happening}: host }]\n    claims: [{ fact: registered }]\n    sources: ['RFC 9499 §9']\n`;
  const steps = played(aLessonText() + step('create-zone') + step('delete-zone') + step('create-zone'));
  const allotted = steps.flatMap(({ happened }) =>
    happened.flatMap((event) => (event.kind === 'zone-created' && event.host === 'route53' ? [event.nameServers] : [])),
  );
  expect(allotted).toHaveLength(2);
  expect(allotted[0]).not.toEqual(allotted[1]);
});

test('what is untold happens all the same', () => {
  const [, step] = played(aLessonText('untold: true'));
  expect(step?.happened).toEqual([]);
  expect(step?.events.map(({ kind }) => kind)).toContain('domain-registered');
});

test('who holds what is shown where somebody did something and nothing else is said', () => {
  expect(played(aLessonText()).map(({ shown }) => shown)).toEqual([[], [{ kind: 'who-holds-what' }]]);
  expect(played(aLessonText('show: [bills]'))[1]?.shown).toEqual([{ kind: 'bills' }]);
});

test('a look-up that is shown is remembered by the resolver, and is not yet where the claims are looked at', () => {
  const [, step] = played(aLessonText("show: ['dig {www} A', 'dig {www} A @a.root-servers.net']"));
  expect(step?.events.slice(step.happened.length).map(({ kind }) => kind)).toEqual(['question-asked']);
  expect(step?.after.caches.size).toBe(0);
});

const OPTIONS =
  "[{ expect: '{parking}' }, { expect: nxdomain, misconception: zone-is-enough }, { expect: '192.0.2.9', misconception: zone-is-enough }]";

test('a look-up that is predicted has its key from the look-up itself', () => {
  const step = `predict: { look-up: '{www} A', ask: What now?, why: b, options: ${OPTIONS} }`;
  for (const seed of [1, 2, 3, 4]) {
    const prediction = played(aLessonText(step), seed)[1]?.prediction;
    const { form } = prediction!;
    if (form.kind !== 'single-choice') throw new Error(form.kind);
    expect(prediction?.about?.expectations[form.key]).toMatch(/^203\.0\.113\./);
    expect(form.options[form.key]).not.toHaveProperty('misconception');
    expect(form.options.filter(({ misconception }) => misconception)).toHaveLength(2);
  }
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a happening that is refused',        'show: [bills]', '{ register: registrar }, { register: registrar }', /^step 2: `register` is refused/],
  ['a word that is not known',           "show: ['dig {wwww}']", '{ register: registrar }', /^step 2: \{wwww\} is not known/],
  ['a look-up that is none',             "show: ['dig {www} A B']", '{ register: registrar }', /is not a look-up/],
  ['no option that is met',              "predict: { look-up: '{www} A', ask: a, why: b, options: [{ expect: nodata, misconception: zone-is-enough }, { expect: nxdomain, misconception: zone-is-enough }] }", '{ register: registrar }', /^step 2: 0 of the options are met/],
  ['two options that are met',           "predict: { look-up: '{www} A', ask: a, why: b, options: [{ expect: answer }, { expect: '{parking}' }] }", '{ register: registrar }', /^step 2: 2 of the options are met/],
  ['a wrong option without a belief',    "predict: { look-up: '{www} A', ask: a, why: b, options: [{ expect: answer }, { expect: nodata }] }", '{ register: registrar }', /"nodata" is not met and names no misconception/],
  ['an expectation that is none',        "predict: { look-up: '{www} A', ask: a, why: b, options: [{ expect: answer }, { expect: hello, misconception: zone-is-enough }] }", '{ register: registrar }', /`hello` is nothing that can be expected/],
])('a lesson with %s cannot be played, and the step is named', (_, step, happening, problem) => {
  expect(problemOf(aLessonText(step).replace('{ register: registrar }', happening))).toMatch(problem);
});

test('a claim that does not hold is named', () => {
  const text = aLessonText().replace(
    '[{ fact: registered }]',
    '[{ fact: registered }, { fact: zone-exists, at: host }]',
  );
  expect(brokenClaims(aLesson(text), catalogue, 5, played(text)[1]!)).toEqual({ ok: true, value: [1] });
  const broken = aLessonText().replace(
    '[{ fact: registered }]',
    '[{ fact: host, is: x }, { fact: zone-soa-ttl, at: host, is: 2d }]',
  );
  expect(brokenClaims(aLesson(broken), catalogue, 5, played(broken)[1]!)).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/^claim 2 of step 2: /),
  });
});

test('what a step shows is remembered by the resolver that it asks', () => {
  const [, second] = played(aLessonText("show: ['dig {www} A @isp', 'dig {www} A']"));
  const asked = second?.events.flatMap((event) => (event.kind === 'question-asked' ? [event.resolver] : []));
  expect(asked).toEqual(['isp', 'resolver']);
});
