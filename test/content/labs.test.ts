import { describe, expect, test } from 'vitest';
import { examineLab } from '../../src/labs/examine-lab.ts';
import type { Lab } from '../../src/labs/lab.ts';
import { faultsFor } from '../../src/labs/lab-case.ts';
import { content } from '../support/content.ts';
import { isKnownSource, misspelt, strangeDomains } from './words.ts';

const SEEDS = Array.from({ length: 6 }, (_, index) => index * 6007 + 11);

const proseOf = ({ title, about, story, goal, wrong }: Lab): string =>
  [title, about, story, ...goal.map(({ why }) => why), ...wrong.map(({ why }) => why)].join('\n');

describe.each([...content.labs.values()])('$id', (lab) => {
  const faults = faultsFor(lab, content.faults);

  test('has a fault, or a world of its own', () => {
    expect(faults.length).toBeGreaterThan(0);
  });

  test.each(SEEDS)('fails untouched and with each wrong fix, and passes in the steps it claims, at seed %i', (seed) => {
    for (const fault of faults) expect(examineLab(lab, fault, content.catalogue, seed), fault?.id).toEqual([]);
  });

  test('tells its story without naming the cause, in words of the glossary', () => {
    const prose = proseOf(lab);
    expect(misspelt(prose)).toEqual([]);
    expect(strangeDomains(prose)).toEqual([]);
    expect(prose).not.toMatch(/\blookups?\b/i);
    expect(lab.story.length).toBeLessThanOrEqual(600);
  });

  test('cites sources of a known form', () => {
    expect(lab.sources.filter((source) => !isKnownSource(source))).toEqual([]);
  });
});
