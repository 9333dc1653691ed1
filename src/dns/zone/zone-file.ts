import { fail, ok, type Result } from '../../base/result.ts';
import { isAtOrBelow, isBelow, type Name } from '../name.ts';
import { spelledRdata } from '../rdata-names.ts';
import { formatRdata } from '../rdata-text.ts';
import { typeOf } from '../record.ts';
import { masterLines, type ZoneFault } from './master-line.ts';
import { makeZone, rrsetsOf, type Zone } from './zone.ts';
import { type ReadRecord, readEntry, startReading } from './zone-entry.ts';

export type { ZoneFault } from './master-line.ts';

/** `origin` is the zone's; `defaultTtl`, in seconds, is for records where the file gives no TTL at all. */
export interface ZoneFileOptions {
  readonly origin: Name;
  readonly defaultTtl?: number;
}

/** What a file holds as far as it can be read. Records that a warning speaks of are left out, or joined to their set. */
export interface ZoneFile {
  readonly zone: Zone;
  readonly faults: readonly ZoneFault[];
  readonly warnings: readonly ZoneFault[];
}

/**
 * Reads a master file: RFC 1035 §5, `$TTL` (RFC 2308 §4), `\#` (RFC 3597 §5), and BIND's `$GENERATE` and `1h30m`.
 * Every fault is reported, in the order of lines. What the zone says is not judged here: see `checkZone`.
 */
export function parseZoneFile(text: string, options: ZoneFileOptions): Result<Zone, readonly ZoneFault[]> {
  const { zone, faults } = readZoneFile(text, options);
  return faults.length > 0 ? fail(faults) : ok(zone);
}

/** The same, with warnings: records outside the zone, given twice, or with another TTL than their set. */
export function readZoneFile(text: string, { origin, defaultTtl }: ZoneFileOptions): ZoneFile {
  const { lines, faults } = masterLines(text);
  const state = startReading(origin, defaultTtl);
  for (const line of lines) readEntry(line, state);
  const inside = state.records.filter(({ rrset }) => isAtOrBelow(rrset.owner, origin));
  return {
    zone: makeZone(
      origin,
      inside.map(({ rrset }) => rrset),
      state.spellings,
    ),
    faults: inOrder([...faults, ...state.faults]),
    warnings: inOrder([...state.warnings, ...outsideWarnings(state.records, origin), ...repeatWarnings(inside)]),
  };
}

/** The zone as a master file that reads back as the same zone: owners below the origin, columns aligned. */
export function formatZoneFile(zone: Zone): string {
  const rows = rrsetsOf(zone).flatMap(({ owner, ttl, rdata }) => {
    const written = relativeOwner(zone, owner);
    return rdata.map((one) => {
      const data = formatRdata(zone.spellings.size > 0 ? spelledRdata(one, zone.spellings) : one);
      return { owner: written, ttl: String(ttl), type: one.type, rdata: data };
    });
  });
  const widest = Math.min(32, Math.max(0, ...rows.map(({ owner }) => owner.length)));
  const widestTtl = Math.max(0, ...rows.map(({ ttl }) => ttl.length));
  const lines = rows.map(({ owner, ttl, type, rdata }) =>
    `${owner.padEnd(widest)} ${ttl.padStart(widestTtl)} IN ${type.padEnd(5)} ${rdata}`.trimEnd(),
  );
  return `${[`$ORIGIN ${spelled(zone, zone.origin)}`, ...lines].join('\n')}\n`;
}

function* outsideWarnings(records: readonly ReadRecord[], origin: Name): Generator<ZoneFault> {
  for (const { rrset, at } of records) {
    if (isAtOrBelow(rrset.owner, origin)) continue;
    yield { line: at.line, column: at.column, message: `${rrset.owner} is not in the zone ${origin} and is left out` };
  }
}

/** Records given twice, and TTLs that differ from their set's. RFC 2181 §5 and §5.2. */
function* repeatWarnings(records: readonly ReadRecord[]): Generator<ZoneFault> {
  const sets = new Map<string, { readonly ttl: number; readonly texts: Set<string> }>();
  for (const { rrset, at } of records) {
    const id = `${rrset.owner} ${typeOf(rrset)}`;
    const text = rrset.rdata.map(formatRdata).join();
    const set = sets.get(id) ?? { ttl: rrset.ttl, texts: new Set() };
    sets.set(id, set);
    const place = { line: at.line, column: at.column };
    if (set.texts.has(text)) yield { ...place, message: `${id} ${text} stands here again: it counts once` };
    const isSigning = typeOf(rrset) === 'RRSIG'; // each has the TTL of what it covers: RFC 4034 §3
    if (set.ttl !== rrset.ttl && !isSigning)
      yield { ...place, message: `${id} has TTL ${set.ttl} already: a set has one TTL` };
    set.texts.add(text);
  }
}

function relativeOwner(zone: Zone, owner: Name): string {
  if (owner === zone.origin) return '@';
  const written = spelled(zone, owner);
  if (zone.origin === '.' || !isBelow(owner, zone.origin)) return written;
  return written.slice(0, -zone.origin.length - 1);
}

const spelled = (zone: Zone, name: Name): string => zone.spellings.get(name) ?? name;
const inOrder = (faults: ZoneFault[]): ZoneFault[] => faults.sort((a, b) => a.line - b.line || a.column - b.column);
