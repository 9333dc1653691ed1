import type { PackSettings } from './pack-settings.ts';
import { openStore } from './store/open-store.ts';
import type { Content } from './tutor/command.ts';
import { contentAt } from './tutor/packs/content-at.ts';
import { exportedPack } from './tutor/packs/export-pack.ts';
import type { Space } from './tutor/store/account.ts';

/** A pack as text, built-in or added here. Throws, in a sentence, where there is no such pack, or no such form of it. */
export async function packText(
  base: Content,
  database: string,
  space: Space,
  { pack: id, as, worlds }: PackSettings,
): Promise<string> {
  const store = await openStore(database);
  try {
    const content = await contentAt({ store, content: base }, space);
    const pack = content.packs.get(id);
    if (!pack) throw new PackError(`There is no pack \`${id}\`; there are ${[...content.packs.keys()].join(', ')}.`);
    const made = await exportedPack({ store, content }, space, pack, as, { worlds });
    if (!made.ok) throw new PackError(made.problem);
    return made.value.text;
  } finally {
    await store.close();
  }
}

/** What was asked for cannot be exported, and why. */
export class PackError extends Error {
  override readonly name = 'PackError';
}
