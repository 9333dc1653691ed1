import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { fail, ok, type Result } from '../../base/result.ts';
import type { Action } from '../../world/action.ts';
import { readCodedAction, writeCodedAction } from '../../world/action-schema.ts';
import type { Catalogue } from '../../world/catalogue.ts';
import { DICTIONARY } from './dictionary.ts';
import { type LettersProblem, MOST_OCTETS, readLetters, writeLetters } from './letters.ts';

/** Where a shared world begins. Seeds are whole numbers of at most 32 bits; `step` is the lesson's. */
export type SharedStart =
  | { readonly kind: 'sandbox'; readonly seed: number; readonly pace?: 'as-in-life' }
  | { readonly kind: 'lesson'; readonly lesson: string; readonly seed: number; readonly step: number }
  | { readonly kind: 'lab'; readonly lab: string; readonly fault?: string; readonly seed: number };

/** What a share code says: where to begin, what to do from there, and a number that names the world it comes to. */
export interface SharedWorld {
  readonly start: SharedStart;
  readonly actions: readonly Action[];
  /** 24 bits. */
  readonly fingerprint: number;
}

/** `unreadable`: whole, and yet it says nothing that this program knows. */
export type ShareCodeProblem = LettersProblem | { readonly kind: 'unreadable' };

const FINGERPRINT_OCTETS = 3;

/** The code of a world; undefined if more was done than a code can hold. */
export function writeShareCode({ start, actions, fingerprint }: SharedWorld): string | undefined {
  const text = JSON.stringify([...headOf(start), ...actions.map(writeCodedAction)]);
  const packed = deflateRawSync(text, { level: 9, memLevel: 9, dictionary: DICTIONARY });
  const octets = Buffer.alloc(FINGERPRINT_OCTETS + packed.length);
  octets.writeUIntBE(fingerprint, 0, FINGERPRINT_OCTETS);
  octets.set(packed, FINGERPRINT_OCTETS);
  return text.length > MOST_TEXT || octets.length > MOST_OCTETS ? undefined : writeLetters(octets);
}

/** What a code says. Everything in it is checked, as anybody may have written it. */
export function readShareCode(catalogue: Catalogue, written: string): Result<SharedWorld, ShareCodeProblem> {
  const octets = readLetters(written);
  if (!octets.ok) return octets;
  const data = unpacked(Buffer.from(octets.value).subarray(FINGERPRINT_OCTETS));
  const [kind, of, seed, ...rest] = Array.isArray(data) ? data : [];
  const start = startOf(kind, of, seed, rest[0]);
  if (!start) return fail({ kind: 'unreadable' });
  const actions = rest.slice(start.kind === 'sandbox' ? 0 : 1).map((coded) => readCodedAction(catalogue, coded));
  if (actions.some((read) => !read.ok)) return fail({ kind: 'unreadable' });
  const fingerprint = Buffer.from(octets.value).readUIntBE(0, FINGERPRINT_OCTETS);
  return ok({ start, actions: actions.flatMap((read) => (read.ok ? [read.value] : [])), fingerprint });
}

/** A word of its own, so that a program that knows of no pace does not take it for a sandbox of the other. */
const PACED_SANDBOX = 'sandbox as-in-life';

const headOf = (start: SharedStart): readonly unknown[] => {
  const { kind, seed } = start;
  if (kind === 'sandbox') return [start.pace === undefined ? kind : PACED_SANDBOX, '', seed];
  return kind === 'lesson' ? [kind, start.lesson, seed, start.step] : [kind, start.lab, seed, start.fault ?? ''];
};

function startOf(kind: unknown, of: unknown, seed: unknown, more: unknown): SharedStart | undefined {
  if (typeof of !== 'string' || !Number.isInteger(seed)) return undefined;
  const begun = { seed: Number(seed) };
  if (kind === 'sandbox') return { kind, ...begun };
  if (kind === PACED_SANDBOX) return { kind: 'sandbox', ...begun, pace: 'as-in-life' };
  if (kind === 'lesson' && Number.isInteger(more)) return { kind, lesson: of, ...begun, step: Number(more) };
  if (kind !== 'lab' || typeof more !== 'string') return undefined;
  return { kind, lab: of, ...begun, ...(more === '' ? {} : { fault: more }) };
}

/** More than a code of ours is ever made of; a small code may be blown up to much. */
const MOST_TEXT = 1_000_000;

function unpacked(octets: Uint8Array): unknown {
  try {
    return JSON.parse(inflateRawSync(octets, { dictionary: DICTIONARY, maxOutputLength: MOST_TEXT }).toString());
  } catch {
    // Both say in this way that it was not written by this program.
    return undefined;
  }
}
