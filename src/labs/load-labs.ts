import { type ContentFault, type ReadDocument, readDocument } from '../base/document.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type Fault as ContentMistake, unknownId } from '../items/check-pack.ts';
import { namedBy, type Pack } from '../items/item.ts';
import type { PackFile } from '../items/load-pack.ts';
import type { Fault } from './fault.ts';
import { type FaultEntry, faultsFile } from './fault-schema.ts';
import type { Lab } from './lab.ts';
import { faultOf, labOf } from './lab-entry.ts';
import { type LabEntry, labFile } from './lab-schema.ts';

/** What a pack has to break and to repair. */
export interface Labs {
  readonly faults: readonly Fault[];
  readonly labs: readonly Lab[];
}

/**
 * Reads the faults and labs of a pack: each file under `faults/` is a list of faults, each under `labs/` one lab. All
 * that is wrong in any of them is reported at once.
 * @param pack what they refer to; undefined if it has faults of its own, and then references are not looked up
 */
export function loadLabs(
  folder: string,
  files: readonly PackFile[],
  pack: Pack | undefined,
): Result<Labs, readonly ContentFault[]> {
  const below = (name: string) => files.filter(({ path }) => path.startsWith(`${folder}/${name}/`));
  const faultsRead = below('faults').map(({ path, text }) => readDocument(path, text, faultsFile));
  const labsRead = below('labs').map(({ path, text }) => readDocument(path, text, labFile));
  const mistakes = [...faultsRead, ...labsRead].flatMap((each) => (each.ok ? [] : each.problem));
  const faultFiles = faultsRead.flatMap((each) => (each.ok ? [each.value] : []));
  const labFiles = labsRead.flatMap((each) => (each.ok ? [each.value] : []));
  const isWhole = mistakes.length === 0;
  mistakes.push(...doubleFaults(faultFiles), ...labMistakes(labFiles));
  if (pack && isWhole) mistakes.push(...looseReferences(faultFiles, labFiles, pack));
  if (mistakes.length > 0) return fail(mistakes);
  const id = pack?.id ?? '';
  return ok({
    faults: faultFiles.flatMap(({ value }) => value.map((entry) => faultOf(entry, id))),
    labs: labFiles.map(({ value }) => labOf(value, id)),
  });
}

type FaultFile = ReadDocument<readonly FaultEntry[]>;
type LabFile = ReadDocument<LabEntry>;

const used = (id: string): string => `the id \`${id}\` is used twice; ids are unique`;

function doubleFaults(files: readonly FaultFile[]): readonly ContentFault[] {
  const seen = new Set<string>();
  return files.flatMap(({ value, faultAt }) =>
    value.flatMap(({ id }, place) => {
      if (seen.has(id)) return [faultAt([place, 'id'], used(id))];
      seen.add(id);
      return [];
    }),
  );
}

function labMistakes(files: readonly LabFile[]): readonly ContentFault[] {
  const ids = files.map(({ value }) => value.id);
  return files.flatMap(({ value, faultAt }, place) => {
    const double: ContentMistake[] = ids.indexOf(value.id) < place ? [[['id'], used(value.id)]] : [];
    return [...double, ...startMistakes(value)].map(([path, message]) => faultAt(path, message));
  });
}

/** A lab begins with a fault or with a world of its own; of its own, it has to say how it is solved. */
function startMistakes(lab: LabEntry): readonly ContentMistake[] {
  if (lab.fault === undefined) {
    const missing: ContentMistake[] = [];
    if (!lab.scenario)
      missing.push([['scenario'], 'write `fault:`, or `scenario:` with `cause:`; a lab begins with one']);
    if (!lab.solution) missing.push([['solution'], 'a lab without a fault says how it is solved: write `solution:`']);
    if (lab.steps === undefined) missing.push([['steps'], 'say how many steps the solution takes: write `steps: 1`']);
    if (lab.wrong.length === 0)
      missing.push([['wrong'], 'a lab without a fault names a tempting wrong fix: write `wrong:`']);
    return missing;
  }
  const beside = (['scenario', 'setup', 'warm', 'cause'] as const).filter((field) => lab[field] !== undefined);
  const own: ContentMistake[] = beside.map((field) => [
    [field],
    `\`${field}\` comes from the fault; leave it out here`,
  ]);
  const steps: ContentMistake[] =
    lab.solution && lab.steps === undefined
      ? [[['steps'], 'say how many steps the solution takes: write `steps: 1`']]
      : [];
  return [...own, ...steps];
}

function looseReferences(faults: readonly FaultFile[], labs: readonly LabFile[], pack: Pack): readonly ContentFault[] {
  const entries = faults.flatMap(({ value }) => value);
  const ids = entries.map(({ id }) => id);
  const families = [...new Set(entries.map(({ family }) => family))];
  const concepts = namedBy(pack).concepts.map(({ id }) => id);
  const before = [...labs.map(({ value }) => value.id), ...concepts];
  const loose = (what: string, path: readonly PropertyKey[], id: string, known: readonly string[]): ContentMistake[] =>
    known.includes(id) ? [] : [[path, unknownId(what, id, known)]];
  const looseFamily = ({ family, only = [] }: { readonly family: string; readonly only?: readonly string[] }) => {
    const unknown = loose('family of faults', ['fault', 'family'], family, families);
    if (unknown.length > 0) return unknown;
    const its = entries.flatMap((entry) => (entry.family === family ? [entry.id] : []));
    return only.flatMap((id, place) => loose('fault of that family', ['fault', 'only', place], id, its));
  };
  return labs.flatMap(({ value, faultAt }) => {
    const { fault, requires } = value;
    return [
      ...value.concepts.flatMap((id, place) => loose('concept', ['concepts', place], id, concepts)),
      ...requires.flatMap((id, place) => loose('lab or concept', ['requires', place], id, before)),
      ...(typeof fault === 'string' ? loose('fault', ['fault'], fault, ids) : []),
      ...(typeof fault === 'object' ? looseFamily(fault) : []),
    ].map(([path, message]) => faultAt(path, message));
  });
}
