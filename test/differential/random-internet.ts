import { seededRng } from '../../src/base/random.ts';
import { dsOf } from '../../src/dns/dnssec/keys.ts';
import { keysOf } from '../../src/dns/dnssec/signed-zone.ts';
import type { Question } from '../../src/dns/message.ts';
import { type Name, ROOT } from '../../src/dns/name.ts';
import type { Internet } from '../../src/dns/resolver/internet.ts';
import type { TrustAnchor } from '../../src/dns/resolver/resolver-config.ts';
import { makeNameServer } from '../../src/dns/zone/name-server.ts';
import type { Signing, Zone } from '../../src/dns/zone/zone.ts';
import { readZoneFile } from '../../src/dns/zone/zone-file.ts';
import { delegationLines } from './delegation-lines.ts';
import { drawPlans, type Plan, ROOT_HOSTS } from './random-plans.ts';
import { drawQuestions } from './random-questions.ts';
import { drawRecords } from './random-records.ts';
import { signingLines } from './signing-lines.ts';

/** A small Internet drawn from a seed, with questions that reach into its corners. */
export interface DrawnInternet {
  readonly internet: Internet;
  readonly questions: readonly Question[];
  /** What a resolver that validates is to trust; none where nothing is signed. */
  readonly trustAnchors: readonly TrustAnchor[];
}

/**
 * The Internet of a seed: a root, some suffixes, domains that name each other's servers, and domains below them.
 * @param isSigned whether the root and the suffixes are signed, and some of the domains
 */
export function drawInternet(seed: number, questions: number, isSigned: boolean): DrawnInternet {
  const rng = seededRng(seed);
  const plans = drawPlans(rng);
  const lines = delegationLines(plans, rng);
  const origins = plans.map(({ origin }) => origin);
  for (const { origin, isDomain } of plans) {
    const there = lines.get(origin) ?? [];
    if (isDomain) there.push(...drawRecords(rng, origin, origins, there));
  }
  const signing = isSigned ? signingLines(plans, lines, rng) : new Map<Name, Signing>();
  const zones = plans.map((plan) => {
    const zone = zoneOf(plan, lines.get(plan.origin) ?? []);
    const signed = signing.get(plan.origin);
    return { plan, zone: signed ? { ...zone, signing: signed } : zone };
  });
  const hosts = new Map(plans.flatMap(({ listed }) => listed).map((host) => [host.address, host]));
  const zonesAt = (address: string) =>
    zones.filter(({ plan }) => plan.serving.some((host) => host.address === address)).map(({ zone }) => zone);
  const servers = new Map(Array.from(hosts.keys(), (address) => [address, makeNameServer(zonesAt(address))]));
  const drawn = zones.map(({ zone }) => zone);
  const root = signing.get(ROOT);
  const anchor = root && dsOf(ROOT, keysOf(ROOT, root).ksk.dnskey);
  return {
    internet: { servers, rootHints: ROOT_HOSTS },
    questions: drawQuestions(rng, drawn, questions),
    trustAnchors: anchor ? [{ owner: ROOT, ds: [anchor] }] : [],
  };
}

function zoneOf({ origin }: Plan, lines: readonly string[]): Zone {
  const { zone, faults } = readZoneFile(`${[...new Set(lines)].join('\n')}\n`, { origin });
  if (faults[0]) throw new Error(`${origin}: line ${faults[0].line}: ${faults[0].message}`);
  return zone;
}
