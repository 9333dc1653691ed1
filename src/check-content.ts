import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ContentFault, formatFault } from './base/document.ts';
import { type BankFault, checkBank } from './content-check/check-bank.ts';
import { lockFaults } from './content-check/lock.ts';
import { type Proof, proveItem } from './content-check/prove-item.ts';
import { placer } from './content-check/where.ts';
import type { Pack } from './items/item.ts';
import { loadPack } from './items/load-pack.ts';
import { breakagesIn } from './labs/breakages.ts';
import { readLock } from './lock-items.ts';
import { proveShare } from './prove-items.ts';
import type { Content } from './tutor/command.ts';
import { loadContent, readPackFiles, readPackFolders } from './tutor/load-content.ts';
import { counted } from './tutor/names.ts';

/** What a check of questions came to. */
export interface ContentReport {
  readonly text: string;
  readonly passed: boolean;
}

/** In how many worlds each key is computed anew. */
const SEEDS = 200;

/** Says what is wrong with the questions of a project, all at once, each by file and line. Throws a ContentError for what cannot be read. */
export async function checkContent(top: string, seeds = SEEDS): Promise<ContentReport> {
  const content = loadContent(top);
  const proofs = await proveAll(top, content, seeds);
  const faults = [
    ...bankFaults([...content.packs.values()], proofs),
    ...lockFaults([...content.items.values()], readLock(top)),
  ];
  const files = readPackFolders(top).flatMap((folder) => folder.files);
  const long = files
    .filter(({ path, text }) => path.includes('/items/') && text.trimEnd().split('\n').length > LONGEST_FILE)
    .map(({ path }) => ({ file: path, line: LONGEST_FILE, field: '', message: TOO_LONG }));
  return reportOf([...faults.map(placer(files)), ...long], proofs);
}

const LONGEST_FILE = 250;
const TOO_LONG = `This file is longer than ${LONGEST_FILE} lines: cut it in two.`;

/** Checks packs one by one: each a folder with its `pack.yaml`, wherever it is. They may build on the packs of the project. */
export function packChecker(top: string): (path: string, seeds?: number) => ContentReport {
  const content = loadContent(top);
  const folders = readPackFolders(top);
  return (path, seeds = SEEDS) => {
    const folder = resolve(path);
    if (!existsSync(join(folder, 'pack.yaml')) || !statSync(folder).isDirectory())
      return { text: `There is no pack in ${path}: name the folder that has its pack.yaml.\n`, passed: false };
    const files = readPackFiles(dirname(folder), basename(folder));
    const breakages = breakagesIn([...folders, { folder: basename(folder), files }]);
    const pack = loadPack(basename(folder), files, [...content.packs.values()], breakages);
    if (!pack.ok) return reportOf(pack.problem, new Map());
    const proofs = new Map(
      pack.value.items.map((item) => [item.id, proveItem(item, pack.value, content.catalogue, seeds)]),
    );
    return reportOf(bankFaults([pack.value], proofs).map(placer(files)), proofs);
  };
}

/** Over as many threads as there are processors. */
async function proveAll(top: string, content: Content, seeds: number): Promise<ReadonlyMap<string, Proof>> {
  const of = availableParallelism();
  const others = Array.from({ length: of - 1 }, (_, index) => proveElsewhere({ top, share: index + 1, of, seeds }));
  const proofs = [...proveShare(content, { top, share: 0, of, seeds }), ...(await Promise.all(others)).flat()];
  return new Map(proofs.map((proof) => [proof.item, proof]));
}

const proveElsewhere = (workerData: object): Promise<readonly Proof[]> =>
  new Promise((done, failed) => {
    const worker = new Worker(new URL('./prove-items.ts', import.meta.url), { workerData });
    worker.once('message', done).once('error', failed);
  });

function bankFaults(packs: readonly Pack[], proofs: ReadonlyMap<string, Proof>): readonly BankFault[] {
  const ofItems = packs.flatMap((pack) =>
    pack.items.flatMap(({ id }) =>
      (proofs.get(id)?.remarks ?? []).map(({ field, message }) => ({ pack: pack.id, id, field, message })),
    ),
  );
  return [...ofItems, ...checkBank(packs, proofs)];
}

function reportOf(faults: readonly ContentFault[], proofs: ReadonlyMap<string, Proof>): ContentReport {
  const puts = [...proofs.values()].reduce((sum, { tally }) => sum + tally.puts, 0);
  const what = `${counted(proofs.size, 'item')} put in ${puts.toLocaleString('en-US')} worlds`;
  if (faults.length === 0) return { text: `${what}: nothing to mend.\n`, passed: true };
  const lines = faults
    .toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
    .map(formatFault);
  return { text: `${lines.join('\n')}\n\n${what}: ${counted(faults.length, 'thing')} to mend.\n`, passed: false };
}
