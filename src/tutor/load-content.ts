import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentFault, formatFault } from '../base/document.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { PackFile } from '../items/load-pack.ts';
import { loadPacks, type PackFolder } from '../items/load-packs.ts';
import { packDocumentOf } from '../items/pack-document.ts';
import { breakagesIn } from '../labs/breakages.ts';
import { loadLabs } from '../labs/load-labs.ts';
import { loadLessons } from '../lessons/load-lessons.ts';
import { loadMoves } from '../moves/load-moves.ts';
import { CATALOGUE_FILES, type CatalogueFiles, loadCatalogue } from '../world/load-catalogue.ts';
import type { Content } from './command.ts';
import { commandEntries } from './commands.ts';
import { joinPacks } from './join-packs.ts';
import { loadTranslations, TRANSLATIONS_FILE } from './load-translations.ts';
import type { Translations } from './translations.ts';

/** The content is faulty. The message lists every fault, a line each, with its file and line. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly faults: readonly ContentFault[];

  constructor(faults: readonly ContentFault[]) {
    super(faults.map(formatFault).join('\n'));
    this.faults = faults;
  }
}

/**
 * Reads `data/` and `questions/` below a folder.
 * Throws a `ContentError` with all that is wrong in any of them; nothing is half-loaded.
 */
export function loadContent(top: string): Content {
  const files = readCatalogue(top);
  const catalogue = files.ok ? loadCatalogue(files.value) : files;
  const read = readPackFolders(top);
  const breakages = breakagesIn(read);
  const loaded = loadPacks(read, breakages);
  const packs = loaded.map(({ pack }) => pack);
  const lessons = loaded.map(({ folder, files, pack }) => loadLessons(folder, files, pack.ok ? pack.value : undefined));
  const labs = loaded.map(({ folder, files, pack }) => loadLabs(folder, files, pack.ok ? pack.value : undefined));
  const moves = loaded.map(({ folder, files }) => loadMoves(folder, files));
  const none = read.length === 0 ? [faultOf('questions', 'There are no packs here; each is a folder of its own.')] : [];
  const translations = readTranslations(top);
  const faults = [catalogue, translations, ...packs, ...lessons, ...labs, ...moves]
    .flatMap((each) => (each.ok ? [] : each.problem))
    .concat(none);
  if (!catalogue.ok || !translations.ok || faults.length > 0) throw new ContentError(faults);
  const content = joinPacks(
    catalogue.value,
    packs.flatMap((each) => (each.ok ? [each.value] : [])),
    lessons.flatMap((each) => (each.ok ? each.value : [])),
    {
      faults: labs.flatMap((each) => (each.ok ? each.value.faults : [])),
      labs: labs.flatMap((each) => (each.ok ? each.value.labs : [])),
    },
    moves.flatMap((each) => (each.ok ? each.value : [])),
    commandEntries,
  );
  if (!content.ok) throw new ContentError(content.problem.map((message) => faultOf('questions', message)));
  const documents = new Map(
    loaded.flatMap(({ folder, files, pack }) =>
      pack.ok ? [[pack.value.id, packDocumentOf(folder, files)] as const] : [],
    ),
  );
  return { ...content.value, documents, breakages, translations: translations.value };
}

const faultOf = (file: string, message: string): ContentFault => ({ file, line: 1, field: '', message });

function readCatalogue(top: string): Result<CatalogueFiles, readonly ContentFault[]> {
  const paths = CATALOGUE_FILES.map((file) => [file, `data/${file}.yaml`] as const);
  const missing = paths.filter(([, path]) => !existsSync(join(top, path)));
  if (missing.length > 0) return fail(missing.map(([, path]) => faultOf(path, 'This file is missing.')));
  const texts = paths.map(([file, path]) => [file, readFileSync(join(top, path), 'utf8')]);
  return ok(Object.fromEntries(texts) as CatalogueFiles);
}

/** Without the file all commands keep their own names. */
function readTranslations(top: string): Result<Translations, readonly ContentFault[]> {
  const path = join(top, TRANSLATIONS_FILE);
  return existsSync(path) ? loadTranslations(readFileSync(path, 'utf8')) : ok(new Map());
}

/** The folders of `questions/` below a folder, with the YAML files in each. */
export const readPackFolders = (top: string): readonly PackFolder[] =>
  packFolders(top).map((folder) => ({ folder, files: readPackFiles(top, folder) }));

function packFolders(top: string): readonly string[] {
  if (!existsSync(join(top, 'questions'))) return [];
  return readdirSync(join(top, 'questions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `questions/${name}`)
    .sort();
}

/** The YAML files of a pack, by their paths from the top. */
export const readPackFiles = (top: string, folder: string): readonly PackFile[] =>
  readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(top, folder, path), 'utf8') }));
