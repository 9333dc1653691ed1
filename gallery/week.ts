import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../src/tutor/load-content.ts';
import { tellWeek } from './week/story.ts';

const TOP = join(import.meta.dirname, '..');

/** Writes down a week of a study group. */
writeFileSync(join(TOP, 'docs/a-week.md'), await tellWeek(loadContent(TOP)));
