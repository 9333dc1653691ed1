import { describe, expect, test } from 'vitest';
import { givesAway } from '../../src/items/gives-away.ts';
import { letterOf, type PresentedForm } from '../../src/items/presentation.ts';
import { conceptOf } from '../../src/tutor/command.ts';
import { HINTS, hintOf } from '../../src/tutor/hints/hint.ts';
import { presentItem } from '../../src/tutor/present-item.ts';
import type { Block } from '../../src/tutor/reply.ts';
import { writePresentation } from '../../src/tutor/stored.ts';
import { content } from '../support/content.ts';
import { textsOf } from '../support/reply-texts.ts';
import { aPresentation } from '../support/store.ts';
import { aTutor, START } from '../support/tutor.ts';

const SEEDS = Array.from({ length: 12 }, (_, index) => index * 15_485_863 + 5);
const wordsOf = (blocks: readonly Block[]) => textsOf({ audience: 'learner', blocks, choices: [] }, 'label').join('\n');
const keysOf = (form: PresentedForm): readonly number[] => {
  if (form.kind === 'typed') return [];
  return typeof form.key === 'number' ? [form.key] : form.key;
};

describe.each([...content.items.values()])('$id', (item) => {
  test('no hint but the last names the key, none strikes it out, and each says the same again', async () => {
    const tutor = await aTutor({ content });
    const learner = await tutor.learner();
    const context = { ...tutor.deps, learner, now: START } as Parameters<typeof hintOf>[0];
    for (const seed of item.scenario ? SEEDS : SEEDS.slice(0, 3)) {
      const presentation = presentItem(content, item, seed);
      const { form, concept } = presentation;
      const put = aPresentation(learner, `p${seed}`, { body: writePresentation(presentation) });
      const hints = [];
      for (const number of HINTS) hints.push(wordsOf(await hintOf(context, put, presentation, number)));
      const [where = '', out = '', nearly = ''] = hints;
      expect(where).toBe(conceptOf(content, concept)?.hint);
      expect(
        [where, out].filter((text) => givesAway(form, text)),
        `seed ${seed}`,
      ).toEqual([]);
      const struck = /^Not ([A-E])\b/.exec(out)?.[1];
      if (struck !== undefined) expect(keysOf(form).map(letterOf), `seed ${seed}`).not.toContain(struck);
      if (form.kind === 'typed') expect(givesAway(form, nearly), `seed ${seed}: ${nearly}`).toBe(false);
      expect(hints.join('\n').length).toBeLessThan(6000);
      expect(wordsOf(await hintOf(context, put, presentation, 2))).toBe(out);
    }
  });
});

test('of a choice of four, the last hint leaves the key and one that was not struck out', async () => {
  const tutor = await aTutor({ content });
  const learner = await tutor.learner();
  const context = { ...tutor.deps, learner, now: START } as Parameters<typeof hintOf>[0];
  for (const item of content.items.values()) {
    const presentation = presentItem(content, item, 3);
    const { form } = presentation;
    if (form.kind !== 'single-choice' || form.options.length < 3) continue;
    const put = aPresentation(learner, `q-${item.id}`, { body: writePresentation(presentation) });
    const [out, nearly] = [await hintOf(context, put, presentation, 2), await hintOf(context, put, presentation, 3)];
    const left = [...wordsOf(nearly).matchAll(/^([A-E])\) /gm)].map(([, letter]) => letter);
    expect(left, item.id).toHaveLength(2);
    expect(left, item.id).toContain(letterOf(form.key));
    expect(left, item.id).not.toContain(/^Not ([A-E])/.exec(wordsOf(out))?.[1]);
  }
});
