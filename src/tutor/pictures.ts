import type { Chart } from '../base/chart.ts';
import type { Picture, Theme } from '../base/picture.ts';
import type { Cause } from '../diagnosis/cause.ts';
import type { Name } from '../dns/name.ts';
import type { Resolution } from '../dns/resolver/resolution.ts';
import type { World } from '../world/world.ts';
import { domainsIn } from './leads-to.ts';
import { type Block, picture, type Reply } from './reply.ts';

/** What can be drawn of worlds; who draws is behind it. */
export interface Pictures {
  /** Who holds what of a domain; with what has changed since an earlier world marked, and what a diagnosis found crossed. */
  readonly map: (world: World, domain: Name, more?: { readonly before?: World; readonly cause?: Cause }) => Picture;
  /** How it was and how it is. */
  readonly pair: (before: World, after: World, domain: Name) => Picture;
  /** Who was asked in a look-up, and what they said. */
  readonly trace: (resolution: Resolution, world: World) => Picture;
  /** What resolvers remember of a domain, and for how long yet. */
  readonly clock: (world: World, domain: Name) => Picture;
  /** Scores. */
  readonly chart: (name: string, chart: Chart) => Picture;
}

/** A chart as a picture, whose text stands beside it; none where nothing is drawn, or there is nothing to tell yet. */
export const charted = (pictures: Pictures | undefined, name: string, chart: Chart | undefined): readonly Block[] =>
  pictures && chart ? [{ kind: 'picture', picture: pictures.chart(name, chart) }] : [];

/** The domain that a world is about: the one that was last registered or hosted; of zones that somebody brought, the first. */
export const mainDomain = (world: World): Name | undefined => world.own?.given[0]?.origin ?? domainsIn(world).at(-1);

/** A picture of a world's main domain, or of the one that is meant; none where nothing is drawn or nobody holds anything. */
export function drawn(
  pictures: Pictures | undefined,
  world: World,
  draw: (pictures: Pictures, domain: Name) => Picture,
  domain: Name | undefined = mainDomain(world),
): readonly Block[] {
  return pictures && domain !== undefined ? [picture(draw(pictures, domain))] : [];
}

/** The same where the text beside it says all of it. */
export const drawnBeside = (...args: Parameters<typeof drawn>): readonly Block[] =>
  drawn(...args).map((block) => (block.kind === 'picture' ? { ...block, beside: true } : block));

/** What a learner wants of pictures: none, or whichever colours. */
export type PicturesWanted = 'on' | 'off' | Theme;

/** A reply with its pictures as they are wanted. */
export function asWanted(reply: Reply, wanted: PicturesWanted): Reply {
  if (wanted === 'on') return reply;
  const { thread } = reply;
  const blocks = reply.blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'picture') return [block];
    return wanted === 'off' ? [] : [{ ...block, theme: wanted }];
  });
  return { ...reply, blocks, ...(thread && { thread: { ...thread, first: asWanted(thread.first, wanted) } }) };
}
