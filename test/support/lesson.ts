import { loadPack } from '../../src/items/load-pack.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { loadLessons } from '../../src/lessons/load-lessons.ts';
import { packFiles } from './pack.ts';

/** The text of a lesson of two steps; the first starts on line 7, the second with what `step` says on line 10. */
export const aLessonText = (step = '', top: Readonly<Record<string, string>> = {}): string => `id: ${top.id ?? 'first'}
title: ${top.title ?? 'First steps'}
about: ${top.about ?? 'How it begins.'}
concepts: ${top.concepts ?? '[two-jobs]'}
scenario: ${top.scenario ?? '{ architecture: hosting-only, stage: empty }'}
steps:
  - text: 'Nobody has {domain}.'
    claims: [{ fact: registered, is: false }]
    sources: ['RFC 9499 §9']
  - text: '{registrant} has it.'
    do: [{ register: registrar }]
    claims: [{ fact: registered }]
    sources: ['RFC 9499 §9']
${step === '' ? '' : `    ${step}\n`}`;

/** What the lessons of those texts come to, in the small pack of `packFiles`. */
export function lessonsOf(...texts: readonly string[]) {
  const pack = loadPack('packs/parts', packFiles());
  const files = texts.map((text, place) => ({ path: `packs/parts/lessons/${place + 1}.yaml`, text }));
  return loadLessons('packs/parts', files, pack.ok ? pack.value : undefined);
}

/** The one lesson of a text; throws with its faults if it has any. */
export function aLesson(text: string): Lesson {
  const loaded = lessonsOf(text);
  if (!loaded.ok) throw new Error(loaded.problem.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return loaded.value[0]!;
}
