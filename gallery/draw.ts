import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../src/tutor/load-content.ts';
import { drawnPages } from './drawn-page.ts';

/** Draws a picture of each kind, light and dark, and the page that shows them. */
const TOP = join(import.meta.dirname, '..');
const FOLDER = join(TOP, 'docs/pictures');
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const [file, octets] of await drawnPages(loadContent(TOP))) writeFileSync(join(TOP, 'docs', file), octets);
