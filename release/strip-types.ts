import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * `npm pack` runs this first: src/ without its types goes to dist/, as Node strips none below node_modules. Blanks stand
 * where types stood, so that lines and columns are those of the source.
 */
const TOP = join(import.meta.dirname, '..');
const [FROM, TO] = [join(TOP, 'src'), join(TOP, 'dist')];

rmSync(TO, { recursive: true, force: true });
for (const path of readdirSync(FROM, { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.ts')) continue;
  const target = join(TO, path.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, asInstalled(readFileSync(join(FROM, path), 'utf8')));
}

/** Files find each other under their new names, and people are told to type what they have. */
function asInstalled(source: string): string {
  return stripTypeScriptTypes(source)
    .replace(/(?<=')(\.{1,2}\/[^'\n]+)\.ts(?=')/g, '$1.js')
    .replace(/npm start -- (\S[^\n]*?) {2}/g, 'hostmaster $1    ')
    .replace(/npm start(?: --)?/g, 'hostmaster')
    .replace('default: data/hostmaster.db', 'default: hostmaster/hostmaster.db in XDG_DATA_HOME or ~/.local/share');
}
