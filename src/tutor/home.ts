import type { Instant } from '../base/time.ts';
import { isDue } from '../learning/memory.ts';
import { scoresOf } from '../learning/scores.ts';
import type { Content, Deps } from './command.ts';
import { counted, list } from './names.ts';
import { type Block, button, heading, type Reply, reply, text } from './reply.ts';
import type { Account, LearnerId, Store } from './store.ts';
import { whoHoldsWhat } from './who-holds-what.ts';
import { openWorld } from './worlds.ts';

/** A learner's own page, for platforms that have one: progress, what is due, and the sandbox. Changes nothing. */
export async function homeOf({ store, content }: Deps, account: Account, now: Instant): Promise<Reply> {
  const learner = await store.learnerOf(account, now);
  return reply(
    [
      heading('Hostmaster'),
      text('Who does what when a domain name works? Everything here happens in a simulated Internet.'),
      heading('Your progress'),
      text(await progress(store, content, learner)),
      text(await due(store, content, learner, now)),
      heading('Your sandbox'),
      ...(await sandbox(store, content, learner)),
    ],
    [
      button('Next question', '/quiz'),
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

const MOST_NAMED = 8;

async function due(store: Store, { concepts }: Content, learner: LearnerId, now: Instant): Promise<string> {
  const memories = await store.memories(learner);
  const titles = concepts.flatMap(({ id, title }) => {
    const memory = memories.get(id);
    return memory && isDue(memory, now) ? [title] : [];
  });
  if (titles.length === 0) return 'Nothing is due now.';
  const more = titles.length - MOST_NAMED;
  return `Due now: ${list([...titles.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])])}.`;
}

async function sandbox(store: Store, { catalogue }: Content, learner: LearnerId): Promise<readonly Block[]> {
  const { sandbox: id } = await store.desk(learner);
  const stored = id === undefined ? undefined : await store.world(id);
  if (!stored) return [text('It is empty as yet: `/register` or `/host` makes a beginning.')];
  return whoHoldsWhat(openWorld(catalogue, stored).world);
}
