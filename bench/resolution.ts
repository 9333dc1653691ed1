import { join } from 'node:path';
import { childOf, type Name, parentOf } from '../src/dns/name.ts';
import { emptyCache } from '../src/dns/resolver/cache.ts';
import { resolveIn } from '../src/dns/resolver/internet.ts';
import { rrsetAt } from '../src/dns/zone/zone.ts';
import { makeScenario } from '../src/scenario/scenario.ts';
import { loadContent } from '../src/tutor/load-content.ts';
import { internetOf } from '../src/world/internet.ts';
import { compare } from './compare.ts';

/** Resolutions from an empty cache, root to host, in a scenario's world, beside a bare walk over the same zones' maps. */
export async function benchResolution(): Promise<void> {
  const { catalogue } = loadContent(join(import.meta.dirname, '..'));
  const { world, cast } = makeScenario(catalogue, { architecture: 'both', seed: 1 });
  const internet = internetOf(world);
  const question = { qname: childOf('www', cast.domain), qtype: 'A' } as const;
  const zones = [...internet.servers.values()].flatMap(({ zones }) => [...zones.values()]);
  const path: Name[] = [];
  for (let at: Name | undefined = question.qname; at; at = parentOf(at)) path.unshift(at);
  const walked = path.flatMap((origin) => zones.find((zone) => zone.origin === origin) ?? []);
  let found = 0;
  await compare(
    `A cold resolution of ${question.qname} through ${walked.length} zones`,
    'resolutions',
    {
      name: 'ours: resolver, cache and name servers, in process',
      run: () => {
        const { answer } = resolveIn(internet, question, { cache: emptyCache, now: world.now });
        found += answer.length;
      },
    },
    {
      name: 'floor: the same names looked up in the same zones, no more',
      perCall: 100,
      run: () => {
        for (let time = 0; time < 100; time++) {
          for (const zone of walked) {
            for (const owner of path) found += rrsetAt(zone, owner, 'A') ? 1 : 0;
          }
        }
      },
    },
  );
  const { cache } = resolveIn(internet, question, { cache: emptyCache, now: world.now });
  await compare(
    `A warm resolution of ${question.qname}, answered from the cache`,
    'resolutions',
    {
      name: 'ours: the cache, with the TTL counted down',
      perCall: 100,
      run: () => {
        for (let time = 0; time < 100; time++) {
          found += resolveIn(internet, question, { cache, now: world.now }).answer.length;
        }
      },
    },
    {
      name: 'floor: one look-up in the map of the cache',
      perCall: 100,
      run: () => {
        for (let time = 0; time < 100; time++) {
          found += cache.entries.has(`${question.qname} ${question.qtype}`) ? 1 : 0;
        }
      },
    },
  );
  if (found === 0) throw new Error('nothing was ever found');
}
