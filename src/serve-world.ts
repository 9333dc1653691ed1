import { type Instant, later } from './base/time.ts';
import { displayName } from './dns/name.ts';
import type { Internet } from './dns/resolver/internet.ts';
import { onLoopback, RESOLVER_ADDRESS } from './dns/serve/loopback.ts';
import { type ServedInternet, serveInternet } from './dns/serve/serve-internet.ts';
import { rrsetsOf } from './dns/zone/zone.ts';
import type { InternetSettings } from './internet-settings.ts';
import { makeScenario } from './scenario/scenario.ts';
import type { Catalogue } from './world/catalogue.ts';
import { internetOf } from './world/internet.ts';

/** A simulated Internet to be served, its story, and the clock it starts at. */
export interface ServedWorld {
  readonly internet: Internet;
  readonly story: readonly string[];
  readonly now: Instant;
  /** A name to try. */
  readonly example: string;
}

/** The world of a scenario, as it is told to its end. */
export function scenarioWorld(catalogue: Catalogue, { scenario }: InternetSettings, seed: number): ServedWorld {
  const { world, cast, story } = makeScenario(catalogue, { ...scenario, seed });
  return { internet: internetOf(world), story, now: world.now, example: `www.${displayName(cast.domain)}` };
}

/** A world that is served, until it is closed. */
export interface WorldOnSockets extends ServedInternet {
  /** Lines as of /etc/hosts that tell the address of every name server, for programs that ask the system for it. */
  readonly hosts: string;
  /** What is served, where, and what to type to see it. */
  readonly describe: (hostsFile: string) => string;
}

/**
 * Answers real DNS for a world on loopback, with its clock running as fast as the settings say from now on.
 * Rejects with a ListenError when a socket cannot be opened.
 */
export async function serveWorld(
  world: ServedWorld,
  { port, timeScale }: InternetSettings,
  clock: () => Instant,
  fault: (error: unknown) => void,
): Promise<WorldOnSockets> {
  const internet = onLoopback(world.internet);
  const started = clock();
  const now = (): Instant => later(world.now, Math.round((clock() - started) * timeScale));
  const served = await serveInternet(internet, { port, now, config: { queryLocalhost: true }, fault });
  const describe = (hostsFile: string): string => overview(world, internet, served.port, timeScale, hostsFile);
  return { ...served, hosts: hostsOf(internet), describe };
}

function hostsOf({ servers, rootHints }: Internet): string {
  const named = [...servers.values()].flatMap(({ zones }) => [...zones.values()].flatMap(rrsetsOf));
  const lines = named.flatMap(({ owner, rdata }) =>
    rdata.flatMap((one) =>
      one.type === 'A' && servers.has(one.address) ? `${one.address} ${displayName(owner)}` : [],
    ),
  );
  const roots = rootHints.map(({ name, address }) => `${address} ${displayName(name)}`);
  return `${[...new Set([...roots, ...lines])].join('\n')}\n`;
}

function overview(
  { story, example }: ServedWorld,
  { servers, rootHints }: Internet,
  port: number,
  timeScale: number,
  hostsFile: string,
): string {
  const root = rootHints[0]?.address;
  const pace = timeScale === 1 ? '' : ` Its clock runs ${timeScale} times as fast as yours.`;
  const happened = story.map((sentence, place) => `  ${place + 1}. ${sentence}`);
  return [
    'A simulated Internet answers real DNS on this machine, and nothing of it is the real one.',
    ...(happened.length > 0 ? ['', 'What happened in it:', ...happened] : []),
    '',
    `A recursive resolver listens at ${RESOLVER_ADDRESS}, and ${servers.size} name servers each at an address of its own,`,
    `all on port ${port}, over UDP and TCP.${pace} Ctrl-C ends it.`,
    '',
    'From another terminal:',
    `  dig @${RESOLVER_ADDRESS} -p ${port} ${example}`,
    `  dig @${root} -p ${port} ${example}   # what a root server says`,
    `  kdig @${RESOLVER_ADDRESS} -p ${port} +tcp ${example}`,
    '',
    'dig +trace asks the system for the addresses of name servers. On Linux, tell it those for this one command:',
    `  unshare -rm sh -c 'mount --bind ${hostsFile} /etc/hosts && dig +trace @${root} -p ${port} ${example}'`,
    '',
  ].join('\n');
}
