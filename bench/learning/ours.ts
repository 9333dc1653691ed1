import { chooseConcept } from '../../src/learning/choose.ts';
import { type Memory, nextMemory } from '../../src/learning/memory.ts';
import { ratingOf } from '../../src/learning/rating.ts';
import type { MakeScheduler } from './scheduler.ts';

/** As the tutor does it, all the minutes: once nothing is due and nothing new is open, it asks ahead of time. */
export const ours: MakeScheduler = (course) => tutor(course, 'goes-on');
/** The same, but it stops for the day once nothing is due and nothing new is open. */
export const oursUntilDone: MakeScheduler = (course) => tutor(course, 'stops');

function tutor({ concepts }: Parameters<MakeScheduler>[0], whenDone: 'goes-on' | 'stops'): ReturnType<MakeScheduler> {
  const memories = new Map<string, Memory>();
  return {
    next(now) {
      const choice = chooseConcept({ concepts, memories, now });
      return choice?.reason === 'ahead' && whenDone === 'stops' ? undefined : choice?.concept.id;
    },
    learn(concept, verdict, now) {
      memories.set(concept, nextMemory(memories.get(concept), ratingOf(verdict), now));
    },
  };
}
