import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderDiscord } from '../../src/discord/render.ts';
import { grade } from '../../src/items/grade.ts';
import { letterOf } from '../../src/items/presentation.ts';
import { showValue } from '../../src/items/value.ts';
import { brokenClaims } from '../../src/lessons/claims.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { type PlayedStep, playLesson } from '../../src/lessons/play.ts';
import { renderSlack } from '../../src/slack/render.ts';
import { commands } from '../../src/tutor/commands.ts';
import { openRun } from '../../src/tutor/lessons/open-run.ts';
import { judgePrediction } from '../../src/tutor/lessons/prediction.ts';
import { stepReply } from '../../src/tutor/lessons/step-reply.ts';
import { parseLine } from '../../src/tutor/parse.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import { content, TOP } from '../support/content.ts';
import { NOON } from '../support/store.ts';
import { isKnownSource, misspelt, strangeDomains } from './words.ts';

const SEEDS = Array.from({ length: 25 }, (_, index) => index * 6007 + 11);
const lessons = [...content.lessons.values()];

function played(lesson: Lesson, seed: number): readonly PlayedStep[] {
  const steps = playLesson(lesson, content.catalogue, seed);
  if (!steps.ok) throw new Error(`${lesson.id} at seed ${seed}: ${steps.problem}`);
  return steps.value;
}

/** Everything that a step says in words of its author's. */
function proseOf({ text, prediction }: PlayedStep): string {
  if (!prediction) return text;
  const { ask, why, form } = prediction;
  return [text, ask, why, ...(form.kind === 'typed' ? [] : form.options.map((option) => option.text))].join('\n');
}

/** The step as it is put, as it is told, and after each response to what it asks. */
function repliesAt(lesson: Lesson, seed: number, step: number): readonly Reply[] {
  const run = {
    id: 'x'.repeat(12),
    learner: 'anna' as LearnerId,
    lesson: lesson.id,
    attempt: 1,
    seed,
    step,
    startedAt: NOON,
  };
  const open = openRun(content, run);
  if (!open) throw new Error(`no lesson ${lesson.id}`);
  const form = open.step.prediction?.form;
  const responses = form === undefined || form.kind === 'typed' ? [] : form.options.map((_, place) => letterOf(place));
  const judged = responses.map((response) => judgePrediction(content, open, response));
  return [
    stepReply(content, open, { remark: 'You are at another step by now, and this says so.' }),
    stepReply(content, open, { predicted: 'seen' }),
    ...judged.flatMap((predicted) => ('unreadable' in predicted ? [] : [stepReply(content, open, { predicted })])),
  ];
}

test('there are ten lessons or more, and every concept of a pack with lessons is taught by one', () => {
  const taught = new Set(lessons.flatMap(({ concepts }) => concepts));
  const packs = [...new Set(lessons.map(({ pack }) => pack))].flatMap((pack) => content.packs.get(pack) ?? []);
  const concepts = packs.flatMap((pack) => pack.concepts.map(({ id }) => id));
  expect(lessons.length).toBeGreaterThanOrEqual(10);
  expect(concepts.filter((id) => !taught.has(id))).toEqual([]);
});

test('most lessons ask for predictions', () => {
  const asking = lessons.filter(({ steps }) => steps.some(({ prediction }) => prediction));
  expect(asking.length / lessons.length).toBeGreaterThan(0.8);
});

test('no file of a lesson is longer than 250 lines', () => {
  const folder = join(TOP, 'questions');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /lessons\/.*\.yaml$/.test(path),
  );
  const isLong = (path: string) => readFileSync(join(folder, path), 'utf8').trimEnd().split('\n').length > 250;
  expect(paths.length).toBe(lessons.length);
  expect(paths.filter(isLong)).toEqual([]);
});

describe.each(lessons)('$id', (lesson) => {
  const plays = SEEDS.map((seed) => played(lesson, seed));
  const steps = plays.flat();

  test('whatever its steps claim holds, in every world', () => {
    for (const [place, each] of plays.entries()) {
      for (const step of each) {
        const broken = brokenClaims(lesson, content.catalogue, SEEDS[place] ?? 0, step);
        expect(broken, `step ${step.number} at seed ${SEEDS[place]}`).toEqual({ ok: true, value: [] });
      }
    }
  });

  test('each prediction has one right response, and every other detects a misconception', () => {
    for (const { prediction, number } of steps) {
      if (!prediction) continue;
      const { form } = prediction;
      if (form.kind === 'typed') {
        expect(grade(form, showValue(form.key))).toMatchObject({ kind: 'correct' });
        for (const { value } of form.tempting)
          expect(grade(form, showValue(value))).toMatchObject({ kind: 'incorrect' });
      } else if (form.kind === 'order') {
        expect(grade(form, form.key.map(letterOf).join(' '))).toMatchObject({ kind: 'correct' });
      } else if (form.kind !== 'select-all') {
        const verdicts = form.options.map((_, place) => grade(form, letterOf(place)));
        expect(
          verdicts.filter(({ kind }) => kind === 'correct'),
          `step ${number}`,
        ).toHaveLength(1);
        for (const verdict of verdicts)
          if (verdict.kind === 'incorrect') expect(verdict.misconceptions, `step ${number}`).toHaveLength(1);
      }
    }
  });

  test('has five to nine steps, each of at most 600 characters of prose', () => {
    expect(lesson.steps.length).toBeGreaterThanOrEqual(5);
    expect(lesson.steps.length).toBeLessThanOrEqual(9);
    expect(Math.max(...steps.map(({ text }) => text.length))).toBeLessThanOrEqual(600);
    expect(Math.max(...steps.map(({ prediction }) => prediction?.why.length ?? 0))).toBeLessThanOrEqual(400);
  });

  test('each step fits into one message, however it goes, so that it can take the place of another', () => {
    const known = new Set(commands.map(({ name }) => name));
    for (const seed of SEEDS.slice(0, 8)) {
      for (const { number } of played(lesson, seed)) {
        for (const reply of repliesAt(lesson, seed, number)) {
          expect(renderDiscord(reply, true), `step ${number} at seed ${seed}, Discord`).toHaveLength(1);
          expect(renderSlack(reply, known), `step ${number} at seed ${seed}, Slack`).toHaveLength(1);
        }
      }
    }
  });

  test('cites sources of a known form, and what there is to try can be typed', () => {
    expect(steps.flatMap(({ sources }) => sources).filter((source) => !isKnownSource(source))).toEqual([]);
    const tries = steps.flatMap((step) => step.tries);
    expect(tries.length).toBeGreaterThan(0);
    expect(tries.filter((line) => !parseLine(line, commands, content.lists).ok)).toEqual([]);
  });

  test("spells the field's terms as the glossary does, and names nobody's domain", () => {
    const prose = steps.map(proseOf).join('\n');
    expect(misspelt(prose)).toEqual([]);
    expect(strangeDomains(prose)).toEqual([]);
    expect(prose).not.toMatch(/\blookups?\b|\banswer to the question\b/i);
  });
});
