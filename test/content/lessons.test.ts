import { describe, expect, test } from 'vitest';
import { grade } from '../../src/items/grade.ts';
import { letterOf } from '../../src/items/presentation.ts';
import { showValue } from '../../src/items/value.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { brokenClaims, type PlayedStep, playLesson } from '../../src/lessons/play.ts';
import { content } from '../support/content.ts';

const SEEDS = Array.from({ length: 25 }, (_, index) => index * 6007 + 11);

function played(lesson: Lesson, seed: number): readonly PlayedStep[] {
  const steps = playLesson(lesson, content.catalogue, seed);
  if (!steps.ok) throw new Error(`${lesson.id} at seed ${seed}: ${steps.problem}`);
  return steps.value;
}

describe.each([...content.lessons.values()])('$id', (lesson) => {
  const plays = SEEDS.map((seed) => played(lesson, seed));

  test('whatever its steps claim holds, in every world', () => {
    for (const [place, steps] of plays.entries()) {
      for (const step of steps) {
        const broken = brokenClaims(lesson, content.catalogue, SEEDS[place] ?? 0, step);
        expect(broken, `step ${step.number} at seed ${SEEDS[place]}`).toEqual({ ok: true, value: [] });
      }
    }
  });

  test('each prediction is right for its key alone', () => {
    for (const { prediction } of plays.flat()) {
      if (!prediction) continue;
      const { form } = prediction;
      if (form.kind === 'typed') {
        expect(grade(form, showValue(form.key))).toMatchObject({ kind: 'correct' });
        continue;
      }
      const right = form.options.flatMap((_, at) => (grade(form, letterOf(at)).kind === 'correct' ? [at] : []));
      if (typeof form.key === 'number') expect(right).toEqual([form.key]);
    }
  });
});
