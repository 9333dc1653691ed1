import { benchCodec } from './codec.ts';
import { benchInteractions } from './interactions.ts';
import { benchLearning } from './learning.ts';
import { benchPictures } from './pictures.ts';
import { benchQuiz } from './quiz.ts';
import { benchResolution } from './resolution.ts';
import { benchServing } from './serving.ts';
import { benchWorlds } from './worlds.ts';
import { benchZones } from './zones.ts';

/** The benchmarks, one a claim in the README. `npm run bench` runs all, `npm run bench -- NAME` those named. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
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

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench();
}
