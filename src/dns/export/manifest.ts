import { fail, ok, type Result } from '../../base/result.ts';
import { formatInstant, type Instant, instant } from '../../base/time.ts';
import { type Name, parseName } from '../name.ts';
import type { RootHint } from '../resolver/delegation.ts';
import type { Internet } from '../resolver/internet.ts';
import type { Zone } from '../zone/zone.ts';

/** What an exported folder says of itself. */
export interface Manifest {
  readonly now: Instant;
  readonly rootHints: readonly RootHint[];
  /** The files of each server's zones, by its address. */
  readonly servers: ReadonlyMap<string, readonly string[]>;
  readonly origins: ReadonlyMap<string, Name>;
}

const VERSION = 1;

/** The manifest as JSON: the clock, the root hints, the origin of each zone file, and which server holds which. */
export function formatManifest(internet: Internet, paths: ReadonlyMap<Zone, string>, now: Instant): string {
  const zones = Object.fromEntries(Array.from(paths, ([{ origin }, path]) => [path, origin]));
  const servers = Object.fromEntries(
    Array.from(internet.servers, ([address, server]) => [
      address,
      Array.from(server.zones.values(), (zone) => paths.get(zone)),
    ]),
  );
  const manifest = {
    version: VERSION,
    now,
    clock: `${formatInstant(now)} UTC`,
    rootHints: internet.rootHints,
    zones,
    servers,
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Reads one back. Refuses with a sentence for what is not as it was written. */
export function parseManifest(text: string): Result<Manifest, string> {
  const json = readJson(text);
  if (!isRecord(json)) return fail('it is no JSON object, as an export writes one');
  if (json.version !== VERSION)
    return fail(`it is of version ${String(json.version)}, and only version ${VERSION} is known here`);
  if (typeof json.now !== 'number') return fail('`now` should be a moment in milliseconds since 1970');
  const hints = Array.isArray(json.rootHints) ? json.rootHints.map(readHint) : [undefined];
  if (hints.length === 0 || hints.includes(undefined))
    return fail('`rootHints` should list servers by name and address');
  const origins = new Map<string, Name>();
  for (const [path, origin] of Object.entries(isRecord(json.zones) ? json.zones : {})) {
    const name = parseName(String(origin));
    if (!name.ok) return fail(`“${String(origin)}”, the origin of ${path}, is no domain name`);
    origins.set(path, name.value);
  }
  const servers = new Map<string, readonly string[]>();
  for (const [address, files] of Object.entries(isRecord(json.servers) ? json.servers : {})) {
    if (!Array.isArray(files)) return fail(`the server ${address} should have a list of files`);
    const unknown = files.find((file) => !origins.has(String(file)));
    if (unknown !== undefined)
      return fail(`the server ${address} has ${String(unknown)}, which \`zones\` does not list`);
    servers.set(address, files.map(String));
  }
  return ok({ now: instant(json.now), rootHints: hints.filter((hint) => hint !== undefined), servers, origins });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readHint(value: unknown): RootHint | undefined {
  if (!isRecord(value) || typeof value.address !== 'string') return undefined;
  const name = parseName(String(value.name));
  return name.ok ? { name: name.value, address: value.address } : undefined;
}
