import type { MemoryModel } from './memory-model.ts';

/** Days in which each store loses all but 1/e: half an hour to about a year. */
const TIMESCALES = Array.from({ length: 10 }, (_, place) => 0.02 * 3 ** place);
/** What a store holds counts so much less than what the next quicker one holds. */
const WEIGHT = 0.9;
const ALL_WEIGHTS = TIMESCALES.reduce((sum, _, place) => sum + WEIGHT ** place, 0);
const READ = 1;
const RETRIEVED = 3;

interface Store {
  readonly days: number;
  readonly weight: number;
  held: number;
}

/**
 * Stores that leak at different rates. Practice fills each by what the quicker ones together fall short of, so that
 * only what has been half forgotten reaches the slow ones.
 * Source of the form: Mozer, Pashler, Cepeda, Lindsey & Vul (2009), a multiscale context model of memory, NIPS 22; here
 * with ten stores.
 */
export const multiscale: MemoryModel = ({ forgetting, hardness }) => {
  const pace = Math.exp(0.4 * forgetting);
  const learning = Math.exp(-0.2 * hardness);
  const stores: Store[] = TIMESCALES.map((days, place) => ({ days, weight: WEIGHT ** place, held: 0 }));
  let filled = 0;
  const left = ({ held, days }: Store, day: number) => held * Math.exp((-pace * Math.max(0, day - filled)) / days);
  return {
    recall({ day }) {
      let sum = 0;
      for (const store of stores) sum += store.weight * left(store, day);
      return Math.min(1, sum / ALL_WEIGHTS);
    },
    practise({ day }, retrieved) {
      const rate = learning * (retrieved ? RETRIEVED : READ);
      let [sum, weights] = [0, 0];
      for (const store of stores) {
        const kept = left(store, day);
        sum += store.weight * kept;
        weights += store.weight;
        store.held = kept + rate * Math.max(0, 1 - sum / weights);
      }
      filled = day;
    },
  };
};
