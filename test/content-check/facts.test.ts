import { expect, test } from 'vitest';
import { drawSample } from '../../src/draw-sample.ts';
import { FACTS } from '../../src/items/fact-list.ts';
import { HAPPENINGS, toAction } from '../../src/items/happening.ts';
import { HAPPENING_EXAMPLES } from '../../src/items/happening-examples.ts';
import { makeScenario } from '../../src/scenario/scenario.ts';
import { tellFacts } from '../../src/tell-facts.ts';
import { content } from '../support/content.ts';

test('every fact is told with its type and an example; but for two, which need a story of their own, with a value', () => {
  const told = tellFacts(content.catalogue, 5);
  for (const [name, { type }] of Object.entries(FACTS)) expect(told).toContain(`  ${name} → ${type}`);
  expect(told.match(/It has no value/g)).toHaveLength(2);
  expect(told).toContain("{ fact: lookup-outcome, name: '{www}', type: 'A' }  in hosting-only/settled: an answer");
});

test.each(HAPPENINGS)('the example of `%s` can be read', (word) => {
  const scenario = makeScenario(content.catalogue, { architecture: 'hosting-only', stage: 'delegated', seed: 5 });
  expect(toAction({ do: word, with: HAPPENING_EXAMPLES[word] }, scenario)).toMatchObject({ ok: true });
});

test('a sample is the same for the same seed, shows keys only when asked, and is of one pack if so wanted', () => {
  const sample = { seed: 4, count: 20, keys: false };
  const blind = drawSample(content, sample);
  expect(blind).toBe(drawSample(content, sample));
  expect(blind).not.toContain('KEY');
  expect(drawSample(content, { ...sample, keys: true }).match(/KEY/g)).toHaveLength(20);
  expect(drawSample(content, { ...sample, keys: true, pack: 'exam-style' }).match(/\[exam-/g)).toHaveLength(20);
  expect(drawSample(content, { ...sample, pack: 'none' })).toContain('There is no pack none; there are');
  expect(blind).not.toContain('cannot be put');
});
