import type { Item, Pack } from '../../src/items/item.ts';
import { loadPack, type PackFile } from '../../src/items/load-pack.ts';

/** The files of a small pack that is right, with some replaced; `undefined` leaves one out. */
export function packFiles(over: Readonly<Record<string, string | undefined>> = {}): PackFile[] {
  const texts: Readonly<Record<string, string | undefined>> = {
    'pack.yaml': 'id: parts\ntitle: Parts\nabout: Who does what.\n',
    'concepts.yaml': `${aConcept('two-jobs')}${aConcept('delegation', 'requires: [two-jobs]')}`,
    'misconceptions.yaml': ['registrar-answers', 'zone-is-enough'].map(aMisconception).join(''),
    'items/one.yaml': anItem('kind: typed\n  key: { fact: registrar }'),
    ...over,
  };
  return Object.entries(texts).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path: `packs/parts/${path}`, text }],
  );
}

/** The text of a concept on a line of its own; `more` says what else there is to it. */
export const aConcept = (id: string, more?: string): string =>
  `- { id: ${id}, title: a, ${more === undefined ? '' : `${more}, `}hint: h, rule: r, sources: [RFC 9499 §9] }\n`;

const aMisconception = (id: string): string =>
  `- id: ${id}\n  belief: b\n  truth: t\n  tempts: x\n  sources: ['RFC 1034 §4.2']\n`;

/** The text of an item of that form, on lines 1 to 8 or more; the form starts on line 7. */
export const anItem = (
  form: string,
  over: { id?: string; stem?: string; rest?: string } = {},
): string => `- id: ${over.id ?? 'parts.one'}
  concept: two-jobs
  scenario: { architecture: hosting-only }
  stem: ${over.stem ?? 'Who sponsors it?'}
  rationale: So it is.
  sources: ['RFC 9499 §9']
  ${form}
${over.rest === undefined ? '' : `  ${over.rest}\n`}`;

/** A pack of items of those texts; throws with its faults if it has any. */
export function aPack(...items: readonly string[]): Pack {
  const loaded = loadPack('packs/parts', packFiles({ 'items/one.yaml': items.join('') }));
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.problem.map(({ line, message }) => `${line}: ${message}`).join('\n'));
}

/** The only item of a pack made of one text. */
export function onlyItem(text: string): { pack: Pack; item: Item } {
  const pack = aPack(text);
  return { pack, item: pack.items[0]! };
}
