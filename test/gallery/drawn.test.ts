import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawnPages } from '../../gallery/drawn-page.ts';
import { content, TOP } from '../support/content.ts';

const digest = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex');

test('the pictures of the documentation are those that are drawn, byte for byte: `npm run pictures` draws them', async () => {
  const drawn = await drawnPages(content);
  for (const [file, octets] of drawn)
    expect([file, digest(readFileSync(join(TOP, 'docs', file)))]).toEqual([file, digest(octets)]);
  const kept = readdirSync(join(TOP, 'docs/pictures')).map((file) => `pictures/${file}`);
  expect([...kept, 'pictures.md'].sort()).toEqual([...drawn.keys()].sort());
});
