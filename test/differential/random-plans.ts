import { pick, type Rng, shuffle } from '../../src/base/random.ts';
import { type Name, name } from '../../src/dns/name.ts';

/** A name server and its address on loopback. */
export interface Host {
  readonly name: Name;
  readonly address: string;
}

/** A zone to be: the servers that its parent lists, and those that really serve it; the others are lame. */
export interface Plan {
  readonly origin: Name;
  readonly listed: readonly Host[];
  readonly serving: readonly Host[];
  /** The zone's own NS set, where it differs from the parent's. */
  readonly own?: readonly Host[];
  /** No address of a server is given as glue, be it needed or not. */
  readonly glueless?: boolean;
  /** Somebody's domain, rather than the root or a suffix. */
  readonly isDomain: boolean;
}

export const ROOT_HOSTS: readonly Host[] = [{ name: name('a.root.'), address: '127.1.0.1' }];
const SUFFIXES = ['com.', 'net.', 'org.', 'se.', 'co.uk.'].map(name);
const WORDS = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'ginkgo', 'hazel'];

/** The zones there are, with servers of their own, of a neighbour, or of both. */
export function drawPlans(rng: Rng): readonly Plan[] {
  let used = 1;
  const newHost = (host: string): Host => ({ name: name(host), address: `127.1.0.${++used}` });
  const newHosts = (names: readonly string[]): Host[] => names.slice(0, rng.integer(1, names.length)).map(newHost);
  const served = (origin: Name, listed: readonly Host[]) => ({ origin, listed, serving: listed });

  const suffixes = shuffle(rng, SUFFIXES).slice(0, rng.integer(2, 3));
  const above = suffixes.includes(name('co.uk.')) ? [served(name('uk.'), newHosts(['ns.nic.uk.']))] : [];
  const registries = suffixes.map((suffix) => served(suffix, newHosts([`a.nic.${suffix}`, `b.nic.${suffix}`])));
  const plans: Plan[] = [served(name('.'), ROOT_HOSTS), ...above, ...registries].map((plan) => ({
    ...plan,
    isDomain: false,
  }));

  const pool: Host[] = [];
  for (const word of shuffle(rng, WORDS).slice(0, rng.integer(3, 6))) {
    const origin = name(`${word}.${pick(rng, suffixes)}`);
    const own = newHosts([`ns1.${origin}`, `ns2.${origin}`]);
    const others = shuffle(rng, pool).slice(0, rng.integer(1, 2));
    const listed = others.length === 0 ? own : pick(rng, [own, others, [...own, ...others]]);
    plans.push(domain(rng, origin, listed));
    if (listed.some((host) => own.includes(host))) pool.push(...own);
    if (rng.integer(0, 2) > 0) continue;
    const below = name(`${pick(rng, ['sub', 'dev', 'a.b'])}.${origin}`);
    plans.push(
      domain(rng, below, pick(rng, [newHosts([`ns.${below}`]), listed.slice(-1), [pick(rng, [...pool, ...own])]])),
    );
  }
  if (rng.integer(0, 5) === 0) plans.push(...circle(pick(rng, suffixes), pick(rng, suffixes), newHost));
  return plans;
}

/** A domain of which a server may be lame, or all, and whose own NS set may lack one that the parent lists. */
function domain(rng: Rng, origin: Name, listed: readonly Host[]): Plan {
  const kind = rng.integer(0, 11);
  const serving = kind === 0 ? [] : kind < 4 && listed.length > 1 ? listed.slice(1) : listed;
  const own = kind > 9 && serving.length > 1 ? serving.slice(1) : listed;
  return { origin, listed, serving, own, isDomain: true };
}

/** Two domains each of which has its only server in the other, so that neither can be reached. */
function circle(one: Name, other: Name, newHost: (host: string) => Host): readonly Plan[] {
  const [first, second] = [name(`ouro.${one}`), name(`boros.${other}`)];
  const [inFirst, inSecond] = [newHost(`ns.${first}`), newHost(`ns.${second}`)];
  return [
    { origin: first, listed: [inSecond], serving: [inSecond], isDomain: true, glueless: true },
    { origin: second, listed: [inFirst], serving: [inFirst], isDomain: true, glueless: true },
  ];
}
