import { z } from 'zod';
import { type ContentFault, type ReadDocument, readDocument } from '../base/document.ts';
import { nearest } from '../base/nearest.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { checkPack } from './check-pack.ts';
import { namedBy, type Pack } from './item.ts';
import { type Breakages, itemOf } from './item-entry.ts';
import { conceptsFile, type ItemEntry, itemsFile, misconceptionsFile, packFile } from './pack-schema.ts';

/** A file of a pack: its path from the top of the project, and its text. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads a pack out of its files: `pack.yaml`, `concepts.yaml`, `misconceptions.yaml` and any number under `items/`. One
 * that builds on others may leave out the second and the third.
 * Every fault of every file is reported at once; a pack with any is not loaded. What an item refers to is looked up
 * when its own file, the concepts and the misconceptions have the right shape.
 * @param others the packs that it may build on
 * @param breakages the faults in whose worlds items may be put
 */
export function loadPack(
  folder: string,
  files: readonly PackFile[],
  others: readonly Pack[] = [],
  breakages: Breakages = new Map(),
): Result<Pack, readonly ContentFault[]> {
  const about = readOne(folder, 'pack.yaml', files, packFile);
  const borrows = about.ok && about.value.value['builds-on'].length > 0;
  const concepts = readList(folder, 'concepts.yaml', files, conceptsFile, borrows);
  const misconceptions = readList(folder, 'misconceptions.yaml', files, misconceptionsFile, borrows);
  const items = readItems(folder, files);
  const faults = [about, concepts, misconceptions, ...items].flatMap((each) => (each.ok ? [] : each.problem));
  if (!about.ok || !concepts.ok || !misconceptions.ok) return fail(faults);
  const read = items.flatMap((each) => (each.ok ? [each.value] : []));
  const parts = { about: about.value, concepts: concepts.value, misconceptions: misconceptions.value, items: read };
  const assembled = assemblePack(parts, others, breakages);
  if (!assembled.ok) return fail([...faults, ...assembled.problem]);
  return faults.length > 0 ? fail(faults) : assembled;
}

/** What a pack is read from, each part of the right shape. */
export interface PackParts {
  readonly about: ReadDocument<z.output<typeof packFile>>;
  readonly concepts: ReadDocument<z.output<typeof conceptsFile>>;
  readonly misconceptions: ReadDocument<z.output<typeof misconceptionsFile>>;
  readonly items: readonly ReadDocument<z.output<typeof itemsFile>>[];
}

/** Puts a pack together. Refuses: what it refers to and nobody has, and ids used twice. */
export function assemblePack(
  { about, concepts, misconceptions, items }: PackParts,
  others: readonly Pack[],
  breakages: Breakages,
): Result<Pack, readonly ContentFault[]> {
  const { 'builds-on': buildsOn, ...pack } = about.value;
  const lenders = others.filter(({ id }) => buildsOn.includes(id));
  const known = others.map(({ id }) => id);
  const borrowed = { concepts: lent(lenders, 'concepts'), misconceptions: lent(lenders, 'misconceptions') };
  const faults = [
    ...buildsOn.flatMap((id, place) =>
      known.includes(id) ? [] : [about.faultAt(['builds-on', place], unknown('pack', id, known))],
    ),
    ...checkPack(concepts, misconceptions, items, borrowed),
    ...items.flatMap((file) => unknownFaults(file, breakages)),
  ];
  if (faults.length > 0) return fail(faults);
  const loaded = items.flatMap(({ value }) => value.flatMap((entry) => itemOf(entry, pack.id, breakages) ?? []));
  return ok({ ...pack, concepts: concepts.value, misconceptions: misconceptions.value, items: loaded, borrowed });
}

const unknownFaults = (
  { value, faultAt }: ReadDocument<readonly ItemEntry[]>,
  breakages: Breakages,
): readonly ContentFault[] =>
  value.flatMap(({ scenario }, place) => {
    if (!scenario || !('fault' in scenario) || breakages.has(scenario.fault)) return [];
    return [faultAt([place, 'scenario', 'fault'], unknown('fault', scenario.fault, [...breakages.keys()]))];
  });

/** What several packs lend, each thing once. */
function lent<Of extends 'concepts' | 'misconceptions'>(packs: readonly Pack[], of: Of): Pack[Of] {
  const all = new Map(packs.flatMap((pack) => namedBy(pack)[of].map((each) => [each.id, each])));
  return [...all.values()] as unknown as Pack[Of];
}

function unknown(what: 'pack' | 'fault', id: string, known: readonly string[]): string {
  const near = nearest(id, known);
  return `there is no ${what} \`${id}\`${what === 'pack' ? ' to build on' : ''}${near ? `; did you mean \`${near}\`?` : ''}`;
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

/** The same of a list that need not be there for a pack that borrows. */
function readList<Schema extends z.ZodType<readonly object[]>>(
  folder: string,
  file: string,
  files: readonly PackFile[],
  schema: Schema,
  borrows: boolean,
): Read<Schema> {
  if (!borrows || files.some(({ path }) => path === `${folder}/${file}`)) return readOne(folder, file, files, schema);
  return readDocument(`${folder}/${file}`, '[]', z.array(z.never())) as Read<Schema>;
}

function readItems(folder: string, files: readonly PackFile[]): readonly Read<typeof itemsFile>[] {
  const itemFiles = files.filter(({ path }) => path.startsWith(`${folder}/items/`));
  const message = 'There are no items here; add a YAML file.';
  if (itemFiles.length === 0) return [fail([{ file: `${folder}/items`, line: 1, field: '', message }])];
  return itemFiles.map(({ path, text }) => readDocument(path, text, itemsFile));
}
