import { fail, ok, type Result } from '../base/result.ts';

/** What memory attaches to: one idea that can be known or not, as "referral" or "transfer lock". */
export interface Concept {
  readonly id: string;
  readonly title: string;
  /** The ids of the concepts it builds on directly. */
  readonly requires: readonly string[];
}

export type ConceptFault =
  | { readonly kind: 'id-used-twice'; readonly concept: string }
  | { readonly kind: 'unknown-prerequisite'; readonly concept: string; readonly requires: string }
  /** Each requires the next, and the last the first. */
  | { readonly kind: 'cycle'; readonly concepts: readonly string[] };

/**
 * The same concepts, each after all that it requires; otherwise the order given is kept.
 * Refuses with every fault at once; of cycles that share a concept, one is named.
 */
export function orderByPrerequisites(
  concepts: readonly Concept[],
): Result<readonly Concept[], readonly ConceptFault[]> {
  const { ordered, stuck } = sort(concepts);
  const faults = [...repeatedIds(concepts), ...unknownPrerequisites(concepts), ...cycles(stuck)];
  return faults.length === 0 ? ok(ordered) : fail(faults);
}

/** `stuck` are those on a cycle and those that build on one. What is unknown stops nobody here: it is a fault by itself. */
function sort(concepts: readonly Concept[]): { ordered: readonly Concept[]; stuck: readonly Concept[] } {
  const ordered: Concept[] = [];
  let waiting = concepts;
  for (;;) {
    const waitingIds = new Set(waiting.map(({ id }) => id));
    const next = waiting.find(({ requires }) => !requires.some((id) => waitingIds.has(id)));
    if (next === undefined) return { ordered, stuck: waiting };
    ordered.push(next);
    waiting = waiting.filter((concept) => concept !== next);
  }
}

function repeatedIds(concepts: readonly Concept[]): ConceptFault[] {
  const ids = concepts.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return [...repeated].map((concept) => ({ kind: 'id-used-twice', concept }));
}

function unknownPrerequisites(concepts: readonly Concept[]): ConceptFault[] {
  const known = new Set(concepts.map(({ id }) => id));
  return concepts.flatMap(({ id: concept, requires }) =>
    requires
      .filter((id) => !known.has(id))
      .map((unknown) => ({ kind: 'unknown-prerequisite', concept, requires: unknown }) as const),
  );
}

/** Follows what each requires until a concept comes back; every concept is walked over once. */
function cycles(stuck: readonly Concept[]): ConceptFault[] {
  const byId = new Map(stuck.map((concept) => [concept.id, concept]));
  const walked = new Set<string>();
  const found: ConceptFault[] = [];
  const follow = (id: string, path: readonly string[]): void => {
    const start = path.indexOf(id);
    if (start >= 0) found.push({ kind: 'cycle', concepts: path.slice(start) });
    if (walked.has(id)) return;
    walked.add(id);
    for (const next of byId.get(id)?.requires ?? []) if (byId.has(next)) follow(next, [...path, id]);
  };
  for (const { id } of stuck) follow(id, []);
  return found;
}
