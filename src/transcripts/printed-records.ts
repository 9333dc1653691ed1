import { type Name, ROOT } from '../dns/name.ts';
import type { Rdata } from '../dns/record.ts';
import { parseType } from '../dns/rr-type.ts';
import { masterLines } from '../dns/zone/master-line.ts';
import { readEntry, startReading } from '../dns/zone/zone-entry.ts';
import type { Line, LineNote } from './transcript.ts';

/** A record as a look-up tool prints it; the TTL, in seconds, is absent where it was left out. */
export interface PrintedRecord {
  readonly owner: Name;
  readonly ttl?: number;
  readonly rdata: Rdata;
  readonly line: number;
}

const RECORD =
  /^(?<owner>\.|[^;\s]\S*\.)[ \t]+(?:(?<ttl>\d[\dsmhdw]*)[ \t]+)?(?:(?<clas>IN|CH|HS|NONE|ANY|CLASS\d+)[ \t]+)?(?<type>[A-Z][A-Z0-9-]*)(?:[ \t]+|$)/;

/** Whether a record begins on a line: an absolute owner, its TTL or class or both, and a type. */
export function startsRecord(text: string): boolean {
  const { ttl, clas, type } = RECORD.exec(text)?.groups ?? {};
  return type !== undefined && (ttl !== undefined || clas !== undefined) && parseType(type) !== undefined;
}

/** In the place of data that dig was told to leave out. */
const LEFT_OUT = /\[(?:omitted|key id = \d+)\]/;

/**
 * The records among lines, with those that run over several lines in parentheses.
 * @param isRecord asked of each line that is not inside such a record, in order
 */
export function printedRecords(
  lines: readonly Line[],
  isRecord: (line: Line) => boolean,
): { records: readonly PrintedRecord[]; passedOver: readonly LineNote[]; faults: readonly LineNote[] } {
  const passedOver: LineNote[] = [];
  const cutOff: LineNote[] = [];
  const withTtl = new Set<number>();
  const kept: string[] = [];
  let start = 0;
  let open = 0;
  const giveUp = () => {
    const message = 'this record is cut off: its parenthesis is never closed';
    cutOff.push({ line: lines[start]?.number ?? 1, message });
    kept.fill('', start);
    open = 0;
  };
  for (const [place, line] of lines.entries()) {
    if (open > 0 && startsRecord(line.text)) giveUp();
    const begins = open === 0 && isRecord(line);
    const { ttl, clas, type } = (begins && RECORD.exec(line.text)?.groups) || {};
    const reason = begins ? reasonToPass(line.text, clas) : undefined;
    if (reason !== undefined) passedOver.push({ line: line.number, message: `the ${type} record: ${reason}` });
    const isKept = (begins || open > 0) && reason === undefined;
    if (begins) start = place;
    if (ttl !== undefined) withTtl.add(line.number);
    kept.push(isKept ? line.text : '');
    if (isKept) open = Math.max(0, open + depthOf(line.text));
  }
  if (open > 0) giveUp();
  const { records, faults } = readAll(kept.join('\n'), lines[0]?.number ?? 1);
  const placeOf = new Map(lines.map(({ number }, place) => [number, place]));
  const textAt = ({ line }: LineNote): string => {
    let place = placeOf.get(line) ?? 0;
    while (place > 0 && !startsRecord(lines[place]?.text ?? '')) place -= 1;
    return lines[place]?.text ?? '';
  };
  const isNeeded = (fault: LineNote): boolean => !isIdle(textAt(fault));
  const all = [...cutOff, ...faults];
  const dropTtl = ({ ttl: _, ...record }: PrintedRecord): PrintedRecord => record;
  return {
    records: records.map((record) => (withTtl.has(record.line) ? record : dropTtl(record))),
    passedOver: [
      ...passedOver,
      ...all.filter((fault) => !isNeeded(fault)).map(({ line }) => ({ line, message: IDLE })),
    ],
    faults: all.filter(isNeeded),
  };
}

const IDLE = 'a record that cannot be read, and that nothing here needs';

/** Whether a record would not be used if it could be read: of the root, of a suffix of one label, or a signature or proof. */
function isIdle(text: string): boolean {
  const { owner = '', type = '' } = RECORD.exec(text)?.groups ?? {};
  return !owner.slice(0, -1).includes('.') || ['RRSIG', 'NSEC', 'NSEC3'].includes(type);
}

function reasonToPass(text: string, clas: string | undefined): string | undefined {
  if (clas !== undefined && clas !== 'IN') return `it is of class ${clas}, and only IN is simulated`;
  return LEFT_OUT.test(text) ? 'dig left its data out' : undefined;
}

/** How many parentheses a line opens more than it closes, those in quotes and comments not counted. */
function depthOf(text: string): number {
  const bare = text.replaceAll(/"(?:\\.|[^"\\])*"|\\./g, '').replace(/;.*$/, '');
  return bare.split('(').length - bare.split(')').length;
}

function readAll(text: string, first: number): { records: PrintedRecord[]; faults: LineNote[] } {
  const cut = masterLines(text);
  const noteOf = ({ line, message }: LineNote): LineNote => ({ line: line + first - 1, message });
  const faults = cut.faults.map(noteOf);
  const records: PrintedRecord[] = [];
  for (const line of cut.lines) {
    const state = startReading(ROOT, 0);
    readEntry(line, state);
    faults.push(...state.faults.map(noteOf));
    for (const { rrset, at } of state.records) {
      const [rdata] = rrset.rdata;
      if (rdata) records.push({ owner: rrset.owner, ttl: rrset.ttl, rdata, line: at.line + first - 1 });
    }
  }
  return { records, faults };
}
