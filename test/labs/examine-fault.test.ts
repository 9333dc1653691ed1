import { expect, test } from 'vitest';
import { later, MINUTE } from '../../src/base/time.ts';
import { examineFault } from '../../src/labs/examine-fault.ts';
import { playFault } from '../../src/labs/play-fault.ts';
import { aFault } from '../support/lab.ts';
import { catalogue } from '../support/world.ts';

const SEED = 1;
const examined = (over: Record<string, string> = {}) => examineFault(aFault(over), catalogue, SEED);

test('a fault that is as it says', () => {
  expect(examined()).toEqual([]);
});

// biome-ignore format: a table reads down its columns
test.each<[string, Record<string, string>, string[]]>([
  ['a symptom that is not there',     { symptoms: "[{ ask: 'dig {www} A', at: warm, see: servfail }, { ask: 'dig {www} A', see: '{parking}' }]" },  [
    'the symptom `dig {www} A` (warm): servfail is not seen; it brings `answer 203.0.113.202`',
  ]],
  ['one that comes too late',         { symptoms: "[{ ask: 'dig {www} A', see: '{parking}', wait: 1d }, { ask: 'dig {www} A', wait: 1h, at: warm, see: '{parking} from cache' }]" },  [
    'the symptom `dig {www} A` (warm, after 1h): {parking} from cache is not seen; it brings `answer 203.0.113.202`',
    'the wrong fix takes away the last symptom, `dig {www} A` (warm): {parking} from cache; it brings `answer 203.0.113.202`',
    'the wrong fix takes away the last symptom, `dig {www} A` (warm, after 3h20m): {parking} from cache; it brings `answer 203.0.113.202`',
  ]],
  ['a wrong fix that helps in time',  { 'wrong-fix': '{ do: [{ delegate-to: host }], why: So. }' },  [
    'the wrong fix takes away the last symptom, `dig {www} A` (fresh, after 3h20m): {parking}; it brings `answer 203.0.113.58`',
    'the wrong fix takes away the last symptom, `dig {www} A` (warm, after 3h20m): {parking}; it brings `answer 203.0.113.58`',
  ]],
  ['a right fix that does not help',  { 'right-fix': '[{ wait: 1d }]' },                        [
    'after the right fix resolvers never agree on `www.fernbridge-example.dev. A`: one that remembers nothing gets `answer 203.0.113.202`',
  ]],
  ['a second too early',              { 'agreed-after': '3h19m59s' },                           [
    '`agreed-after` comes to 3h19m59s, but the last resolver agrees on `www.fernbridge-example.dev. A` after 3h20m',
  ]],
  ['a cause that is refused',         { cause: '[{ create-zone: old-host }]' },                 ['cause: `create-zone` is refused: zone-exists']],
  ['nobody who can play it',          { scenario: '{ architecture: both, only: { suffixes: [dev] } }' }, ['scenario: no registrar of that architecture sells any of these suffixes']],
  ['a fact that is no span',          { 'agreed-after': '{ fact: zone-count }' },               ['agreed-after: fact `zone-count` is a count, not a duration']],
])('%s', (_, over, problems) => {
  expect(examined(over)).toEqual(problems);
});

test('the last resolver to agree asked right before the fix took effect, and once more right before it forgot whom to ask', () => {
  const played = playFault(aFault(), catalogue, SEED);
  if (!played.ok) throw new Error(played.problem);
  const { last, fixed } = played.value;
  expect(last?.asked).toBe(later(fixed.world.now, 5 * MINUTE));
  expect(last?.says.arrival).toMatchObject({ outcome: 'answer', data: ['203.0.113.202'] });
});
