import type { Context } from '../command.ts';
import { button, notice, type Reply } from '../reply.ts';
import type { WorldHead } from '../store/worlds.ts';

/** In a lab for several only whoever began it takes back what was done, or begins anew: what to say to the others. */
export async function notTheirs({ store, learner }: Context, world: WorldHead): Promise<Reply | undefined> {
  const seats = await store.labSeats(world.id);
  if (seats.length < 2 || world.learner === learner) return undefined;
  return notice(
    'You all work in one world here, so only whoever began the lab takes back what was done. Ask them, or do the opposite.',
    [button('The lab', '/lab'), button('Who holds what', '/world')],
  );
}
