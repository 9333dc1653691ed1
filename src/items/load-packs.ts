import { type ContentFault, readDocument } from '../base/document.ts';
import type { Result } from '../base/result.ts';
import type { Pack } from './item.ts';
import type { Breakages } from './item-entry.ts';
import { loadPack, type PackFile } from './load-pack.ts';
import { packFile } from './pack-schema.ts';

/** A folder of `questions/`, with what lies in it. */
export interface PackFolder {
  readonly folder: string;
  readonly files: readonly PackFile[];
}
/** The same, with the pack that it is. */
export interface LoadedFolder extends PackFolder {
  readonly pack: Result<Pack, readonly ContentFault[]>;
}

/**
 * Reads several packs, each after those that it builds on, and otherwise in the order given. Each comes with its own
 * faults; packs that build on each other in a circle do not find one another.
 * @param breakages the faults in whose worlds items may be put
 */
export function loadPacks(folders: readonly PackFolder[], breakages: Breakages = new Map()): readonly LoadedFolder[] {
  const loaded: LoadedFolder[] = [];
  let waiting = folders.map((each) => ({ ...each, ...aboutOf(each) }));
  while (waiting.length > 0) {
    const ids = waiting.map(({ id }) => id);
    const ready = waiting.filter(({ buildsOn }) => !buildsOn.some((id) => ids.includes(id)));
    const next = ready.length > 0 ? ready : waiting;
    const lenders = loaded.flatMap(({ pack }) => (pack.ok ? [pack.value] : []));
    loaded.push(
      ...next.map(({ folder, files }) => ({ folder, files, pack: loadPack(folder, files, lenders, breakages) })),
    );
    waiting = waiting.filter((each) => !next.includes(each));
  }
  return loaded;
}

/** What a pack is called and builds on, as far as that can be read: what cannot is told when it is loaded. */
function aboutOf({ folder, files }: PackFolder): { readonly id: string; readonly buildsOn: readonly string[] } {
  const path = `${folder}/pack.yaml`;
  const read = readDocument(path, files.find((each) => each.path === path)?.text ?? '', packFile);
  return read.ok ? { id: read.value.value.id, buildsOn: read.value.value['builds-on'] } : { id: folder, buildsOn: [] };
}
