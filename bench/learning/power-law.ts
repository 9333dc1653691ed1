import type { MemoryModel, Moment } from './memory-model.ts';

/** Of the size that fits to the learning of word pairs have; word pairs are harder to keep than ideas with reasons. */
const DECAY = 0.177;
const DECAY_BY_ACTIVATION = 0.217;
const THRESHOLD = -0.704;
const NOISE = 0.255;

/**
 * Each practice leaves a trace that decays by a power of its age, faster if made while the memory was still active: so
 * spacing pays. Recall is logistic in the logarithm of all traces' sum.
 * Source of the form: Pavlik & Anderson (2005), Practice and forgetting effects on vocabulary memory, Cognitive
 * Science 29, after ACT-R's base-level learning, Anderson & Schooler (1991).
 */
export const powerLaw: MemoryModel = ({ forgetting, hardness }) => {
  const decay = DECAY * Math.exp(0.2 * forgetting);
  const threshold = THRESHOLD + 0.2 * hardness;
  const traces: { readonly at: number; readonly decay: number }[] = [];
  const strength = ({ lived }: Moment): number => {
    let sum = 0;
    for (const trace of traces) sum += Math.max(1, lived - trace.at) ** -trace.decay;
    return sum;
  };
  return {
    recall: (now) => (traces.length === 0 ? 0 : 1 / (1 + Math.exp((threshold - Math.log(strength(now))) / NOISE))),
    practise(now) {
      traces.push({ at: now.lived, decay: decay + DECAY_BY_ACTIVATION * strength(now) });
    },
  };
};
