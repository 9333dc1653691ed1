import { fail, ok, type Result } from '../base/result.ts';
import type { Cache } from '../dns/resolver/cache.ts';
import { tell } from '../items/expression.ts';
import { type Arrival, arrivalOf, differences, type Expectation } from '../lessons/expectation.ts';
import { type Came, type LookUp, lookUpIn, readLookUp, resolverFor } from '../lessons/look-up.ts';
import { EXPECTATIONS, readExpectation } from '../lessons/read-expectation.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { ask, cacheOf } from '../world/ask.ts';
import type { World } from '../world/world.ts';

/** A look-up with what it is to bring, any of which will do; `texts` are those expectations, filled in. */
export interface Wanted {
  readonly lookUp: LookUp;
  readonly expected: readonly Expectation[];
  readonly texts: readonly string[];
}

/** Reads a look-up and its expectations, filled in from a scenario. Refuses, in a sentence: what cannot be read. */
export function readWanted(lookUpText: string, expect: readonly string[], scenario: Scenario): Result<Wanted, string> {
  const line = tell(lookUpText, scenario);
  const lookUp = line.ok ? readLookUp(line.value) : line;
  if (!lookUp.ok) return lookUp;
  const texts: string[] = [];
  const expected: Expectation[] = [];
  for (const each of expect) {
    const text = tell(each, scenario);
    if (!text.ok) return text;
    const read = readExpectation(text.value, scenario.catalogue);
    if (!read.ok)
      return fail(`\`${read.problem.word}\` is nothing that can be expected of a look-up; say ${EXPECTATIONS}`);
    texts.push(text.value);
    expected.push(read.value);
  }
  return ok({ lookUp: lookUp.value, expected, texts });
}

/** What came of a look-up, and whether it is what was wanted. */
export interface Found {
  readonly came: Came;
  readonly arrival: Arrival;
  readonly meets: boolean;
}

/** What is found in a world by its resolver, or by the server that is named. A server that is none of the world keeps silent. */
export function find(world: World, { lookUp, expected }: Wanted): Found {
  const came = lookUpIn(world, lookUp) ?? { lookUp, reply: 'timeout' };
  const arrival = arrivalOf(world, came);
  return { came, arrival, meets: expected.some((each) => differences(each, arrival).length === 0) };
}

/** The world with a resolver that remembers this instead. */
export const remembering = (world: World, { lookUp }: Wanted, cache: Cache): World => ({
  ...world,
  caches: new Map([[resolverFor(lookUp), cache]]),
});

/** The world with resolvers that remember nothing. */
export const forgetting = (world: World): World => ({ ...world, caches: new Map() });

/** What the resolver remembers after it has been asked. */
export const cacheAfter = (world: World, { lookUp }: Wanted): Cache => {
  const { qname, qtype, server } = lookUp;
  const resolver = resolverFor(lookUp);
  return server === undefined ? ask(world, { qname, qtype }, resolver).cache : cacheOf(world, resolver);
};
