import { assertNever } from '../../base/result.ts';
import { type DurationMs, type Instant, later, MINUTE, SECOND } from '../../base/time.ts';
import type { Deps } from '../command.ts';
import type { Address, PostOutcome } from '../courier.ts';
import { asWanted } from '../pictures.ts';
import type { Reply } from '../reply.ts';
import { PICTURES } from '../settings/settings.ts';
import { channelSubject, serverSubject, settled } from '../settings/settled.ts';
import type { Account } from '../store/account.ts';
import type { Settlement, StoredPost } from '../store/posts.ts';
import type { Drawers } from './drawer.ts';

/** What posting needs besides what a command is given. */
export interface Posting {
  readonly deps: Deps;
  /** Those that this process serves; what is for others is left to whichever does. */
  readonly platforms: readonly Account['platform'][];
  readonly drawers: Drawers;
  readonly now: () => Instant;
}

/** Longer than a post takes; if the process ends meanwhile, another takes it up after that. */
const TAKEN_MS: DurationMs = MINUTE;
/** At nine o'clock many channels want theirs at once; one that is slow keeps few of them waiting. */
const AT_ONCE = 8;

/** Posts all that is due and can be taken. What breaks is tried again a minute later, and thrown once the rest is done. */
export async function postWhatIsDue(posting: Posting): Promise<void> {
  const { deps, platforms, now } = posting;
  const faults: unknown[] = [];
  const next = () => deps.store.takePost(platforms, now(), later(now(), TAKEN_MS));
  const work = async (first?: StoredPost): Promise<void> => {
    for (let post = first ?? (await next()); post; post = await next())
      await attempt(posting, post).catch((error: unknown) => faults.push(error));
  };
  const first = await next();
  if (first) await Promise.all([work(first), ...Array.from({ length: AT_ONCE - 1 }, () => work())]);
  if (faults.length > 0) throw new AggregateError(faults, 'posts that could not be made');
}

async function attempt(posting: Posting, post: StoredPost): Promise<void> {
  const { deps, drawers, now } = posting;
  const { key, tries, lapsesAt } = post;
  if (tries === 1 && lapsesAt !== undefined && now() > lapsesAt) return settle(posting, post, { kind: 'lapsed' });
  const [kind = '', ...words] = key.split(':');
  const draw = drawers.get(kind);
  if (!draw) throw new Error(`nothing draws the post ${key}`);
  const reply = await draw(deps, words, now());
  if (!reply) return settle(posting, post, { kind: 'void' });
  const outcome = await say(deps, post, await asSet(deps, post, reply));
  switch (outcome.kind) {
    case 'posted':
    case 'refused':
      return settle(posting, post, outcome);
    case 'later':
      return deps.store.deferPost(key, later(now(), outcome.waitMs ?? pauseAfter(tries)));
    default:
      return assertNever(outcome);
  }
}

/** With pictures as the channel, or else its server, has set them. */
async function asSet({ store }: Deps, { to }: StoredPost, reply: Reply): Promise<Reply> {
  if (!hasPictures(reply)) return reply;
  const channel = to.kind === 'channel' ? [channelSubject(to, to.channel)] : [];
  return asWanted(reply, (await settled(store, ...channel, serverSubject(to))).value(PICTURES));
}

const hasPictures = ({ blocks, thread }: Reply): boolean =>
  blocks.some(({ kind }) => kind === 'picture') || (thread !== undefined && hasPictures(thread.first));

async function settle({ deps, now }: Posting, { key, to, dueAt }: StoredPost, settlement: Settlement): Promise<void> {
  const at = now();
  const [kind = ''] = key.split(':');
  if (await deps.store.settlePost(key, settlement, at))
    deps.observe?.postSettled(to.platform, kind, settlement.kind, at - dueAt);
}

/** In the place of the message that it replaces, if that was posted and still stands; else as a message of its own. */
async function say(deps: Deps, post: StoredPost, reply: Reply): Promise<PostOutcome> {
  const { store, courier } = deps;
  const { key, replaces, dueAt, firstTriedAt = dueAt } = post;
  const to = await addressOf(deps, post);
  const before = replaces === undefined ? undefined : (await store.post(replaces))?.settled;
  if (before?.kind === 'posted') {
    const outcome = await courier.replace(to, before.message, reply);
    if (outcome.kind !== 'refused') return outcome;
  }
  return courier.post(to, reply, key, firstTriedAt);
}

/** In the thread of the post that it belongs below, if that opened one. */
async function addressOf({ store }: Deps, { to, below }: StoredPost): Promise<Address> {
  if (below === undefined || to.kind !== 'channel') return to;
  const above = (await store.post(below))?.settled;
  const thread = above?.kind === 'posted' ? above.message.thread : undefined;
  return thread === undefined ? to : { ...to, thread };
}

/** 2 s after the first try, then twice as long each time, up to five minutes. */
const pauseAfter = (tries: number): DurationMs => Math.min(5 * MINUTE, 2 ** Math.min(tries, 10) * SECOND);
