import { fail, ok, type Result } from '../../base/result.ts';
import { type Instant, instant } from '../../base/time.ts';
import { displayName, type Name } from '../name.ts';
import type { Internet } from '../resolver/internet.ts';
import { checkZoneFile, DEFAULT_TTL, type FileFinding } from '../zone/check-zone-file.ts';
import { makeNameServer } from '../zone/name-server.ts';
import { originOfFile } from '../zone/origin-of-file.ts';
import type { Zone } from '../zone/zone.ts';
import type { ZoneFileOptions } from '../zone/zone-file.ts';
import type { Files } from './export-internet.ts';
import { internetAround } from './internet-around.ts';
import { parseManifest } from './manifest.ts';

/** An Internet read from files. `notes` say, in sentences, what had to be assumed or was left out. */
export interface ImportedInternet {
  readonly internet: Internet;
  readonly now: Instant;
  readonly notes: readonly string[];
  /** The zones that were given, rather than made around them. */
  readonly given: readonly Zone[];
}

/** Something wrong in a file, and where, as far as that is known; lines and columns count from 1. */
export interface FileFault {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** Bounds for files that anybody may send. */
export type ImportBounds = Pick<ZoneFileOptions, 'mostGenerated'>;

/** When a world of plain zone files begins: any moment would do. */
const START = instant(Date.UTC(2026, 2, 2, 9));
const MANIFEST = 'world.json';

/**
 * Reads an Internet from files: one that was exported as it was; plain master files with name servers at the addresses they
 * give, and with the zones above them, so that a resolver finds them. Refuses with every fault of every file.
 */
export function importInternet(
  files: Files,
  bounds: ImportBounds = {},
): Result<ImportedInternet, readonly FileFault[]> {
  const manifest = files.get(MANIFEST);
  return manifest === undefined ? importPlain(files, bounds) : importExported(files, manifest, bounds);
}

function importExported(
  files: Files,
  text: string,
  bounds: ImportBounds,
): Result<ImportedInternet, readonly FileFault[]> {
  const manifest = parseManifest(text);
  if (!manifest.ok) return fail([{ file: MANIFEST, message: manifest.problem }]);
  const { origins, servers, rootHints, now } = manifest.value;
  const faults: FileFault[] = [];
  const zones = new Map<string, Zone>();
  for (const [path, origin] of origins) {
    const file = files.get(path);
    const zone = file === undefined ? undefined : readZone(path, file, { origin, ...bounds }, faults, []);
    if (file === undefined) faults.push({ file: path, message: `this file is missing, though ${MANIFEST} lists it` });
    if (zone) zones.set(path, zone);
  }
  if (faults.length > 0) return fail(faults);
  const held = Array.from(servers, ([address, paths]) => {
    return [address, makeNameServer(paths.flatMap((path) => zones.get(path) ?? []))] as const;
  });
  return ok({ internet: { servers: new Map(held), rootHints }, now, notes: [], given: [...new Set(zones.values())] });
}

function importPlain(files: Files, bounds: ImportBounds): Result<ImportedInternet, readonly FileFault[]> {
  const faults: FileFault[] = [];
  const notes: string[] = [];
  const zones = new Map<Name, { readonly zone: Zone; readonly file: string }>();
  for (const [file, text] of files) {
    const origin = originOfFile(file, text);
    if (origin === undefined) {
      faults.push({ file, message: 'there is no telling of which zone this is: begin it with `$ORIGIN example.com.`' });
      continue;
    }
    const zone = readZone(file, text, { origin, ...bounds }, faults, notes);
    const other = zones.get(origin)?.file;
    if (other !== undefined)
      faults.push({ file, message: `this is ${displayName(origin)} again, which ${other} is too` });
    else if (zone) zones.set(origin, { zone, file });
  }
  if (files.size === 0) faults.push({ file: '.', message: 'there is no zone file' });
  if (faults.length > 0) return fail(faults);
  const given = Array.from(zones.values(), ({ zone }) => zone);
  const around = internetAround(given);
  return ok({ internet: around.internet, now: START, notes: [...notes, ...around.notes], given });
}

/** Reads one zone; what keeps it from being served is added to the faults, and what else is wrong with it noted. */
function readZone(
  file: string,
  text: string,
  options: ZoneFileOptions,
  faults: FileFault[],
  notes: string[],
): Zone | undefined {
  const { zone, findings } = checkZoneFile(text, { ...options, defaultTtl: DEFAULT_TTL });
  for (const one of findings) {
    const { line, column, message } = one;
    if (isRefused(one)) faults.push({ file, line, column, message });
    else notes.push(`${file}, line ${line}, column ${column}: ${message}.`);
  }
  return findings.some(isRefused) ? undefined : zone;
}

/** What servers refuse, except that a zone which names no server is given one by the Internet around it. */
const isRefused = ({ severity, kind }: FileFinding): boolean => severity === 'error' && kind !== 'no-apex-ns';
