import { button, type Reply, text } from '../reply.ts';
import type { LearnerId } from '../store/account.ts';
import type { Schedule } from '../store/daily.ts';
import type { Store } from '../store.ts';
import { placeWord } from './place-word.ts';

/** A reply with what its learner has to know first, once: which prompts of theirs were paused, since they could not be posted. */
export async function withRefusals(store: Store, learner: LearnerId, told: Reply): Promise<Reply> {
  if (told.audience !== 'learner') return told;
  const untold = await store.takeUntold(learner);
  if (untold.length === 0) return told;
  const resume = untold.map(({ time, to }) => button(`Resume ${time}`, `/daily resume ${time} ${placeWord(to)}`));
  return {
    ...told,
    blocks: [...untold.map((each) => text(refusalOf(each))), ...told.blocks],
    choices: [...told.choices, ...resume],
  };
}

function refusalOf({ to, time, state }: Schedule): string {
  const whose =
    to.kind === 'direct' ? `Your daily prompt at ${time}` : `The daily prompt that you set for ${time} in a channel`;
  const why = state.kind === 'paused' && state.pause.why.kind === 'refused' ? ` ${state.pause.why.why}` : '';
  return `${whose} could not be posted, and is paused.${why}`;
}
