import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tellWeek } from '../../gallery/week/story.ts';
import { loadContent } from '../../src/tutor/load-content.ts';
import { TOP } from '../support/top.ts';

test('the week in the docs is what the program says when it is lived through again', async () => {
  expect(await tellWeek(loadContent(TOP))).toBe(readFileSync(join(TOP, 'docs/a-week.md'), 'utf8'));
});
