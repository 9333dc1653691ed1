import { assertNever, fail, ok, type Result } from '../base/result.ts';
import type { Pack } from '../items/item.ts';
import type { Lab } from '../labs/lab.ts';
import type { Labs } from '../labs/load-labs.ts';
import { type ConceptFault, orderByPrerequisites } from '../learning/concept.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Move } from '../moves/move.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { Content, ListEntry } from './command.ts';

/** The content but for how it is named in other languages. */
type Joined = Omit<Content, 'translations'>;

/** All packs with their lessons and labs as one. Refuses, a sentence for each fault: ids used twice, and concepts or labs that cannot be put in order. */
export function joinPacks(
  catalogue: Catalogue,
  packs: readonly Pack[],
  lessons: readonly Lesson[],
  { faults: breaks, labs }: Labs,
  moves: readonly Move[],
  commands: readonly ListEntry[],
): Result<Joined, readonly string[]> {
  const items = packs.flatMap((pack) => pack.items);
  const ordered = orderByPrerequisites(packs.flatMap(({ concepts }) => concepts));
  const faults = [
    ...usedTwice('pack', packs),
    ...usedTwice('item', items),
    ...usedTwice('lesson', lessons),
    ...usedTwice('fault', breaks),
    ...usedTwice('lab', labs),
    ...usedTwice('move', moves),
  ];
  if (!ordered.ok) return fail([...faults, ...ordered.problem.map(describeConceptFault)]);
  if (faults.length > 0) return fail(faults);
  const order = ordered.value.map(({ id }) => id);
  const inOrder = lessons.toSorted((a, b) => order.indexOf(a.concepts[0]) - order.indexOf(b.concepts[0]));
  const labsInOrder = orderLabs(labs, order);
  if (!labsInOrder.ok) return labsInOrder;
  return ok({
    catalogue,
    packs: new Map(packs.map((pack) => [pack.id, pack])),
    items: new Map(items.map((item) => [item.id, item])),
    concepts: ordered.value,
    lessons: new Map(inOrder.map((lesson) => [lesson.id, lesson])),
    faults: new Map(breaks.map((fault) => [fault.id, fault])),
    labs: new Map(labsInOrder.value.map((lab) => [lab.id, lab])),
    moves: new Map(moves.map((move) => [move.id, move])),
    lists: {
      commands,
      packs: packs.map(({ id, title: label }) => ({ id, label, aliases: [] })),
      concepts: ordered.value.map(({ id, title: label }) => ({ id, label, aliases: [] })),
      lessons: inOrder.map(({ id, title: label }) => ({ id, label, aliases: [] })),
      labs: labsInOrder.value.map(({ id, title: label }) => ({ id, label, aliases: [] })),
      moves: moves.map(({ id, title: label }) => ({ id, label, aliases: [] })),
      registrars: [...catalogue.registrars.values()].map(entryOf),
      'dns-hosts': [...catalogue.hosts.values()].map(entryOf),
    },
  });
}

/** As their main concepts build on each other, but each after the labs that it requires. Refuses: labs that require each other in a circle. */
function orderLabs(labs: readonly Lab[], concepts: readonly string[]): Result<readonly Lab[], readonly string[]> {
  const ids = new Set(labs.map(({ id }) => id));
  const byConcept = labs.toSorted((a, b) => concepts.indexOf(a.concepts[0]) - concepts.indexOf(b.concepts[0]));
  const ordered = orderByPrerequisites(
    byConcept.map(({ id, title, requires }) => ({ id, title, requires: requires.filter((each) => ids.has(each)) })),
  );
  if (!ordered.ok) {
    return fail(
      ordered.problem.flatMap((fault) =>
        fault.kind === 'cycle' ? [`These labs require each other in a circle: ${fault.concepts.join(' → ')}.`] : [],
      ),
    );
  }
  return ok(ordered.value.flatMap(({ id }) => labs.find((lab) => lab.id === id) ?? []));
}

const entryOf = (of: {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}): ListEntry => ({
  id: of.id,
  label: of.name,
  aliases: of.aliases,
});

function usedTwice(what: string, all: readonly { readonly id: string }[]): readonly string[] {
  const ids = all.map(({ id }) => id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) < index));
  return [...twice].map((id) => `The ${what} id \`${id}\` is used twice; ids are unique over all packs.`);
}

function describeConceptFault(fault: ConceptFault): string {
  switch (fault.kind) {
    case 'id-used-twice':
      return `The concept id \`${fault.concept}\` is used twice; ids are unique over all packs.`;
    case 'unknown-prerequisite':
      return `The concept \`${fault.concept}\` requires \`${fault.requires}\`, which no pack has.`;
    case 'cycle':
      return `These concepts require each other in a circle: ${fault.concepts.join(' → ')}.`;
    default:
      return assertNever(fault);
  }
}
