import { fail, ok, type Result } from '../../base/result.ts';
import { isAtOrBelow, isBelow, type Name } from '../name.ts';
import { portableName, portableRdata, spelledRdata } from '../rdata/names.ts';
import { formatRdata } from '../rdata/text.ts';
import type { RecordWarning } from './finding.ts';
import { masterLines, type ZoneFault } from './master-line.ts';
import { recordWarnings } from './record-warnings.ts';
import { makeZone, rrsetsOf, type Zone } from './zone.ts';
import { type ReadRecord, readEntry, startReading } from './zone-entry.ts';

export type { ZoneFault } from './master-line.ts';

/** `origin` is the zone's; `defaultTtl`, in seconds, is for records where the file gives no TTL at all. */
export interface ZoneFileOptions {
  readonly origin: Name;
  readonly defaultTtl?: number;
  /** How many records `$GENERATE` may make in all; 262,144 where this is absent. */
  readonly mostGenerated?: number;
}

/** What a file holds as far as it can be read. Records that a warning speaks of are left out, or joined to their set. */
export interface ZoneFile {
  readonly zone: Zone;
  readonly faults: readonly ZoneFault[];
  readonly warnings: readonly RecordWarning[];
  /** As they stand in the file; the zone holds the same data. */
  readonly records: readonly ReadRecord[];
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
export function readZoneFile(text: string, { origin, defaultTtl, mostGenerated }: ZoneFileOptions): ZoneFile {
  const { lines, faults } = masterLines(text);
  const state = startReading(origin, defaultTtl, mostGenerated);
  for (const line of lines) readEntry(line, state);
  const inside = state.records.filter(({ rrset }) => isAtOrBelow(rrset.owner, origin));
  return {
    zone: makeZone(
      origin,
      inside.map(({ rrset }) => rrset),
      state.spellings,
    ),
    faults: inOrder([...faults, ...state.faults]),
    records: state.records,
    warnings: inOrder([...state.warnings, ...recordWarnings(state.records, origin)]),
  };
}

/** The zone as a master file that reads back as the same zone: owners below the origin, columns aligned. */
export function formatZoneFile(zone: Zone): string {
  const rows = rrsetsOf(zone).flatMap(({ owner, ttl, rdata }) => {
    const written = relativeOwner(zone, owner);
    return rdata.map((one) => {
      const data = formatRdata(portableRdata(zone.spellings.size > 0 ? spelledRdata(one, zone.spellings) : one));
      return { owner: written, ttl: String(ttl), type: one.type, rdata: data };
    });
  });
  const widest = Math.min(32, Math.max(0, ...rows.map(({ owner }) => owner.length)));
  const widestTtl = Math.max(0, ...rows.map(({ ttl }) => ttl.length));
  const lines = rows.map(({ owner, ttl, type, rdata }) =>
    `${owner.padEnd(widest)} ${ttl.padStart(widestTtl)} IN ${type.padEnd(5)} ${rdata}`.trimEnd(),
  );
  return `${[`$ORIGIN ${portableName(spelled(zone, zone.origin))}`, ...lines].join('\n')}\n`;
}

function relativeOwner(zone: Zone, owner: Name): string {
  if (owner === zone.origin) return '@';
  const written = spelled(zone, owner);
  if (zone.origin === '.' || !isBelow(owner, zone.origin)) return portableName(written);
  return portableName(written.slice(0, -zone.origin.length - 1));
}

const spelled = (zone: Zone, name: Name): string => zone.spellings.get(name) ?? name;
const inOrder = <Fault extends ZoneFault>(faults: Fault[]): Fault[] =>
  faults.sort((a, b) => a.line - b.line || a.column - b.column);
