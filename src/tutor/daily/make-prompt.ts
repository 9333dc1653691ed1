import { nextInstantAt } from '../../base/local-time.ts';
import { seededRng, shuffle } from '../../base/random.ts';
import { type Instant, later } from '../../base/time.ts';
import type { Item } from '../../items/item.ts';
import type { Deps } from '../command.ts';
import { contentAt } from '../packs/content-at.ts';
import { type Picked, pickItem } from '../pick-item.ts';
import { postKey } from '../posts/drawer.ts';
import { presentItem } from '../present-item.ts';
import { roundItems } from '../rounds/make-question.ts';
import type { CarriedOut, Schedule } from '../store/daily.ts';
import type { StoredPresentation } from '../store/presentations.ts';
import { writePresentation } from '../stored.ts';
import { readUntil } from './until.ts';

type Made = Pick<CarriedOut, 'prompt' | 'presentation'>;

/** The prompt for a date, not kept yet; for one learner with the presentation that it is to them. */
export async function makePrompt(given: Deps, schedule: Schedule, date: string, now: Instant): Promise<Made> {
  const content = await contentAt(given, schedule.to);
  const deps = { ...given, content };
  const { newId, newSeed } = deps;
  const { to, madeBy: learner } = schedule;
  const day = { id: newId(), schedule: schedule.id, date, at: now };
  const picked = await pickFor(deps, schedule, now);
  if (!picked) return { prompt: { ...day, kind: 'no-items' } };
  const { id: item, concept } = picked.item;
  const body = writePresentation(presentItem(content, picked.item, newSeed(), picked));
  const question = { item, concept, body };
  const put = { ...day, ...question, kind: 'put', post: postKey('daily', day.id, 'put') } as const;
  if (to.kind === 'channel') return { prompt: { ...put, ...closing(schedule, now) } };
  const { platform, space } = to;
  const where = { platform, space };
  const presentation: StoredPresentation = {
    ...{ id: day.id, learner, ...question, putAt: now, origin: 'daily', hints: 0, where },
    ...(picked.reason && { reason: picked.reason }),
  };
  return { prompt: { ...put, closedAt: now }, presentation };
}

/** For one learner what memory says is due, or what is new, detecting what they hold; for a channel what it has not had for long. */
async function pickFor(deps: Deps, schedule: Schedule, now: Instant): Promise<Chosen | undefined> {
  const { to, madeBy: learner, concept } = schedule;
  if (to.kind === 'direct') return pickItem({ ...deps, learner, now }, concept, deps.newSeed());
  const item = await itemForChannel(deps, schedule, to.channel);
  return item && { item };
}
/** Of a channel there is no memory: it has no reason, and prefers nothing. */
type Chosen = Pick<Picked, 'item'> & Partial<Picked>;

/** One that the channel has had least often; of those one whose concept has not come for longest, what others build on first. */
async function itemForChannel(
  { store, content, newSeed }: Deps,
  { to, concept }: Schedule,
  channel: string,
): Promise<Item | undefined> {
  const had = await store.timesPrompted(to, channel);
  const lastOf = new Map<string, number>();
  for (const [id, { last }] of had) {
    const about = content.items.get(id)?.concept;
    if (about !== undefined) lastOf.set(about, Math.max(last, lastOf.get(about) ?? 0));
  }
  const times = ({ id }: Item) => had.get(id)?.times ?? 0;
  const last = (item: Item) => lastOf.get(item.concept) ?? 0;
  const place = (item: Item) => content.concepts.findIndex(({ id }) => id === item.concept);
  const candidates = shuffle(seededRng(newSeed()), roundItems(content, concept === undefined ? [] : [concept]));
  return candidates.toSorted((a, b) => times(a) - times(b) || last(a) - last(b) || place(a) - place(b))[0];
}

function closing({ zone, until }: Schedule, now: Instant): { readonly closesAt?: Instant } {
  const read = until === undefined ? undefined : readUntil(until);
  if (!read?.ok) return {};
  return {
    closesAt: read.value.kind === 'span' ? later(now, read.value.span) : nextInstantAt(zone, read.value.time, now),
  };
}
