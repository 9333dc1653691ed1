import { textsOf } from '../test/support/reply-texts.ts';
import { escapedHtml } from './page.ts';
import { type Picture, picturesOf } from './pictures.ts';
import type { Scene } from './scene.ts';
import { PACKAGES } from './shoot.ts';

const HEAD = `# What the tutor looks like

Every kind of reply, as Discord (dark theme) and Slack (light theme) show it. \`npm run gallery\` has the real tutor tell a
short story, and draws what the program would send, on a window of moderate width. Fonts and details of the platforms'
own apps differ. The command needs \`apt-get install ${PACKAGES}\`.

| reply | Discord | Slack |
|---|---|---|
`;

/** The page of Markdown that shows every picture, a scene a row. */
export const tableOf = (scenes: readonly Scene[]): string => `${HEAD}${scenes.map(rowOf).join('\n')}\n`;

function rowOf(scene: Scene): string {
  const pictures = picturesOf(scene);
  const cells = (['discord', 'slack'] as const).map((platform) => {
    const picture = pictures.find((each) => each.platform === platform);
    return picture ? imageOf(picture, scene) : 'has none';
  });
  const typed = scene.line === '' ? '' : `<br>\`${scene.line.replaceAll('|', '\\|').replaceAll('\n', ' ')}\``;
  return `| ${[`${scene.title}${typed}`, ...cells].join(' | ')} |`;
}

const imageOf = ({ name }: Picture, scene: Scene): string =>
  `<img src="gallery/${name}.png" width="400" alt="${escapedHtml(wordsOf(scene)).replaceAll('|', '&#124;')}">`;

const MOST = 240;

/** What the picture says, on one line, or its beginning. */
function wordsOf({ title, view, reply }: Scene): string {
  const shown = view === 'menu' || view === 'form' ? { ...reply, blocks: [] } : reply;
  const words = `${title}: ${textsOf(shown, 'label').join(' ')}`.replaceAll('`', '').replace(/\s+/g, ' ').trim();
  return words.length <= MOST ? words : `${words.slice(0, MOST).replace(/\s\S*$/, '')} …`;
}
