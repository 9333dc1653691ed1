import { type ContentFault, readDocument } from '../base/document.ts';
import { nearest } from '../base/nearest.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Fault as ContentMistake } from '../items/check-pack.ts';
import type { PackFile } from '../items/load-pack.ts';
import type { Move } from './move.ts';
import { type MoveEntry, moveFile } from './move-schema.ts';

/** Reads the moves of a pack: each file under `moves/` is one. All that is wrong in any of them is reported at once. */
export function loadMoves(
  folder: string,
  files: readonly PackFile[],
): Result<readonly Move[], readonly ContentFault[]> {
  const read = files
    .filter(({ path }) => path.startsWith(`${folder}/moves/`))
    .map(({ path, text }) => readDocument(path, text, moveFile));
  const documents = read.flatMap((each) => (each.ok ? [each.value] : []));
  const ids = documents.map(({ value }) => value.id);
  const mistakes = [
    ...read.flatMap((each) => (each.ok ? [] : each.problem)),
    ...documents.flatMap(({ value, faultAt }, place) => {
      const double: ContentMistake[] =
        ids.indexOf(value.id) < place ? [[['id'], `the id \`${value.id}\` is used twice; ids are unique`]] : [];
      return [...double, ...orderMistakes(value)].map(([path, message]) => faultAt(path, message));
    }),
  ];
  return mistakes.length > 0 ? fail(mistakes) : ok(documents.map(({ value }) => moveOf(value)));
}

/** Steps have different ids, and a wrong order has each of them once, and is not the right one. */
function orderMistakes({ steps, wrong }: MoveEntry): readonly ContentMistake[] {
  const ids = steps.map(({ id }) => id);
  const doubles = ids.flatMap((id, place): ContentMistake[] =>
    ids.indexOf(id) < place ? [[['steps', place, 'id'], `the id \`${id}\` is used twice; ids are unique`]] : [],
  );
  const orders = wrong.map(({ order }) => order.join(' '));
  return [
    ...doubles,
    ...wrong.flatMap(({ order, refused }, place): ContentMistake[] => {
      const at: readonly PropertyKey[] = ['wrong', place, 'order'];
      const strange = order.find((id) => !ids.includes(id));
      if (strange !== undefined) return [[at, noStep(strange, ids)]];
      if (refused !== undefined && !ids.includes(refused)) return [[['wrong', place, 'refused'], noStep(refused, ids)]];
      const missing = ids.filter((id) => !order.includes(id));
      if (missing.length > 0 || order.length !== ids.length)
        return [
          [
            at,
            `an order has every step once; ${missing.length > 0 ? `\`${missing[0]}\` is missing` : 'one is there twice'}`,
          ],
        ];
      if (order.join(' ') === ids.join(' ')) return [[at, 'this is the right order: that of `steps`']];
      if (orders.indexOf(order.join(' ')) < place) return [[at, 'this order is there already']];
      return [];
    }),
  ];
}

function noStep(id: string, known: readonly string[]): string {
  const near = nearest(id, known);
  return `there is no step \`${id}\`; ${near ? `did you mean \`${near}\`?` : `there are ${known.join(', ')}`}`;
}

function moveOf({ 'look-ups': lookUps, steps, wrong, ...entry }: MoveEntry): Move {
  const { architecture, stage } = entry.scenario;
  return {
    ...entry,
    scenario: stage === undefined ? { architecture } : { architecture, stage },
    lookUps,
    wrong: wrong.map(({ refused, ...order }) => ({ ...order, ...(refused === undefined ? {} : { refused }) })),
    steps: steps.map(({ do: happenings, ...step }) => ({ ...step, happenings })),
  };
}
