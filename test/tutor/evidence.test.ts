import { expect, test } from 'vitest';
import { present } from '../../src/items/present.ts';
import type { Presentation } from '../../src/items/presentation.ts';
import { evidence } from '../../src/tutor/evidence.ts';
import { content } from '../support/content.ts';

const labelsFor = (...commands: readonly string[]) =>
  evidence({ evidence: commands } as unknown as Presentation).map((choice) => 'label' in choice && choice.label);

// biome-ignore format: a table reads down its columns
test.each([
  ['a trace',                        ['/trace www.a.example'],                          ['Trace it']],
  ['the resolver',                   ['/dig www.a.example A'],                          ['Ask the resolver']],
  ['a name server',                  ['/dig a.example NS @a.gtld-servers.net'],         ['Ask a.gtld-servers.net']],
  ['one with a long name',           ['/dig a.example @ns-2413.awsdns-109.com'],        ['Ask ns-2413…']],
  ['one that checks signatures',     ['/dig a.example', '/dig a.example @validating'],  ['Ask the resolver', 'Ask the validating resolver']],
  ['the registry',                   ['/whois a.example', '/world'],                    ['Ask the registry', 'Who holds what']],
  ['two types of one resolver',      ['/dig a.example A', '/dig a.example NS'],         ['Ask the resolver for A', 'Ask the resolver for NS']],
  ['two names of one type',          ['/dig a.example A', '/dig b.example A'],          ['Ask the resolver: a.example A', 'Ask the resolver: b.example A']],
  ['a type and none',                ['/dig a.example', '/dig a.example NS'],           ['Ask the resolver: a.example', 'Ask the resolver for NS']],
  ['what it does not know',          ['/help dig'],                                     ['/help dig']],
])('evidence is called by short words: %s', (_, commands, labels) => {
  expect(labelsFor(...commands)).toEqual(labels);
});

test('a button carries its command as it stands', () => {
  const commands = ['/trace www.a.example', '/dig www.a.example A @ns-2413.awsdns-109.com'];
  expect(evidence({ evidence: commands } as unknown as Presentation)).toMatchObject(
    commands.map((command) => ({ kind: 'button', command })),
  );
});

test('no item has two pieces of evidence by one name, nor one by its command', () => {
  for (const item of content.items.values()) {
    const pack = content.packs.get(item.pack);
    const put = pack && present(item, pack, content.catalogue, 1);
    if (!put?.ok) throw new Error(`${item.id} cannot be put`);
    const { id } = item;
    const labels = labelsFor(...put.value.evidence);
    expect(new Set(labels).size, id).toBe(put.value.evidence.length);
    for (const label of labels) expect(label, id).not.toMatch(/^\//);
  }
});
