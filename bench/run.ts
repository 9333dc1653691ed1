import { benchCodec } from './codec.ts';
import { benchCrash } from './crash.ts';
import { benchGrowth } from './growth.ts';
import { benchInteractions } from './interactions.ts';
import { benchLearning } from './learning.ts';
import { benchLoad } from './load.ts';
import { benchPictures } from './pictures.ts';
import { benchPrompts } from './prompts.ts';
import { benchQuiz } from './quiz.ts';
import { benchResolution } from './resolution.ts';
import { benchServing } from './serving.ts';
import { benchWorlds } from './worlds.ts';
import { benchWrites } from './writes.ts';
import { benchZones } from './zones.ts';

type Bench = (options: readonly string[]) => Promise<void>;

/** The benchmarks, one a claim in the README. `npm run bench` runs these, `npm run bench -- NAME` those named. */
const BENCHES: Readonly<Record<string, Bench>> = {
  quiz: benchQuiz,
  resolution: benchResolution,
  codec: benchCodec,
  interactions: benchInteractions,
  learning: benchLearning,
  serving: benchServing,
  zones: benchZones,
  worlds: benchWorlds,
  pictures: benchPictures,
};

/** Those that take many minutes, and so are run only by name; they have options, as in `npm run bench -- load --minutes 1`. */
const LONG: Readonly<Record<string, Bench>> = {
  crash: benchCrash,
  growth: benchGrowth,
  load: benchLoad,
  prompts: benchPrompts,
  writes: benchWrites,
};

const [words, options] = splitWords(process.argv.slice(2));
const all = { ...BENCHES, ...LONG };
const unknown = words.filter((name) => !Object.hasOwn(all, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}.`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(words.length === 0 ? BENCHES : all)) {
  if (words.length === 0 || words.includes(name)) await bench(options);
}

/** Names come first, then options with what belongs to them. */
function splitWords(given: readonly string[]): readonly [names: readonly string[], options: readonly string[]] {
  const at = given.findIndex((word) => word.startsWith('-'));
  return at < 0 ? [given, []] : [given.slice(0, at), given.slice(at)];
}
