import { type ContentFault, formatFault } from '../../base/document.ts';
import type { Item, Pack } from '../../items/item.ts';
import { loadPackDocument } from '../../items/load-pack-document.ts';
import type { Content, Deps } from '../command.ts';
import type { Space } from '../store/account.ts';
import type { OwnPack, PacksAt } from '../store/packs.ts';
import { draftedPack } from './drafted-pack.ts';
import { narrowed } from './narrowed.ts';

/**
 * The content as a server or workspace has it: without the packs that it has switched off, with those that it has added
 * and the questions that were approved there. What was put before can still be looked at, whatever is switched off.
 */
export async function contentAt({ store, content }: Pick<Deps, 'store' | 'content'>, space: Space): Promise<Content> {
  const at = await store.packsAt(space);
  if (at.off.length + at.own.length + at.items.length === 0) return content;
  const known = remembered(content, JSON.stringify(at));
  if (known) return known;
  const documents = await Promise.all(at.own.map(({ id }) => store.ownPack(space, id)));
  const drafts = await store.drafts(space, 'approved');
  const items = drafts.filter(({ id }) => at.items.includes(id)).map(({ item }) => JSON.parse(item) as Item);
  return remember(content, JSON.stringify(at), make(content, at, documents, items));
}

/** @param documents what stands where the place has a pack of its own */
function make(
  content: Content,
  at: PacksAt,
  documents: readonly (OwnPack | undefined)[],
  items: readonly Item[],
): Content {
  const { loaded, broken } = loadOwn(
    content,
    documents.flatMap((each) => each ?? []),
  );
  const all = [...content.packs.values(), ...loaded];
  const concepts = new Set(all.flatMap((pack) => pack.concepts.map(({ id }) => id)));
  const asked = items.filter(({ concept }) => concepts.has(concept));
  const drafted = asked.length > 0 ? [draftedPack(all, asked)] : [];
  const whole = narrowed(content, [...all, ...drafted], at.off);
  if (whole.ok) return forPlace(content, whole.value, broken);
  // What was added fitted the content of its day; should it not fit a later one, the rest is served.
  const fallen = loaded.map(({ id }) => ({ pack: id, faults: whole.problem }));
  const rest = narrowed(content, [...content.packs.values()], at.off);
  if (!rest.ok) throw new Error(rest.problem.join('\n'));
  return forPlace(content, rest.value, [...broken, ...fallen]);
}

/** What cannot be used can still be named. */
function forPlace(base: Content, made: Content, broken: Loaded['broken']): Content {
  const named = broken.map(({ pack }) => ({ id: pack, label: pack, aliases: [] }));
  return { ...made, base, broken, lists: { ...made.lists, packs: [...made.lists.packs, ...named] } };
}

interface Loaded {
  readonly loaded: readonly Pack[];
  readonly broken: NonNullable<Content['broken']>;
}

/** Loads what can be loaded, in whatever order they build on each other. */
function loadOwn({ packs, breakages }: Content, documents: readonly OwnPack[]): Loaded {
  const loaded: Pack[] = [];
  let waiting = documents;
  for (;;) {
    const tried = waiting.map((each) => ({
      each,
      read: loadPackDocument(each.pack, each.text, [...packs.values(), ...loaded], { breakages }),
    }));
    const next = tried.find(({ read }) => read.ok);
    if (!next?.read.ok) {
      const broken = tried.map(({ each, read }) => ({ pack: each.pack, faults: read.ok ? [] : lines(read.problem) }));
      return { loaded, broken };
    }
    loaded.push(next.read.value.pack);
    waiting = waiting.filter((each) => each !== next.each);
  }
}

const lines = (faults: readonly ContentFault[]): readonly string[] => faults.map(formatFault);

/** Of how many ways to choose packs the content is remembered: those that were used last. */
const MOST_CONTENTS = 100;
const memories = new WeakMap<Content, Map<string, Content>>();

function remembered(content: Content, key: string): Content | undefined {
  const made = memories.get(content)?.get(key);
  return made && remember(content, key, made);
}

function remember(content: Content, key: string, made: Content): Content {
  const memory = memories.get(content) ?? new Map<string, Content>();
  memories.set(content, memory);
  memory.delete(key);
  memory.set(key, made);
  const [oldest] = memory.keys();
  if (memory.size > MOST_CONTENTS && oldest !== undefined) memory.delete(oldest);
  return made;
}
