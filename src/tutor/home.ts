import type { Instant } from '../base/time.ts';
import { scoresOf } from '../learning/scores.ts';
import type { World } from '../world/world.ts';
import type { Content, Deps } from './command.ts';
import { dueBlock } from './due-block.ts';
import { domainsIn } from './leads-to.ts';
import { counted } from './names.ts';
import { registerForm } from './register-form.ts';
import { button, heading, type Reply, reply, text } from './reply.ts';
import { sandboxSummary } from './sandbox-summary.ts';
import type { Account, LearnerId } from './store/account.ts';
import type { Store } from './store.ts';
import { dueOf } from './today.ts';
import { openWorld } from './worlds.ts';

/** A learner's own page, for platforms that have one: progress, what is due, and the sandbox. Changes nothing. */
export async function homeOf({ store, content }: Deps, account: Account, now: Instant): Promise<Reply> {
  const learner = await store.learnerOf(account, now);
  const world = await sandboxOf(store, content, learner);
  return reply(
    [
      text('Who does what when a domain name works? Everything here happens in a simulated Internet.'),
      heading('Your progress'),
      text(await progress(store, content, learner)),
      dueBlock(await dueOf({ store, content, learner, now })),
      heading('Your sandbox'),
      ...(world ? sandboxSummary(world) : [text('It is empty as yet: `/register` or `/host` makes a beginning.')]),
    ],
    [
      button('Next question', '/quiz'),
      ...(world ? [button('Who holds what', '/world sandbox')] : registerForm(content)),
      button('Scores', '/scores'),
      button('Concepts', '/concepts'),
      button('Help', '/help'),
    ],
  );
}

async function progress(store: Store, { concepts }: Content, learner: LearnerId): Promise<string> {
  const { responses, correct, mastered, concepts: met } = scoresOf(await store.reviews(learner));
  if (responses === 0) return 'You have not responded to any question yet.';
  const known = `${met.length} of ${counted(concepts.length, 'concept')} met, ${mastered} mastered`;
  return `${correct} of ${counted(responses, 'response')} right; ${known}.`;
}

/** The learner's sandbox, if anything is in it. */
async function sandboxOf(store: Store, { catalogue }: Content, learner: LearnerId): Promise<World | undefined> {
  const { sandbox: id } = await store.desk(learner);
  const stored = id === undefined ? undefined : await store.world(id);
  const world = stored && openWorld(catalogue, stored).world;
  return world && domainsIn(world).length > 0 ? world : undefined;
}
