import type { MemoryModel } from './memory-model.ts';

/** Days in which the first practice is half forgotten. */
const FIRST_HALF_LIFE = 1;
/** The half-life is so many times longer, and once more, for a recall that had become wholly improbable. */
const GAIN = 5;
const KEPT_AFTER_LAPSE = 0.5;

/**
 * What is left halves in each half-life. Recall lengthens the half-life, the more so the less likely it had become;
 * failure shortens it, never below the first.
 * Source of the form: Ebbinghaus (1885) and Settles & Meeder (2016); Woźniak & Gorzelańczyk (1994) for a stability
 * that grows by spaced recall.
 */
export const exponential: MemoryModel = ({ forgetting, hardness }) => {
  const first = FIRST_HALF_LIFE * Math.exp(-0.4 * forgetting - 0.3 * hardness);
  let halfLife = 0;
  let practised = 0;
  const recallOn = (day: number) => (halfLife === 0 ? 0 : 0.5 ** (Math.max(0, day - practised) / halfLife));
  return {
    recall: ({ day }) => recallOn(day),
    practise({ day }, retrieved) {
      halfLife = retrieved ? halfLife * (1 + GAIN * (1 - recallOn(day))) : Math.max(first, halfLife * KEPT_AFTER_LAPSE);
      practised = day;
    },
  };
};
