import type { PackFile } from './load-pack.ts';

/** The files of a pack's folder as one document, as `loadPackDocument` reads it: their text, under the names of the files. */
export function packDocumentOf(folder: string, files: readonly PackFile[]): string {
  const textOf = (name: string): string | undefined => files.find(({ path }) => path === `${folder}/${name}`)?.text;
  const items = files.filter(({ path }) => path.startsWith(`${folder}/items/`)).map(({ text }) => text);
  const part = (name: string, text: string | undefined): readonly string[] =>
    text === undefined ? [] : [`${name}:`, text.trimEnd()];
  return [
    ...part('pack', textOf('pack.yaml')?.replaceAll(/^(?=.)/gm, '  ')),
    ...part('concepts', textOf('concepts.yaml')),
    ...part('misconceptions', textOf('misconceptions.yaml')),
    ...part('items', items.map((text) => text.trimEnd()).join('\n')),
    '',
  ].join('\n');
}
