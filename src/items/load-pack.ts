import type { z } from 'zod';
import { type ContentFault, type ReadDocument, readDocument } from '../base/document.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { checkPack } from './check-pack.ts';
import type { Pack } from './item.ts';
import { itemOf } from './item-entry.ts';
import { conceptsFile, itemsFile, misconceptionsFile, packFile } from './pack-schema.ts';

/** A file of a pack: its path from the top of the project, and its text. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads a pack out of its files: `pack.yaml`, `concepts.yaml`, `misconceptions.yaml` and any number under `items/`.
 * Every fault of every file is reported at once; a pack with any is not loaded. What an item refers to is looked up
 * when its own file, the concepts and the misconceptions have the right shape.
 */
export function loadPack(folder: string, files: readonly PackFile[]): Result<Pack, readonly ContentFault[]> {
  const about = readOne(folder, 'pack.yaml', files, packFile);
  const concepts = readOne(folder, 'concepts.yaml', files, conceptsFile);
  const misconceptions = readOne(folder, 'misconceptions.yaml', files, misconceptionsFile);
  const items = readItems(folder, files);
  const faults = [about, concepts, misconceptions, ...items].flatMap((each) => (each.ok ? [] : each.problem));
  if (!about.ok || !concepts.ok || !misconceptions.ok) return fail(faults);

  const read = items.flatMap((each) => (each.ok ? [each.value] : []));
  faults.push(...checkPack(concepts.value, misconceptions.value, read));
  if (faults.length > 0) return fail(faults);
  const pack = about.value.value;
  const loaded = read.flatMap(({ value }) => value.flatMap((entry) => itemOf(entry, pack.id) ?? []));
  return ok({ ...pack, concepts: concepts.value.value, misconceptions: misconceptions.value.value, items: loaded });
}

type Read<Schema extends z.ZodType> = Result<ReadDocument<z.output<Schema>>, readonly ContentFault[]>;

function readOne<Schema extends z.ZodType>(
  folder: string,
  file: string,
  files: readonly PackFile[],
  schema: Schema,
): Read<Schema> {
  const path = `${folder}/${file}`;
  const found = files.find((each) => each.path === path);
  if (found) return readDocument(path, found.text, schema);
  return fail([{ file: path, line: 1, field: '', message: 'This file is missing; every pack has one.' }]);
}

function readItems(folder: string, files: readonly PackFile[]): readonly Read<typeof itemsFile>[] {
  const itemFiles = files.filter(({ path }) => path.startsWith(`${folder}/items/`));
  const message = 'There are no items here; add a YAML file.';
  if (itemFiles.length === 0) return [fail([{ file: `${folder}/items`, line: 1, field: '', message }])];
  return itemFiles.map(({ path, text }) => readDocument(path, text, itemsFile));
}
