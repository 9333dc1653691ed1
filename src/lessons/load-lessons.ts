import { type ContentFault, type ReadDocument, readDocument } from '../base/document.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type Fault, formFaults, unknownId } from '../items/check-pack.ts';
import { namedBy, type Pack } from '../items/item.ts';
import type { PackFile } from '../items/load-pack.ts';
import type { Lesson } from './lesson.ts';
import { lessonOf } from './lesson-entry.ts';
import { type LessonEntry, lessonFile, type PredictionEntry } from './lesson-schema.ts';

/**
 * Reads the lessons of a pack: each file under `lessons/` is one. Every fault of every file is reported at once.
 * @param pack what the lessons refer to; undefined if it has faults of its own, and then references are not looked up
 */
export function loadLessons(
  folder: string,
  files: readonly PackFile[],
  pack: Pack | undefined,
): Result<readonly Lesson[], readonly ContentFault[]> {
  const read = files
    .filter(({ path }) => path.startsWith(`${folder}/lessons/`))
    .map(({ path, text }) => readDocument(path, text, lessonFile));
  const faults = read.flatMap((each) => (each.ok ? [] : each.problem));
  const documents = read.flatMap((each) => (each.ok ? [each.value] : []));
  if (pack) faults.push(...looseReferences(documents, pack));
  if (faults.length > 0) return fail(faults);
  return ok(documents.map(({ value }) => lessonOf(value, pack?.id ?? '')));
}

function looseReferences(documents: readonly ReadDocument<LessonEntry>[], pack: Pack): readonly ContentFault[] {
  const ids = documents.map(({ value }) => value.id);
  return documents.flatMap(({ value, faultAt }, place) => {
    const isDouble = ids.indexOf(value.id) < place;
    const double: readonly Fault[] = isDouble
      ? [[['id'], `The id \`${value.id}\` is used twice; ids are unique.`]]
      : [];
    return [...double, ...referenceFaults(value, pack)].map(([path, message]) => faultAt(path, message));
  });
}

function referenceFaults({ concepts, steps }: LessonEntry, pack: Pack): readonly Fault[] {
  const named = namedBy(pack);
  const known = named.concepts.map(({ id }) => id);
  const misconceptions = named.misconceptions.map(({ id }) => id);
  return [
    ...concepts.flatMap((id, place): Fault[] =>
      known.includes(id) ? [] : [[['concepts', place], unknownId('concept', id, known)]],
    ),
    ...steps.flatMap(({ predict }, place) =>
      predict ? predictionFaults(predict, misconceptions).map(([path, words]) => inStep(place, path, words)) : [],
    ),
  ];
}

const inStep = (place: number, path: readonly PropertyKey[], words: string): Fault => [
  ['steps', place, 'predict', ...path],
  words,
];

function predictionFaults(predict: PredictionEntry, misconceptions: readonly string[]): readonly Fault[] {
  if (!('look-up' in predict)) return formFaults(predict, misconceptions);
  return predict.options.flatMap(({ misconception: id }, place): Fault[] =>
    id === undefined || misconceptions.includes(id)
      ? []
      : [[['options', place, 'misconception'], unknownId('misconception', id, misconceptions)]],
  );
}
