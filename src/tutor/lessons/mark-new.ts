import type { Block, Field } from '../reply.ts';

const MARK = ' (new)';

/**
 * Blocks that show how things stand, with what was not there before marked: whole fields, and single lines of others.
 * Nothing is marked where nothing was there at all.
 */
export function markNew(before: readonly Block[], after: readonly Block[]): readonly Block[] {
  const known = linesByField(before);
  if (known.size === 0) return after;
  let under = '';
  return after.map((block) => {
    if (block.kind === 'heading') under = block.text;
    return block.kind === 'fields'
      ? { ...block, fields: block.fields.map((field) => marked(field, known.get(keyOf(under, field)))) }
      : block;
  });
}

/** The lines of each field, by the heading that it stands under and its name. */
function linesByField(blocks: readonly Block[]): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, readonly string[]>();
  let under = '';
  for (const block of blocks) {
    if (block.kind === 'heading') under = block.text;
    if (block.kind !== 'fields') continue;
    for (const field of block.fields) {
      const key = keyOf(under, field);
      known.set(key, [...(known.get(key) ?? []), ...field.value.split('\n')]);
    }
  }
  return known;
}

const keyOf = (under: string, { name }: Field): string => `${under}\n${name}`;

function marked(field: Field, before: readonly string[] | undefined): Field {
  if (!before) return { ...field, name: `${field.name}${MARK}` };
  const lines = field.value.split('\n').map((line) => (before.includes(line) ? line : `${line}${MARK}`));
  return { ...field, value: lines.join('\n') };
}
