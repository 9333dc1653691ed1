import type { Paint, Picture, Theme } from '../base/picture.ts';
import type { Block, Reply } from './reply.ts';

/** The pictures of a reply as PNGs. One that is missing could not be drawn, or not in time: its words stand in for it. */
export type Painted = ReadonlyMap<Picture, Uint8Array>;
export const NOTHING_PAINTED: Painted = new Map();

type PictureBlock = Extract<Block, { kind: 'picture' }>;
export const picturesIn = ({ blocks }: Pick<Reply, 'blocks'>): readonly PictureBlock[] =>
  blocks.flatMap((block) => (block.kind === 'picture' ? [block] : []));

/** Draws the pictures of a reply, side by side. @param usual the platform's usual colours */
export async function paintAll(
  reply: Pick<Reply, 'blocks'>,
  paint: Paint,
  usual: Theme,
  onFault: (why: unknown) => void,
): Promise<Painted> {
  const drawn = await Promise.all(
    picturesIn(reply).map(async ({ picture, theme = usual }) => {
      try {
        const png = await paint(picture, theme);
        return png ? [[picture, png] as const] : [];
      } catch (error) {
        onFault(error);
        return [];
      }
    }),
  );
  return new Map(drawn.flat());
}
