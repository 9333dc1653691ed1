import { assertNever } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import type { Deps } from '../command.ts';
import { contentAt } from '../packs/content-at.ts';
import type { Drawer } from '../posts/drawer.ts';
import type { Reply } from '../reply.ts';
import { SHOWN } from '../settings/settings.ts';
import { learnerSubject, settled } from '../settings/settled.ts';
import type { LearnerId } from '../store/account.ts';
import type { PutPrompt, Schedule } from '../store/daily.ts';
import { tellClosedPrompt, tellOpenPrompt, tellPromptToOne } from './tell-prompt.ts';
import { tellUnanswered } from './tell-unanswered.ts';

/** Draws what is said of daily prompts: `put` and `reveal` of a prompt's id, `paused` of a schedule's. */
export const drawDaily: Drawer = async (given, [id = '', what = ''], now) => {
  if (what === 'paused') return drawPause(given, id);
  const prompt = await given.store.prompt(id);
  const schedule = prompt && (await given.store.schedule(prompt.schedule));
  if (!prompt || !schedule) return undefined;
  const deps = { ...given, content: await contentAt(given, schedule.to) };
  if (what === 'put') return drawPut(deps, schedule, prompt, now);
  return what === 'reveal' ? drawReveal(deps, prompt) : undefined;
};

/** Nothing, if meanwhile it was closed or has lapsed. */
async function drawPut(deps: Deps, schedule: Schedule, prompt: PutPrompt, now: Instant): Promise<Reply | undefined> {
  const { store, content } = deps;
  const lapsesAt = (await store.post(prompt.post))?.lapsesAt;
  if (lapsesAt !== undefined && now > lapsesAt) return undefined;
  switch (schedule.to.kind) {
    case 'direct':
      return tellPromptToOne(content, prompt);
    case 'channel':
      return prompt.closedAt === undefined
        ? tellOpenPrompt(content, schedule, prompt, await before(deps, prompt))
        : undefined;
    default:
      return assertNever(schedule.to);
  }
}

/** The prompt before another with what was responded to it, if it was told how that went. */
async function before({ store }: Deps, { id, schedule, at }: PutPrompt) {
  for (const prompt of await store.lastPrompts(schedule, 8)) {
    if (prompt.kind !== 'put' || prompt.id === id || prompt.at > at) continue;
    if (prompt.outcome?.kind !== 'posted' || prompt.closedAt === undefined) return undefined;
    return { prompt, responses: await store.promptResponses(prompt.id) };
  }
  return undefined;
}

/** Nothing, of a prompt that nobody has seen. */
async function drawReveal({ store, content, pictures }: Deps, prompt: PutPrompt): Promise<Reply | undefined> {
  if ((await store.post(prompt.post))?.settled?.kind !== 'posted') return undefined;
  const responses = await store.promptResponses(prompt.id);
  const learners = responses.map(({ learner }) => learner);
  return tellClosedPrompt(content, prompt, responses, await shownAmong(store, learners), pictures);
}

/** Those who let others see that it was them. */
async function shownAmong(store: Deps['store'], learners: readonly LearnerId[]): Promise<ReadonlySet<LearnerId>> {
  const asked = learners.map(async (learner) => ({
    learner,
    isShown: (await settled(store, learnerSubject(learner))).value(SHOWN),
  }));
  const answered = await Promise.all(asked);
  return new Set(answered.filter(({ isShown }) => isShown).map(({ learner }) => learner));
}

async function drawPause({ store }: Deps, id: string): Promise<Reply | undefined> {
  const schedule = await store.schedule(id);
  if (schedule?.state.kind !== 'paused' || schedule.state.pause.why.kind !== 'unanswered') return undefined;
  return tellUnanswered(schedule, schedule.state.pause.why.count);
}
