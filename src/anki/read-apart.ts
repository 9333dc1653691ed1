import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fail, type Result } from '../base/result.ts';
import { SECOND } from '../base/time.ts';
import { turnsOf } from '../base/turns.ts';
import type { Note } from '../exchange/read-anki.ts';

export interface ApartOptions {
  /** Who is not done by then is ended. */
  readonly mostMs?: number;
}

const MOST_MS = 10 * SECOND;
/** Of JavaScript's own, in megabytes; what the deck unpacks to is bounded besides. */
const MOST_MEMORY = 256;
const CHILD = fileURLToPath(new URL('./deck-child.ts', import.meta.url));

/** One at a time: they are rare, and each may take all that it is given. */
const inTurn = turnsOf(1);

/**
 * Reads a deck as `readAnkiPackage` does, in a process of its own that knows no secret and is ended when it takes too
 * long: a database that somebody made up can keep SQLite busy for ever, and nothing inside a process could end that.
 */
export const readDeckApart = (
  octets: Uint8Array,
  { mostMs = MOST_MS }: ApartOptions = {},
): Promise<Result<readonly Note[], string>> => inTurn(() => read(octets, mostMs));

const read = (octets: Uint8Array, mostMs: number): Promise<Result<readonly Note[], string>> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${MOST_MEMORY}`, CHILD], {
      ...{ env: {}, stdio: ['pipe', 'pipe', 'ignore'], timeout: mostMs, killSignal: 'SIGKILL' },
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stdin.on('error', () => {}); // it has ended before it had read all; `close` tells
    child.on('error', () => resolve(fail(BROKEN)));
    child.on('close', (code) => resolve(code === 0 ? JSON.parse(Buffer.concat(parts).toString()) : fail(BROKEN)));
    child.stdin.end(octets);
  });

const BROKEN = 'That deck cannot be read: it took too long, or what reads it broke. Export it again, or as plain text.';
