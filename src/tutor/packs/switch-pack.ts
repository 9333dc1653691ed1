import type { Pack } from '../../items/item.ts';
import type { Context } from '../command.ts';
import type { Reply } from '../reply.ts';
import { contentAt } from './content-at.ts';
import { tellPack } from './tell-packs.ts';

/** Uses a pack in this place, or does not any more. */
export async function switchPack(context: Context, pack: Pack, isOn: boolean): Promise<Reply> {
  const { store, account, learner, now } = context;
  const isNew = await store.switchPack(account, pack.id, isOn, learner, now);
  const content = await contentAt({ store, content: context.content.base ?? context.content }, account);
  const words = isNew
    ? isOn
      ? USED
      : UNUSED
    : `It was ${isOn ? 'used here already' : 'not used here before either'}.`;
  const nothingLeft = content.items.size === 0 ? [NOTHING_LEFT] : [];
  return { ...(await tellPack({ ...context, content }, pack, [words, ...nothingLeft])), replaces: true };
}

const USED = 'From now on it is used here.';
const UNUSED =
  'From now on nothing is drawn from it here. What was put already can still be responded to, concepts that other packs need stay, and nothing that anybody has learned is lost.';
const NOTHING_LEFT = 'No pack is used here now, so there are no questions to put.';
