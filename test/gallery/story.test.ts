import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tellStory } from '../../gallery/story.ts';
import type { Block, Choice } from '../../src/tutor/reply.ts';
import { TOP } from '../support/top.ts';

/** All there are: the compiler misses none. */
const BLOCKS: Readonly<Record<Block['kind'], true>> = {
  ...{ heading: true, text: true, verdict: true, fields: true, code: true, options: true, meter: true },
  ...{ file: true, people: true, picture: true },
};
const CHOICES: Readonly<Record<Choice['kind'], true>> = { button: true, menu: true, form: true, link: true };

const scenes = await tellStory();

test('the story yields every kind of block, verdict and choice', () => {
  const blocks = scenes.flatMap(({ reply }) => reply.blocks);
  const verdicts = blocks.flatMap((block) => (block.kind === 'verdict' ? block.verdict : []));
  const choices = scenes.flatMap(({ reply }) => reply.choices);
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(Object.keys(BLOCKS)));
  expect(new Set(verdicts)).toEqual(new Set(['correct', 'partial', 'incorrect']));
  expect(new Set(choices.map(({ kind }) => kind))).toEqual(new Set(Object.keys(CHOICES)));
});

test('the gallery names every picture there is, and every scene of the story', () => {
  const page = readFileSync(join(TOP, 'docs/gallery.md'), 'utf8');
  const named = [...page.matchAll(/src="gallery\/([^"]+)"/g)].map(([, file = '']) => file).sort();
  expect(named).toEqual(readdirSync(join(TOP, 'docs/gallery')).sort());
  for (const { id } of scenes) expect(named).toContain(`${id}-slack.png`);
});
