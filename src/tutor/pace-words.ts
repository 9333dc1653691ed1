import type { World } from '../world/world.ts';

/** How a learner says at which pace a sandbox is to go. */
export const PACES = ['life', 'at-once'] as const;

/** What the pace of a world means to somebody who works in it, in a sentence. */
export const paceWords = ({ pace, hostPace }: Pick<World, 'pace' | 'hostPace'>): string =>
  pace === 'as-in-life' || hostPace === 'as-in-life'
    ? 'Registries and DNS hosts take their time here, as in life: `/wait` lists what is about to be published.'
    : 'Registries and DNS hosts publish at once here.';
