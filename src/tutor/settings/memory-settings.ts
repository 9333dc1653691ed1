import { fail, ok, type Result } from '../../base/result.ts';
import { type MemoryParameters, USUAL_PARAMETERS, WEIGHT_RANGES } from '../../learning/memory.ts';
import { type Setting, wholeNumber } from './setting.ts';
import type { Settled } from './settled.ts';

/** What a learner's memories are computed with. */
export function memoryParameters({ value }: Settled): MemoryParameters {
  const [percent, longestInterval, weights] = [value(RETENTION), value(LONGEST_INTERVAL), value(WEIGHTS)];
  const isUsual =
    percent === RETENTION.usual && longestInterval === LONGEST_INTERVAL.usual && weights === WEIGHTS.usual;
  return isUsual ? USUAL_PARAMETERS : { retention: percent / 100, longestInterval, weights };
}

export const RETENTION = wholeNumber({
  name: 'retention',
  scopes: ['learner'],
  about: 'How likely you should still know a concept when it comes back. More means more questions a day.',
  usual: USUAL_PARAMETERS.retention * 100,
  least: 70,
  most: 97,
  unit: '%',
  changes: 'memory',
});

export const LONGEST_INTERVAL = wholeNumber({
  name: 'longest-interval',
  scopes: ['learner'],
  about: 'After how many days a concept comes back at the latest, however well you know it.',
  usual: USUAL_PARAMETERS.longestInterval,
  least: 7,
  most: 36_500,
  unit: ' days',
  changes: 'memory',
});

const USUAL = 'usual';

/** For those who have had them computed from reviews of their own, as Anki does. */
export const WEIGHTS: Setting<readonly number[]> = {
  name: 'weights',
  scopes: ['learner'],
  about: 'The 21 weights of FSRS-6, for those who have computed their own elsewhere.',
  usual: USUAL_PARAMETERS.weights,
  takes: '21 numbers, with commas or spaces between',
  read: readWeights,
  write: (weights) => (weights.join() === USUAL_PARAMETERS.weights.join() ? USUAL : weights.join(', ')),
  changes: 'memory',
};

function readWeights(text: string): Result<readonly number[], string> {
  const words = text.split(/[\s,;[\]]+/).filter((word) => word !== '');
  if (words.length === 1 && words[0]?.toLowerCase() === USUAL) return ok(USUAL_PARAMETERS.weights);
  if (words.length !== WEIGHT_RANGES.length)
    return fail(`They are ${WEIGHT_RANGES.length} numbers, w0 to w20; you gave ${words.length}.`);
  const weights = words.map(Number);
  for (const [place, [least, most]] of WEIGHT_RANGES.entries()) {
    const weight = weights[place] ?? Number.NaN;
    if (!(weight >= least && weight <= most)) return fail(`Its w${place} is a number from ${least} to ${most}.`);
  }
  return ok(weights);
}
