import { discordPage } from './discord-page.ts';
import { type PaintedScene, UNPAINTED } from './paint-scenes.ts';
import type { Scene } from './scene.ts';
import { slackPage } from './slack-page.ts';

/** A picture to take, and the page that shows it. */
export interface Picture {
  readonly platform: 'discord' | 'slack';
  /** The file's name, without its ending. */
  readonly name: string;
  readonly html: string;
}

/** A picture for each platform that can show the scene, Discord first. */
export function picturesOf(scene: Scene, painted: PaintedScene = UNPAINTED): readonly Picture[] {
  const pages = [
    { platform: 'discord', html: discordPage(scene, painted.dark) },
    { platform: 'slack', html: slackPage(scene, painted.light) },
  ] as const;
  return pages.flatMap(({ platform, html }) =>
    html === undefined ? [] : [{ platform, name: `${scene.id}-${platform}`, html }],
  );
}
