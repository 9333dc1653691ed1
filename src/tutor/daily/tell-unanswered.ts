import { button, type Reply, text, toChannel } from '../reply.ts';
import type { Schedule } from '../store/daily.ts';
import { placeWord } from './place-word.ts';

/** What is said once when so many prompts had no response that no more come by themselves. */
export const tellUnanswered = ({ to, time }: Schedule, count: number): Reply => ({
  ...toChannel(
    [text(`The last ${count} daily prompts had no response, so no more come until somebody wants them again.`)],
    [button('Resume', `/daily resume ${time} ${placeWord(to)}`)],
  ),
  ...(to.kind === 'direct' && { audience: 'learner' }),
});
