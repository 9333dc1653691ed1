import type { Instant } from '../base/time.ts';
import type { World } from '../world/world.ts';
import type { Content, Deps } from './command.ts';
import { dueBlocks } from './due-block.ts';
import { dueLab } from './labs/offer-lab.ts';
import { domainsIn } from './leads-to.ts';
import { beliefBlocks, beliefsOf, practiseChoices } from './me/beliefs.ts';
import { practiceWords } from './me/practice-words.ts';
import { contentAt } from './packs/content-at.ts';
import { registerForm } from './register-form.ts';
import { button, heading, type Reply, reply, text } from './reply.ts';
import { sandboxSummary } from './sandbox-summary.ts';
import { TIME_ZONE } from './settings/settings.ts';
import { learnerSubject, settled } from './settings/settled.ts';
import type { Account, LearnerId } from './store/account.ts';
import type { Store } from './store.ts';
import { dueOf } from './today.ts';
import { openStored } from './worlds.ts';

/** A learner's own page, for platforms that have one: progress, what is due, beliefs to put right, and the sandbox. Changes nothing. */
export async function homeOf(deps: Deps, account: Account, now: Instant): Promise<Reply> {
  const { store } = deps;
  const content = await contentAt(deps, account);
  const learner = await store.learnerOf(account, now);
  const world = await sandboxOf(store, content, learner);
  const reviews = await store.briefReviews(learner);
  const zone = (await settled(store, learnerSubject(learner))).value(TIME_ZONE);
  const lab = await dueLab({ store, content, learner, now });
  const beliefs = beliefsOf(content, reviews).filter(({ state }) => state === 'held');
  return reply(
    [
      text('Who does what when a domain name works? Everything here happens in a simulated Internet.'),
      heading('Your progress'),
      text(practiceWords(content, reviews, zone) ?? 'You have not responded to any question yet.'),
      ...dueBlocks(await dueOf({ store, content, learner, now }), lab),
      ...beliefBlocks(beliefs, MOST_BELIEFS, zone, now),
      heading('Your sandbox'),
      ...(world ? sandboxSummary(world) : [text('It is empty as yet: `/register` or `/host` makes a beginning.')]),
    ],
    [
      button('Next question', '/quiz'),
      ...(lab ? [lab.choice] : []),
      ...(world ? [button('Who holds what', '/world sandbox')] : registerForm(content)),
      ...practiseChoices(content, beliefs, MOST_BELIEFS),
      button('What I know', '/me'),
      button('Lessons', '/lesson'),
      button('Labs', '/lab list'),
      button('Scores', '/scores'),
      button('Concepts', '/concepts'),
      button('Help', '/help'),
    ],
  );
}

const MOST_BELIEFS = 3;

/** The learner's sandbox, if anything is in it. */
async function sandboxOf(store: Store, content: Content, learner: LearnerId): Promise<World | undefined> {
  const { sandbox: id } = await store.desk(learner);
  const world = id === undefined ? undefined : (await openStored({ store, content }, id))?.world;
  return world && domainsIn(world).length > 0 ? world : undefined;
}
