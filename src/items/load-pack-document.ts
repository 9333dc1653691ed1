import { type ContentFault, type ReadDocument, readDocument } from '../base/document.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Pack } from './item.ts';
import type { Breakages } from './item-entry.ts';
import { assemblePack } from './load-pack.ts';
import { packDocument } from './pack-schema.ts';

/** A pack that was read from one file, and where in it each of its items stands. */
export interface PackInOneFile {
  readonly pack: Pack;
  /** A fault of one of its items, by the item's place in the pack. */
  faultAt(item: number, message: string): ContentFault;
}

/** What counts beside the packs. */
export interface Beside {
  /** The ids of packs that it may take the place of, by being called the same. */
  readonly mayReplace?: readonly string[];
  /** The faults in whose worlds items may be put. */
  readonly breakages?: Breakages | undefined;
}

/**
 * Reads a pack out of one YAML document: `pack`, `concepts`, `misconceptions` and `items`, each as the file of that name in
 * a pack's folder. Concepts may be left out by one that builds on others, and misconceptions by
 * one whose items need none of its own. Every fault is reported at once.
 * @param packs all packs beside it: it may build on them, and none of their ids may come again
 */
export function loadPackDocument(
  file: string,
  text: string,
  packs: readonly Pack[],
  { mayReplace = [], breakages = new Map() }: Beside = {},
): Result<PackInOneFile, readonly ContentFault[]> {
  const read = readDocument(file, text, packDocument);
  if (!read.ok) return read;
  const { value, faultAt } = read.value;
  const others = packs.filter(({ id }) => id !== value.pack.id || !mayReplace.includes(id));
  const part = <Value>(field: string, of: Value): ReadDocument<Value> => ({
    value: of,
    faultAt: (path, message) => faultAt([field, ...path], message),
  });
  const borrows = value.pack['builds-on'].length > 0;
  const parts = {
    about: part('pack', value.pack),
    concepts: part('concepts', value.concepts ?? []),
    misconceptions: part('misconceptions', value.misconceptions ?? []),
    items: [part('items', value.items)],
  };
  const assembled = assemblePack(parts, others, breakages);
  const missing = (['concepts', 'misconceptions'] as const).flatMap((field) =>
    borrows || value[field] || (field === 'misconceptions' && assembled.ok)
      ? []
      : [faultAt([field], `Add \`${field}:\`, or build on a pack that has them.`)],
  );
  const faults = [
    ...missing,
    ...takenIds(parts, others),
    ...(assembled.ok || missing.length > 0 ? [] : assembled.problem),
  ];
  if (!assembled.ok || faults.length > 0) return fail(faults.toSorted((a, b) => a.line - b.line));
  return ok({ pack: assembled.value, faultAt: (item, message) => faultAt(['items', item], message) });
}

type Parts = Parameters<typeof assemblePack>[0];

/** Ids that another pack has already; those of packs that it builds on are told where those are looked up. */
function takenIds({ about, concepts, misconceptions, items }: Parts, others: readonly Pack[]): readonly ContentFault[] {
  const strangers = others.filter(({ id }) => !about.value['builds-on'].includes(id));
  const all: readonly (readonly [what: string, of: ReadDocument<readonly Named[]>, taken: readonly Named[]])[] = [
    ['concept', concepts, strangers.flatMap((pack) => pack.concepts)],
    ['misconception', misconceptions, strangers.flatMap((pack) => pack.misconceptions)],
    ...items.map((of) => ['item', of, others.flatMap((pack) => pack.items)] as const),
  ];
  const faults = all.flatMap(([what, { value, faultAt }, taken]) => {
    const ids = new Set(taken.map(({ id }) => id));
    return value.flatMap(({ id }, place) =>
      ids.has(id)
        ? [faultAt([place, 'id'], `Another pack has the ${what} \`${id}\`; ids are unique over all packs.`)]
        : [],
    );
  });
  const isTaken = others.some(({ id }) => id === about.value.id);
  return isTaken
    ? [about.faultAt(['id'], `Another pack is called \`${about.value.id}\`; choose another id.`), ...faults]
    : faults;
}

interface Named {
  readonly id: string;
}
