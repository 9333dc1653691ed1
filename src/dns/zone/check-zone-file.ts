import { displayName } from '../name.ts';
import type { Rdata } from '../record.ts';
import type { Token } from '../tokens.ts';
import { checkZone } from './check-zone.ts';
import { type FindingKind, finding, type ZoneFinding } from './finding.ts';
import type { Zone } from './zone.ts';
import { readZoneFile, type ZoneFile, type ZoneFileOptions } from './zone-file.ts';

/** For records that give no TTL in a file that gives none, in seconds, as NSD and Knot have it. */
export const DEFAULT_TTL = 3600;

/** Something wrong with a master file, in a sentence without its full stop; lines and columns count from 1. */
export interface FileFinding {
  readonly severity: 'error' | 'warning';
  /** `syntax` is what cannot be read; what it says, or where, is then not judged. */
  readonly kind: FindingKind | 'syntax';
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A file's findings, errors first, then by line; and the zone, as far as it could be read. */
export interface CheckedFile {
  readonly zone: Zone;
  readonly findings: readonly FileFinding[];
}

/**
 * Checks a master file whole: what cannot be read, and what is wrong with what can be, each at the record that would have
 * to change, naming the lines of the others. While something cannot be read, nothing is said to be missing.
 */
export function checkZoneFile(text: string, options: ZoneFileOptions): CheckedFile {
  const read = readZoneFile(text, options);
  const places = new Map(read.records.map(({ rrset, at }) => [rrset.rdata[0], at]));
  const found = checkZone(read.zone).filter(({ kind }) => read.faults.length === 0 || !OF_ABSENCE.has(kind));
  const findings: FileFinding[] = [
    ...read.faults.map((fault) => ({ severity: 'error', kind: 'syntax', ...fault }) as const),
    ...found.map((one) => placed(one, places)),
    ...read.warnings.map(weighed),
  ];
  return { zone: read.zone, findings: findings.sort(bySeverityAndPlace) };
}

/** What may be wrong only because of a line that could not be read. */
const OF_ABSENCE: ReadonlySet<FindingKind> = new Set([
  ...(['no-soa', 'no-apex-ns', 'ds-without-ns', 'no-glue', 'spf-without-txt'] as const),
  ...(['ns-without-address', 'mx-without-address', 'srv-without-address'] as const),
]);

/** The finding where the file goes wrong: at the first record that it is about, or that may not stand beside those before. */
function placed(found: ZoneFinding, places: ReadonlyMap<Rdata | undefined, Token>): FileFinding {
  const { severity, kind, owner, message, records, because } = found;
  const about = records.map((record) => ({ type: record.type, ...(places.get(record) ?? START) })).sort(byPlace);
  const [first = START, second = first] = about;
  const odd = records[0]?.type;
  const clash = about.find(({ type }) => (type === odd) !== (about[0]?.type === odd)) ?? second;
  const { line, column } = CLASHES.has(kind) ? clash : first;
  const others = CLASHES.has(kind) ? about : because.flatMap((record) => places.get(record) ?? []);
  const lines = [...new Set(others.map((other) => other.line))].filter((other) => other !== line);
  const where = lines.length === 0 ? '' : ` (see line${lines.length > 1 ? 's' : ''} ${listed(lines)})`;
  return { severity, kind, line, column, message: `${displayName(owner)} ${message}${where}` };
}

const START = { line: 1, column: 1 };
/** Kinds that are about records which may not stand beside each other. */
const CLASHES: ReadonlySet<FindingKind> = new Set([
  ...(['several-soas', 'cname-beside-other-data', 'several-cnames', 'several-dnames', 'dname-beside-ns'] as const),
]);

const MOST_LINES = 4;
const listed = (lines: readonly number[]): string =>
  lines.length > MOST_LINES ? `${lines.slice(0, MOST_LINES).join(', ')} …` : lines.join(', ');

const weighed = ({ kind, owner, line, column, message }: ZoneFile['warnings'][number]): FileFinding => {
  const { severity } = finding(kind, owner, message, []);
  return { severity, kind, line, column, message };
};

interface Place {
  readonly line: number;
  readonly column: number;
}
const byPlace = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;
const bySeverityAndPlace = (a: FileFinding, b: FileFinding): number =>
  Number(b.severity === 'error') - Number(a.severity === 'error') || byPlace(a, b);
