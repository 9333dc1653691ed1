import { THEMES } from '../src/base/picture.ts';
import { openPainter } from '../src/pictures/painter.ts';
import type { Content } from '../src/tutor/command.ts';
import { type Example, examplesOf } from './drawn.ts';
import { escapedHtml } from './page.ts';

const HEAD = `# The pictures

What the tutor draws, from the same worlds and scores that its words are made of; \`npm run pictures\` draws them anew, and a
test holds this page to what is drawn. Each is 800 pixels wide and meant to be read at half of that, on a phone; light
or dark as the platform is, or as \`/settings pictures light\` says (\`off\` leaves them out, and the words stay). Nothing is said by
colour alone: what is amiss is crossed and named, what is new has a plus. Below each stands its description, which goes
with it for those who do not see it. \`npm start -- draw /world --folder pictures\` writes your own to disk.
`;

/** Every file below \`docs\` with its octets: the pictures, and the page that shows them. */
export async function drawnPages(content: Content): Promise<ReadonlyMap<string, Uint8Array>> {
  const painter = openPainter();
  try {
    const files = new Map<string, Uint8Array>();
    const examples = examplesOf(content);
    for (const { id, picture } of examples)
      for (const theme of THEMES) {
        const png = await painter.paint(picture, theme);
        if (!png) throw new Error('the painter has too much to do');
        files.set(`pictures/${id}-${theme}.png`, png);
      }
    return files.set('pictures.md', Buffer.from(`${HEAD}\n${examples.map(shown).join('\n')}`));
  } finally {
    await painter.close();
  }
}

const shown = ({ id, title, picture }: Example): string => `## ${title}

<picture><source media="(prefers-color-scheme: dark)" srcset="pictures/${id}-dark.png"><img src="pictures/${id}-light.png" width="400" alt="${escapedHtml(picture.description)}"></picture>

${escapedHtml(picture.description)}
`;
