import { formatInstant, type Instant } from '../../base/time.ts';
import { counted, dayOf } from '../names.ts';
import { button, notice, type Reply, reply, text } from '../reply.ts';
import type { ExportedRow } from '../store/privacy.ts';
import type { Venue } from '../venue.ts';
import { KEPT } from './kept.ts';

/**
 * How much text a file has at most, in UTF-16 units, where files are sent as files: below the 10 MiB that Discord takes,
 * whatever the letters. Where a file's text is shown instead, more would bury the rest.
 */
const MOST_IN_FILE = 3 * 1024 * 1024;
const MOST_SHOWN = 60_000;

/** All that is kept of a learner as JSON, in one file, or in parts where it is too large for one. */
export type Exported = (most: number) => Reply;

export const exportedBy =
  (everything: ReadonlyMap<string, readonly ExportedRow[]>, now: Instant, part: number): Exported =>
  (most) => {
    const parts = partsOf(everything, most);
    const rows = parts[part - 1];
    if (!rows)
      return notice(
        `There ${parts.length === 1 ? 'is 1 part' : `are ${parts.length} parts`}: \`/privacy export part=1\` is the first.`,
      );
    const isWhole = parts.length === 1;
    const place = isWhole ? '' : `-${part}-of-${parts.length}`;
    const of = isWhole ? '' : ` Part ${part} of ${parts.length}.`;
    return reply(
      [
        {
          ...{ kind: 'file', name: `hostmaster-${dayOf(now)}${place}.json` },
          description: `All that is kept about you, ${counted(rows.length, 'row')} here, as JSON.${of} Moments are milliseconds since 1970, in UTC. It is for you alone.`,
          text: written(rows, now, part, parts.length),
        },
      ],
      [
        ...(part < parts.length ? [button('The next part', `/privacy export part=${part + 1}`)] : []),
        button('What deleting would do', '/privacy delete'),
      ],
    );
  };

/** As a file, there or in direct messages, as the place allows; else its text is shown, in more parts. */
export async function giveKept(exported: Exported, { takesFiles, giveFile }: Venue): Promise<Reply> {
  if (takesFiles || !giveFile) return exported(takesFiles ? MOST_IN_FILE : MOST_SHOWN);
  const whole = exported(MOST_IN_FILE);
  const [file] = whole.blocks;
  if (file?.kind !== 'file') return whole;
  const given = await giveFile(file);
  if (given.ok)
    return {
      ...whole,
      blocks: [text(`The file \`${file.name}\` is in our direct messages, where only you see it. ${file.description}`)],
    };
  const shown = exported(MOST_SHOWN);
  const why = `As one file it would come in direct messages, which did not work just now: ${given.problem}.`;
  return { ...shown, blocks: [...shown.blocks, text(why)] };
}

interface WrittenRow {
  readonly table: string;
  readonly text: string;
}

/** In order; each as many rows as it can hold, one at least. */
function partsOf(
  everything: ReadonlyMap<string, readonly ExportedRow[]>,
  most: number,
): readonly (readonly WrittenRow[])[] {
  const parts: WrittenRow[][] = [[]];
  let size = 0;
  for (const [table, rows] of everything)
    for (const row of rows) {
      const text = JSON.stringify(row);
      if (size > 0 && size + text.length > most) {
        parts.push([]);
        size = 0;
      }
      parts.at(-1)?.push({ table, text });
      size += text.length;
    }
  return parts;
}

/** One row a line, so that it can be read without any program. */
function written(rows: readonly WrittenRow[], now: Instant, part: number, parts: number): string {
  const tables = [...Map.groupBy(rows, ({ table }) => table)].map(([table, all]) => {
    const about = KEPT.find(({ tables }) => table in tables)?.title ?? table;
    const lines = all.map(({ text }) => `      ${text}`).join(',\n');
    return `    ${JSON.stringify(table)}: { "about": ${JSON.stringify(about)}, "rows": [\n${lines}\n    ] }`;
  });
  return `{\n  "exported": ${JSON.stringify(formatInstant(now))}, "part": ${part}, "of": ${parts},\n  "tables": {\n${tables.join(',\n')}\n  }\n}\n`;
}
