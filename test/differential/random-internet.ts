import { seededRng } from '../../src/base/random.ts';
import type { Question } from '../../src/dns/message.ts';
import type { Internet } from '../../src/dns/resolver/internet.ts';
import { makeNameServer } from '../../src/dns/zone/name-server.ts';
import type { Zone } from '../../src/dns/zone/zone.ts';
import { readZoneFile } from '../../src/dns/zone/zone-file.ts';
import { delegationLines } from './delegation-lines.ts';
import { drawPlans, type Plan, ROOT_HOSTS } from './random-plans.ts';
import { drawQuestions } from './random-questions.ts';
import { drawRecords } from './random-records.ts';

/** A small Internet drawn from a seed, with questions that reach into its corners. */
export interface DrawnInternet {
  readonly internet: Internet;
  readonly questions: readonly Question[];
}

/** The Internet of a seed: a root, some suffixes, domains that name each other's servers, and domains below them. */
export function drawInternet(seed: number, questions: number): DrawnInternet {
  const rng = seededRng(seed);
  const plans = drawPlans(rng);
  const lines = delegationLines(plans, rng);
  const origins = plans.map(({ origin }) => origin);
  const zones = plans.map((plan) => {
    const there = lines.get(plan.origin) ?? [];
    return {
      plan,
      zone: zoneOf(plan, plan.isDomain ? [...there, ...drawRecords(rng, plan.origin, origins, there)] : there),
    };
  });
  const hosts = new Map(plans.flatMap(({ listed }) => listed).map((host) => [host.address, host]));
  const zonesAt = (address: string) =>
    zones.filter(({ plan }) => plan.serving.some((host) => host.address === address));
  const servers = new Map(
    [...hosts.keys()].map((address) => [address, makeNameServer(zonesAt(address).map(({ zone }) => zone))]),
  );
  const internet = { servers, rootHints: ROOT_HOSTS };
  return {
    internet,
    questions: drawQuestions(
      rng,
      zones.map(({ zone }) => zone),
      questions,
    ),
  };
}

function zoneOf({ origin }: Plan, lines: readonly string[]): Zone {
  const { zone, faults } = readZoneFile(`${[...new Set(lines)].join('\n')}\n`, { origin });
  if (faults[0]) throw new Error(`${origin}: line ${faults[0].line}: ${faults[0].message}`);
  return zone;
}
