import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '../../src/base/time.ts';
import { rootHintsFile, unboundConf } from '../../src/dns/export/unbound-conf.ts';
import { typeOf } from '../../src/dns/record.ts';
import { emptyCache } from '../../src/dns/resolver/cache.ts';
import { resolveIn } from '../../src/dns/resolver/internet.ts';
import { askOverSockets } from '../../src/dns/serve/ask-over-sockets.ts';
import { onLoopback } from '../../src/dns/serve/loopback.ts';
import { rrsetsOf } from '../../src/dns/zone/zone.ts';
import { ARCHITECTURES } from '../../src/scenario/architecture.ts';
import { scenarioWorld, serveWorld } from '../../src/serve-world.ts';
import { loadContent } from '../../src/tutor/load-content.ts';
import { ended, startUnbound, untilServed } from '../differential/real-servers.ts';
import { fromResolver } from '../differential/what-counts.ts';

/**
 * Serves the world of each architecture on port 53, puts a real Unbound in front of it, and prints a line of JSON for each
 * name in the domain's zones: what Unbound says, and ours. It needs a network namespace of its own.
 */
const { catalogue } = loadContent(join(import.meta.dirname, '../..'));
const UNBOUND = '127.0.0.2';

for (const [seed, architecture] of ARCHITECTURES.entries()) {
  const settings = { scenario: { architecture }, port: 53, timeScale: 1 } as const;
  const world = scenarioWorld(catalogue, settings, seed);
  const served = await serveWorld(
    world,
    settings,
    () => instant(Date.now()),
    (error) => {
      throw error;
    },
  );
  const internet = onLoopback(world.internet);
  const folder = mkdtempSync(join(tmpdir(), 'unbound-'));
  writeFileSync(join(folder, 'root.hints'), rootHintsFile(internet.rootHints));
  writeFileSync(join(folder, 'unbound.conf'), unboundConf(UNBOUND, 53, []));
  const unbound = startUnbound(folder);
  await untilServed(UNBOUND, '.' as never);

  const domain = world.example.slice('www.'.length);
  const sets = [...internet.servers.values()].flatMap(({ zones }) => [
    ...(zones.get(`${domain}.` as never) ? rrsetsOf(zones.get(`${domain}.` as never)!) : []),
  ]);
  const questions = new Map(
    sets.map((set) => [`${set.owner} ${typeOf(set)}`, { qname: set.owner, qtype: typeOf(set) }]),
  );
  questions.set('none', { qname: `none.${domain}.` as never, qtype: 'A' });
  for (const question of questions.values()) {
    const theirs = await askOverSockets({ address: UNBOUND, question, tcp: false, rd: true }, { timeoutMs: 20_000 });
    const ours = resolveIn(internet, question, { cache: emptyCache, now: world.now, config: { queryLocalhost: true } });
    const line = { question, ours: fromResolver(ours), theirs: theirs === 'timeout' ? theirs : fromResolver(theirs) };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  await ended(unbound);
  await served.close();
  rmSync(folder, { recursive: true });
}
