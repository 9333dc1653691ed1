import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paintScenes } from './paint-scenes.ts';
import { picturesOf } from './pictures.ts';
import { canShoot, PACKAGES, shoot } from './shoot.ts';
import { tellStory } from './story.ts';
import { tableOf } from './table.ts';

const DOCS = join(import.meta.dirname, '../docs');
const FOLDER = join(DOCS, 'gallery');

/** Draws every kind of reply as Discord and Slack show it, and the page that shows the pictures. */
async function run(): Promise<void> {
  const scenes = await tellStory();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const painted = await paintScenes(scenes);
  await shoot(
    scenes.flatMap((scene) => picturesOf(scene, painted.get(scene))),
    (name, png) => writeFileSync(join(FOLDER, `${name}.png`), png),
  );
  writeFileSync(join(DOCS, 'gallery.md'), tableOf(scenes));
}

if (canShoot()) await run();
else {
  console.error(`The gallery needs programs and fonts from Debian: apt-get install ${PACKAGES}`);
  process.exitCode = 1;
}
