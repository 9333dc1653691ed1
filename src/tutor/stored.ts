import type { Presentation } from '../items/presentation.ts';
import type { Recipe } from '../scenario/scenario.ts';
import type { WorldBeginning } from '../transcripts/nearest-world.ts';
import type { Action } from '../world/action.ts';
import type { WorldEvent } from '../world/event.ts';
import type { WorldStep } from './store/worlds.ts';

/**
 * What the store keeps as JSON text, written and read. Nobody but this program writes it, so its shape is taken on
 * trust, here and nowhere else. A change to one of these types has to go on reading what was kept before it.
 */

/** How a stored world begins: as a learner's sandbox, as the world of a question, a lesson or a lab, or from zones of their own. */
export type WorldRecipe =
  /**
   * `before` is the sandbox that this one took the place of, if any; `begins` what it began as, if not empty; without a
   * `seed`, it has that of its id; without a `pace`, all is published at once in it.
   */
  | {
      readonly kind: 'sandbox';
      readonly before?: string;
      readonly begins?: WorldBeginning;
      readonly seed?: number;
      readonly pace?: 'as-in-life';
    }
  /** With what had happened beside the recipe's story when the question was put. */
  | ({ readonly kind: 'question'; readonly recipe: Recipe } & Pick<Presentation, 'pace' | 'happened'>)
  | { readonly kind: 'lesson' | 'lab'; readonly recipe: Recipe }
  /** Zones that the learner brought: a master file as it was sent, or those the program was started with, by their digest. */
  | { readonly kind: 'own'; readonly text: string }
  | { readonly kind: 'own'; readonly started: string };

/** How the world of a question begins; undefined for a question that has none. */
export const questionRecipe = ({ recipe, pace, happened }: Presentation): WorldRecipe | undefined =>
  recipe && { kind: 'question', recipe, ...(pace ? { pace } : {}), ...(happened ? { happened } : {}) };

export const writeRecipe = (recipe: WorldRecipe): string => JSON.stringify(recipe);
export const readRecipe = (recipe: string): WorldRecipe => JSON.parse(recipe) as WorldRecipe;

export const writeEvents = (events: readonly WorldEvent[]): string => JSON.stringify(events);
export const readEvents = ({ events }: Pick<WorldStep, 'events'>): readonly WorldEvent[] =>
  JSON.parse(events) as WorldEvent[];

export const writeAction = (action: Action): string => JSON.stringify(action);
export const readAction = (action: string): Action => JSON.parse(action) as Action;

export const writePresentation = (presentation: Presentation): string => JSON.stringify(presentation);
export const readPresentation = (body: string): Presentation => JSON.parse(body) as Presentation;
