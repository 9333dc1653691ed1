import type { Result } from '../base/result.ts';
import {
  type FileFault,
  type ImportBounds,
  type ImportedInternet,
  importInternet,
} from '../dns/export/import-internet.ts';

/** Zones that the program was started with, for whoever talks to it; the digest is that of their files. */
export interface StartedWith extends ImportedInternet {
  readonly digest: string;
}

/** The Internet around a zone that somebody sent as master-file text. Refuses with every fault that is in it. */
export const readOwnZone = (text: string, bounds?: ImportBounds): Result<ImportedInternet, readonly FileFault[]> =>
  importInternet(new Map([[WHAT_IT_IS, text]]), bounds);

const WHAT_IT_IS = 'your zone';
