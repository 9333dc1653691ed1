import { assertNever } from '../../base/result.ts';
import type { Context } from '../command.ts';
import { notice, type Reply } from '../reply.ts';
import { shown } from '../shown.ts';
import { readPack, tellFaults } from './add-pack.ts';
import { askForPack } from './ask-for-pack.ts';
import { contentAt } from './content-at.ts';
import { LIMITS } from './limits.ts';
import { tellPack, tellPacks } from './tell-packs.ts';

/** Adds a pack that was shown; it is drawn from at once. */
export async function keepPack(context: Context, id: string | undefined): Promise<Reply> {
  const { store, content, account, learner, now } = context;
  const offer = id === undefined ? undefined : await store.ownPack(account, id);
  if (!offer) return gone();
  // What was added since may have taken its ids.
  const read = offer.keptAt === undefined ? readPack(content, offer.text) : undefined;
  if (read && !read.ok) return tellFaults(read.problem);
  const kept = await store.keepPack(account, offer.id, learner, now, LIMITS.packs);
  switch (kept) {
    case 'kept':
    case 'kept-before': {
      const after = await contentAt({ store, content: content.base ?? content }, account);
      const pack = after.packs.get(offer.pack);
      const said = kept === 'kept' ? 'Added. From now on it is used here.' : 'It was added already.';
      const told = { ...context, content: after };
      return { ...(pack ? await tellPack(told, pack, [said]) : await tellPacks(told)), replaces: true };
    }
    case 'too-many':
      return notice(`There are ${LIMITS.packs} packs of your own here, and more are not kept. Remove one first.`);
    case 'gone':
      return gone();
    default:
      return assertNever(kept);
  }
}

const gone = (): Reply =>
  notice('That pack is not there any more, as another was sent since. Send it again.', askForPack());

/** Takes a pack of the place's own away. */
export async function removePack(context: Context, pack: string): Promise<Reply> {
  const { store, content, account, learner, now } = context;
  if (!(await store.removePack(account, pack, learner, now)))
    return notice(
      `${shown(pack)} was not added here, so it cannot be removed. \`/pack disable ${pack}\` keeps it from being used here.`,
    );
  const after = await contentAt({ store, content: content.base ?? content }, account);
  return { ...(await tellPacks({ ...context, content: after }, [REMOVED])), replaces: true };
}

const REMOVED = 'Removed. What was put of it can still be responded to, and nothing that anybody has learned is lost.';
