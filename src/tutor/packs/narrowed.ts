import { ok, type Result } from '../../base/result.ts';
import type { Pack } from '../../items/item.ts';
import type { Content } from '../command.ts';
import { joinPacks } from '../join-packs.ts';

/**
 * The content of some packs, without what is drawn from those that are switched off. Concepts that the others need stay,
 * without questions. Refuses as `joinPacks` does.
 */
export function narrowed(
  content: Content,
  packs: readonly Pack[],
  off: readonly string[],
): Result<Content, readonly string[]> {
  const isOn = ({ pack }: { readonly pack: string }): boolean => !off.includes(pack);
  const on = packs.filter(({ id }) => !off.includes(id));
  const needed = neededBy(on, packs);
  const drawn = packs.map((pack) =>
    on.includes(pack) ? pack : { ...pack, items: [], concepts: pack.concepts.filter(({ id }) => needed.has(id)) },
  );
  const joined = joinPacks(
    content.catalogue,
    drawn,
    [...content.lessons.values()].filter(isOn),
    { faults: [...content.faults.values()].filter(isOn), labs: [...content.labs.values()].filter(isOn) },
    [...content.moves.values()],
    content.lists.commands,
  );
  if (!joined.ok) return joined;
  return ok({ ...content, ...joined.value, packs: new Map(packs.map((pack) => [pack.id, pack])) });
}

/** The concepts that packs have or name, and all that those require. */
function neededBy(on: readonly Pack[], packs: readonly Pack[]): ReadonlySet<string> {
  const requires = new Map(packs.flatMap(({ concepts }) => concepts.map((each) => [each.id, each.requires] as const)));
  const needed = new Set<string>();
  const need = (id: string): void => {
    if (needed.has(id)) return;
    needed.add(id);
    for (const each of requires.get(id) ?? []) need(each);
  };
  for (const { concepts, items } of on) {
    for (const { id } of concepts) need(id);
    for (const { concept } of items) need(concept);
  }
  return needed;
}
