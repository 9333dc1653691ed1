import { readDocument } from '../base/document.ts';
import type { Happening } from '../items/happening.ts';
import { type Breakages, recipeOf } from '../items/item-entry.ts';
import type { PackFolder } from '../items/load-packs.ts';
import { faultsFile } from './fault-schema.ts';

/** The faults of all packs, as worlds in which items can be put. What cannot be read is left out: `loadLabs` tells of it. */
export function breakagesIn(folders: readonly PackFolder[]): Breakages {
  const entries = folders.flatMap(({ folder, files }) =>
    files
      .filter(({ path }) => path.startsWith(`${folder}/faults/`))
      .flatMap(({ path, text }) => {
        const read = readDocument(path, text, faultsFile);
        return read.ok ? read.value.value : [];
      }),
  );
  return new Map(
    entries.map(({ id, scenario, setup, warm, cause }) => [
      id,
      { recipe: recipeOf(scenario), happenings: [...setup, ...warm.map(asked), ...cause] },
    ]),
  );
}

const asked = (lookUp: string): Happening => ({ do: 'look-up', with: lookUp });
