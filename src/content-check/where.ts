import type { ContentFault } from '../base/document.ts';
import type { PackFile } from '../items/load-pack.ts';
import type { BankFault } from './check-bank.ts';

/** Where in the files of packs something stands that is known by its id. */
export function placer(files: readonly PackFile[]): (fault: BankFault) => ContentFault {
  const entries = new Map(files.flatMap((file) => entriesOf(file)));
  return ({ pack, id, field, message }) => {
    const entry = entries.get(id);
    const said = `${id}: ${message}.`;
    if (!entry) return { file: `questions/${pack}/pack.yaml`, line: 1, field: '', message: said };
    const offset = entry.lines.findIndex((line) => new RegExp(`^(- |  )${field}:`).test(line));
    return { file: entry.file, line: entry.line + Math.max(0, offset), field: '', message: said };
  };
}

interface Entry {
  readonly file: string;
  /** Of its first line, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** The entries of a list in a file, each by the id that it begins with. */
function entriesOf({ path, text }: PackFile): readonly (readonly [id: string, entry: Entry])[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (/^- id: /.test(line) ? [index] : []));
  return starts.map((start, place) => {
    const id = (lines[start] ?? '')
      .replace('- id: ', '')
      .replace(/\s+#.*/, '')
      .trim();
    return [id, { file: path, line: start + 1, lines: lines.slice(start, starts[place + 1]) }];
  });
}
