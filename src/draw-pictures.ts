import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrawSettings } from './draw-settings.ts';
import { drawSvg } from './pictures/draw.ts';
import type { PictureModel } from './pictures/picture-model.ts';
import { pngOf } from './pictures/png.ts';
import { picturesIn } from './tutor/painted.ts';
import type { Reply } from './tutor/reply.ts';

/** Pictures could not be written; the message says why. */
export class DrawError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DrawError';
  }
}

/**
 * Says lines to the tutor and writes each picture that is replied as a PNG, as the SVG that it is made of, and as its
 * words. Gives a line for each. Throws a DrawError where nothing can be written, or there is nothing to draw.
 */
export async function drawPictures(
  { lines, folder, theme }: DrawSettings,
  handle: (line: string) => Promise<Reply>,
): Promise<string> {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new DrawError(`${folder} is a file: give a folder, as in \`--folder pictures\`.`);
  mkdirSync(folder, { recursive: true });
  const told: string[] = [];
  for (const line of lines) {
    const reply = await handle(line);
    for (const { picture } of picturesIn(reply)) {
      const stem = `${String(told.length + 1).padStart(2, '0')}-${picture.name}`;
      const svg = await drawSvg(picture.model as PictureModel, theme);
      writeFileSync(join(folder, `${stem}.svg`), svg);
      writeFileSync(join(folder, `${stem}.png`), pngOf(svg));
      writeFileSync(join(folder, `${stem}.txt`), `${picture.description}\n\n${picture.twin}\n`);
      told.push(`${stem}.png, .svg and .txt: ${line}`);
    }
  }
  if (told.length === 0)
    throw new DrawError(
      `Nothing in the replies to ${lines.map((line) => `\`${line}\``).join(', ')} is a picture. Try \`/world\`, \`/trace NAME\`, \`/wait 1h\`, \`/me\` or \`/scores\`, after something was done.`,
    );
  return `${told.join('\n')}\nWritten to ${folder}.\n`;
}
