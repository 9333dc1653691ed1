import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { exportInternet, type Files } from './dns/export/export-internet.ts';
import { type FileFault, importInternet } from './dns/export/import-internet.ts';
import { displayName } from './dns/name.ts';
import { onLoopback, RESOLVER_ADDRESS } from './dns/serve/loopback.ts';
import { rrsetsOf } from './dns/zone/zone.ts';
import type { ServedWorld } from './serve-world.ts';
import type { StartedWith } from './tutor/own-zone.ts';
import { rootAnchors } from './world/ask.ts';

/** Files could not be read or written as a world; the message has a line for each thing that is wrong. */
export class WorldFilesError extends Error {
  constructor(faults: readonly FileFault[]) {
    super(faults.map(lineOf).join('\n'));
    this.name = 'WorldFilesError';
  }
}

/** Files larger than this hold no zone that anybody wrote. */
const LARGEST_FILE = 64 * 1024 * 1024;
/** What lies beside zone files in an exported folder. */
const NO_ZONES = /(^|\/)(README\.md|[a-z]+\.conf|root\.hints|\..*)$/;

/** The world in a zone file, or in a folder of them. Throws a WorldFilesError with all that is wrong. */
export function readWorld(path: string): ServedWorld & StartedWith {
  const files = filesAt(path);
  const read = importInternet(files);
  if (!read.ok) throw new WorldFilesError(read.problem);
  const { internet, now, notes, given } = read.value;
  const sets = given.flatMap((zone) => rrsetsOf(zone));
  const www = sets.find(({ owner, rdata }) => owner.startsWith('www.') && rdata[0]?.type === 'A');
  const example = www?.owner ?? sets.find(({ rdata }) => rdata[0]?.type === 'A')?.owner ?? sets[0]?.owner;
  const digest = digestOf(files);
  return {
    internet,
    now,
    notes,
    given,
    digest,
    story: [],
    example: example === undefined ? '.' : displayName(example),
  };
}

/** The text of one zone file. Throws a WorldFilesError where there is none that can be read. */
export function readZoneText(file: string): string {
  if (!existsSync(file)) throw new WorldFilesError([{ file, message: 'there is no such file' }]);
  if (statSync(file).isDirectory())
    throw new WorldFilesError([{ file, message: 'this is a folder: give one of its zone files' }]);
  return textOf(file, file);
}

/** Writes a world as files that real servers load. Throws a WorldFilesError where the folder is not empty. */
export function writeWorld({ internet, now }: ServedWorld, folder: string, port: number): readonly string[] {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
    const message =
      'this is there already, and nothing of it is overwritten: give a folder that is empty or not there yet';
    throw new WorldFilesError([{ file: folder, message }]);
  }
  const trustAnchors = rootAnchors(internet);
  const files = exportInternet(onLoopback(internet), { port, resolver: RESOLVER_ADDRESS, trustAnchors, now });
  writeFiles(files, folder);
  return [...files.keys()];
}

/** Writes texts below a folder, which is made if it is not there. */
export function writeFiles(files: Files, folder: string): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The same for the same files, in whatever order they were read. */
function digestOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [path, text] of [...files].toSorted()) hash.update(`${path.length} ${path}${text.length} ${text}`);
  return hash.digest('hex');
}

function filesAt(path: string): Files {
  if (!existsSync(path)) throw new WorldFilesError([{ file: path, message: 'there is no such file or folder' }]);
  const isFolder = statSync(path).isDirectory();
  const paths = isFolder
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
    : [path];
  const files = new Map<string, string>();
  for (const file of paths.filter((each) => statSync(each).isFile())) {
    const name = isFolder ? relative(path, file) : file;
    if (isFolder && NO_ZONES.test(name)) continue;
    files.set(name, textOf(file, name));
  }
  return files;
}

function textOf(path: string, file: string): string {
  const { size } = statSync(path);
  if (size > LARGEST_FILE) throw new WorldFilesError([{ file, message: 'this is too large for a zone file' }]);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WorldFilesError([{ file, message: `this cannot be read: ${why}` }]);
  }
}

const lineOf = ({ file, line, column, message }: FileFault): string =>
  `${[file, line, column].filter((part) => part !== undefined).join(':')}: ${message}`;
