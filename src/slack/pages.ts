import type { types } from '@slack/bolt';

/** Blocks of one message, in reading order. */
export type Page = readonly types.KnownBlock[];

/** The blocks in order, on pages of at most so many blocks and units of text; at least one page. No block is cut. */
export function pagesOf(blocks: Page, mostBlocks: number, mostText: number): readonly Page[] {
  const pages: types.KnownBlock[][] = [[]];
  let size = 0;
  for (const block of blocks) {
    const more = sizeOf(block);
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (page.length === mostBlocks || size + more > mostText)) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)?.push(block);
    size += more;
  }
  return pages;
}

const sizeOf = (block: types.KnownBlock): number => textsOf(block).reduce((sum, text) => sum + text.length, 0);

/** Every text in a block, in reading order: all that stands under `text` and is words. */
export function textsOf(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value] : textsOf(value),
  );
}
