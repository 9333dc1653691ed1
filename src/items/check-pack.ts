import type { ContentFault, ReadDocument } from '../base/document.ts';
import { nearest } from '../base/nearest.ts';
import { assertNever } from '../base/result.ts';
import type { Misconception, Pack, PackConcept } from './item.ts';
import { formOf } from './item-entry.ts';
import type { FormEntry, ItemEntry } from './pack-schema.ts';

type Document<Entry> = ReadDocument<readonly Entry[]>;

/**
 * What in the files of a pack does not fit together: ids used twice, references that lead nowhere, mixed forms.
 * @param borrowed what the pack may name besides its own
 */
export function checkPack(
  concepts: Document<PackConcept>,
  misconceptions: Document<Misconception>,
  items: readonly Document<ItemEntry>[],
  borrowed: Pack['borrowed'],
): ContentFault[] {
  const known: Known = {
    concepts: [...borrowed.concepts, ...concepts.value].map(({ id }) => id),
    misconceptions: [...borrowed.misconceptions, ...misconceptions.value].map(({ id }) => id),
  };
  const seen = new Set<string>();
  return [
    ...doubleIds(concepts, borrowed.concepts),
    ...doubleIds(misconceptions, borrowed.misconceptions),
    ...looseRequires(concepts, known.concepts),
    ...items.flatMap((document) =>
      document.value.flatMap((entry, place) =>
        itemFaults(entry, known, seen).map(([path, message]) => document.faultAt([place, ...path], message)),
      ),
    ),
  ];
}

interface Known {
  readonly concepts: readonly string[];
  readonly misconceptions: readonly string[];
}
/** Something wrong at a path below the entry that it was found in. */
export type Fault = readonly [path: readonly PropertyKey[], message: string];

/** @param seen the ids of the items before this one; this one's is added */
function itemFaults(entry: ItemEntry, known: Known, seen: Set<string>): readonly Fault[] {
  const faults: Fault[] = [];
  if (seen.has(entry.id)) faults.push([['id'], `The id \`${entry.id}\` is used twice; ids are unique.`]);
  seen.add(entry.id);
  if (!known.concepts.includes(entry.concept)) {
    faults.push([['concept'], unknownId('concept', entry.concept, known.concepts)]);
  }
  return [...faults, ...formFaults(entry, known.misconceptions)];
}

/** What in a form does not fit together or leads nowhere. */
export function formFaults(entry: FormEntry, misconceptions: readonly string[]): readonly Fault[] {
  const loose = misconceptionsIn(entry).flatMap(({ path, id }): Fault[] =>
    misconceptions.includes(id) ? [] : [[path, unknownId('misconception', id, misconceptions)]],
  );
  const mixed: readonly Fault[] = formOf(entry)
    ? []
    : [[['kind'], 'A single choice has `key:` and `distractors:`, or `statements:` alone.']];
  return [...loose, ...mixed, ...brokenOrders(entry)];
}

/** Tempting orders that leave a step out, or name one twice. */
function brokenOrders(entry: FormEntry): readonly Fault[] {
  if (entry.kind !== 'order') return [];
  const every = entry.steps.map((_, place) => place + 1).join(' ');
  return entry.tempting.flatMap(({ order }, place): Fault[] => {
    const whole = order.toSorted((a, b) => a - b).join(' ') === every;
    return whole ? [] : [[['tempting', place, 'order'], `An order names each of the steps ${every} once.`]];
  });
}

interface Named {
  readonly id: string;
}

function doubleIds({ value, faultAt }: ReadDocument<readonly Named[]>, borrowed: readonly Named[]): ContentFault[] {
  return value.flatMap(({ id }, place) => {
    if (value.findIndex((other) => other.id === id) < place)
      return [faultAt([place, 'id'], `The id \`${id}\` stands here twice; ids are unique.`)];
    const isTaken = borrowed.some((other) => other.id === id);
    return isTaken ? [faultAt([place, 'id'], `The id \`${id}\` is one of a pack that this one builds on.`)] : [];
  });
}

function looseRequires(
  { value, faultAt }: ReadDocument<readonly { readonly id: string; readonly requires: readonly string[] }[]>,
  concepts: readonly string[],
): ContentFault[] {
  return value.flatMap(({ requires }, place) =>
    requires.flatMap((id, index) =>
      concepts.includes(id) ? [] : [faultAt([place, 'requires', index], unknownId('concept', id, concepts))],
    ),
  );
}

function misconceptionsIn(entry: FormEntry): { path: readonly PropertyKey[]; id: string }[] {
  const listed = (field: string, list: readonly { readonly misconception?: string | undefined }[] | undefined) =>
    (list ?? []).flatMap(({ misconception: id }, index) =>
      id === undefined ? [] : [{ path: [field, index, 'misconception'], id }],
    );
  switch (entry.kind) {
    case 'single-choice':
      return [...listed('distractors', entry.distractors), ...listed('statements', entry.statements)];
    case 'select-all':
      return listed('statements', entry.statements);
    case 'true-false':
      return [{ path: ['misconception'], id: entry.misconception }];
    case 'order':
    case 'typed':
      return listed('tempting', entry.tempting);
    default:
      return assertNever(entry);
  }
}

/** Says that an id leads nowhere, with the nearest that does not. */
export function unknownId(what: string, id: string, known: readonly string[]): string {
  const near = nearest(id, known);
  return `There is no ${what} \`${id}\` in this pack${near ? `; did you mean \`${near}\`?` : '; add it to its file.'}`;
}
