import { expect, test } from 'vitest';
import { evaluate } from '../../src/items/expression.ts';
import { itemWorld } from '../../src/items/item-world.ts';
import { loadPack } from '../../src/items/load-pack.ts';
import { breakagesIn } from '../../src/labs/breakages.ts';
import { content } from '../support/content.ts';

const FAULTS = `
- id: site-gone
  family: sites
  title: The address is gone
  scenario: { architecture: both }
  cause: [{ remove-record: 'host {www} A' }, { wait: 1h }]
  acts: customer-at-host
  symptoms: [{ ask: 'dig {www} A', at: any, see: nxdomain }]
  wrong-fix: { do: [{ wait: 1d }], why: Waiting is what people do. }
  right-fix: [{ add-record: 'host {www} A {address}' }]
  agreed-after: 1h
  agree-on: { ask: '{www} A', expect: '{address}' }
  found: ['RFC 1034 §4.2.1']
`;
const folder = { folder: 'f', files: [{ path: 'f/faults/sites.yaml', text: FAULTS }] };

/** A pack whose only item has that scenario. */
const packOf = (scenario: string) => {
  const text = `
- id: site.gone
  kind: true-false
  concept: two-jobs
  scenario: ${scenario}
  stem: It is gone.
  holds: true
  misconception: transfer-first
  rationale: It is.
  sources: ['RFC 1034 §4.2.1']
`;
  const about = 'id: f\ntitle: F\nabout: About it.\nbuilds-on: [registrar-and-hosting]\n';
  const files = [...folder.files, { path: 'f/pack.yaml', text: about }, { path: 'f/items/all.yaml', text }];
  return loadPack('f', files, [...content.packs.values()], breakagesIn([folder]));
};

test('an item is put in the world of a fault: after its cause, at the pace of life, and as it is told', () => {
  const pack = packOf("{ fault: site-gone, tells: 'The page of {www} is gone.' }");
  const scenario = pack.ok ? pack.value.items[0]?.scenario : undefined;
  const made = scenario && itemWorld(scenario, content.catalogue, 3);
  if (!made?.ok) throw new Error(JSON.stringify(pack));
  const { scenario: put, kept } = made.value;
  expect(put.story.at(-1)).toMatch(/^The page of www\.\S+ is gone\.$/);
  const call = { fact: 'lookup-outcome', args: { name: '{www}', type: 'A', at: 'isp' }, after: [] };
  expect(evaluate(call, put)).toEqual({ ok: true, value: { type: 'outcome', outcome: 'nxdomain' } });
  expect(kept.pace).toBe('as-in-life');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['{ fault: sight-gone, tells: Gone. }',                   'f/items/all.yaml:5', 'There is no fault `sight-gone`; did you mean `site-gone`?'],
  ['{ fault: site-gone }',                                  'f/items/all.yaml:5', 'tells'],
  ['{ fault: site-gone, tells: Gone., stage: settled }',    'f/items/all.yaml:5', 'stage'],
  ['{ tells: Gone. }',                                      'f/items/all.yaml:5', 'architecture'],
])('%s is refused by its line', (scenario, at, message) => {
  const pack = packOf(scenario);
  expect(pack.ok).toBe(false);
  const told = pack.ok ? '' : pack.problem.map(({ file, line, field, message: said }) => `${file}:${line} ${field}: ${said}`).join('\n');
  expect(told).toContain(at);
  expect(told).toContain(message);
});
