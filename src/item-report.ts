import { existsSync } from 'node:fs';
import { instant } from './base/time.ts';
import { itemStatistics } from './learning/item-statistics.ts';
import { kindOfDatabase } from './store/database-kind.ts';
import { openStore } from './store/open-store.ts';
import type { Content } from './tutor/command.ts';
import { inNeedFirst, statisticsWords } from './tutor/group/items.ts';
import { counted } from './tutor/names.ts';

const EVER = { from: instant(0), to: instant(Number.MAX_SAFE_INTEGER) };

/** How the questions were responded to in all places that one database knows, those that want looking at first. */
export async function itemReport(file: string, content: Content): Promise<string> {
  if (kindOfDatabase(file) === 'file' && !existsSync(file))
    return `There is no database ${file}, and so nobody has responded.\n`;
  const store = await openStore(file);
  try {
    const tallies = await store.groupTallies(undefined, EVER);
    const items = inNeedFirst(itemStatistics(tallies, await store.itemHandling(undefined, EVER)));
    if (items.length === 0) return 'No question has been responded to by three learners yet, so none is told of.\n';
    const inNeed = items.filter(({ flag }) => flag !== undefined && flag !== 'needs-more').length;
    const lines = items.map((item) => `${item.item}\n    ${statisticsWords(content, item)}`);
    return `${counted(items.length, 'question')}, of which ${inNeed} want looking at.\n\n${lines.join('\n')}\n`;
  } finally {
    await store.close();
  }
}
