import { describe, expect, test } from 'vitest';
import { examineFault } from '../../src/labs/examine-fault.ts';
import { content } from '../support/content.ts';
import { isKnownSource, misspelt, strangeDomains } from './words.ts';

const SEEDS = Array.from({ length: 12 }, (_, index) => index * 6007 + 11);

describe.each([...content.faults.values()])('$id', (fault) => {
  test.each(SEEDS)('its symptoms, its fixes and its agreement are as written at seed %i', (seed) => {
    expect(examineFault(fault, content.catalogue, seed)).toEqual([]);
  });

  test('cites sources of a known form, in words of the glossary', () => {
    const prose = [fault.title, fault.wrongFix.why].join('\n');
    expect(fault.found.filter((source) => !isKnownSource(source))).toEqual([]);
    expect(misspelt(prose)).toEqual([]);
    expect(strangeDomains(prose)).toEqual([]);
  });
});
