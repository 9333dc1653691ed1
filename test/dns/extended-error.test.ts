import { expect, test } from 'vitest';
import { formatExtendedError } from '../../src/dns/extended-error.ts';

// biome-ignore format: a table reads down its columns
test.each([
  [{ code: 9, text: 'no key' },  'EDE: 9 (DNSKEY Missing): (no key)'],
  [{ code: 0, text: '' },        'EDE: 0 (Other)'],
  [{ code: 22, text: 'lame' },   'EDE: 22 (No Reachable Authority): (lame)'],
  [{ code: 29, text: '' },       'EDE: 29 (Synthesized)'],
  [{ code: 49152, text: 'own' }, 'EDE: 49152: (own)'],
])('%j is printed as dig prints it', (error, text) => {
  expect(formatExtendedError(error)).toBe(text);
});
