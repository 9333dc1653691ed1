import { assertNever } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import type { Deps } from '../command.ts';
import type { DueWork } from '../due-work.ts';
import { contentAt } from '../packs/content-at.ts';
import { closing } from './close-question.ts';
import { type RoundSoFar, soFar } from './find-round.ts';
import { makeQuestion } from './make-question.ts';
import { nextStep, type Step } from './next-step.ts';
import { endPost, questionKey, questionPost, revealKey } from './round-posts.ts';

/**
 * Rounds: questions for a whole channel. A round is its rows: what was put, until when, what was responded, what is closed;
 * scores and places are functions of these (`scores.ts`, `retro.ts`). Here the clock moves it, one conditional update at a
 * time together with the post that tells of it; what is due is decided in `next-step.ts`, what is said drawn in
 * `draw-round.ts`. A host moves it in `host-round.ts`, and who responds does in `pick-in-round.ts`.
 */

/** Carries on the rounds that go by the clock. One that breaks does not keep the others from going on. */
export const advanceRounds: DueWork = async (deps, now) => {
  const faults: unknown[] = [];
  for (const { id } of await deps.store.roundsByTheClock(now))
    await advanceRound(deps, id, now).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw new AggregateError(faults, 'rounds that cannot go on');
};

/** Takes every step that is due in a round. Where another process takes one at the same moment, the rest is left to it. */
export async function advanceRound(deps: Deps, id: string, now: Instant): Promise<void> {
  const { store } = deps;
  for (;;) {
    const round = await store.roundAnywhere(id);
    if (!round) return;
    const known = await soFar(store, round);
    const number = known.questions.at(-1)?.number ?? 0;
    const posts = {
      question: await store.post(questionKey(round, number)),
      reveal: await store.post(revealKey(round, number)),
    };
    const step = nextStep(known, posts, now);
    if (!step || !(await take(deps, known, step, now))) return;
  }
}

/** Takes a step; false if it was taken before, or something came in between. */
async function take(deps: Deps, known: RoundSoFar, step: Step, now: Instant): Promise<boolean> {
  const { store } = deps;
  const { round, questions } = known;
  switch (step.kind) {
    case 'set-deadline':
      return store.setRoundDeadline(round.id, step.number, step.closesAt);
    case 'close': {
      const question = questions.find(({ number }) => number === step.number);
      return question !== undefined && store.closeRoundQuestion(closing(known, question, now, 'clock'));
    }
    case 'set-onward':
      return store.setRoundOnward(round.id, step.number, step.at);
    case 'put': {
      const next = makeQuestion({ ...deps, content: await contentAt(deps, round) }, round, questions, now);
      if (!next) return store.endRound(round.id, now, endPost(round, now));
      return store.addRoundQuestion(next, questionPost(round, next.number, now), 'clock');
    }
    case 'end':
      return store.endRound(round.id, now, endPost(round, now));
    case 'pause':
      return store.pauseRound(round.id, 'unposted', now, []);
    default:
      return assertNever(step);
  }
}
