import type { QType } from '../dns/message.ts';
import { type Name, parseName } from '../dns/name.ts';
import type { RRType } from '../dns/record.ts';
import { parseType } from '../dns/rr-type.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Arguments, FactProblem } from './fact.ts';

/** The zone of the domain, or of another name, at the cast's `host` or `old-host`; the newest where there are several. */
export function zoneAt({ world, cast }: Scenario, at: string, of: string = cast.domain): HostedZone | undefined {
  const host = at === 'old-host' ? cast.oldHost : cast.host;
  const name = parseName(of);
  return [...world.hostedZones.values()]
    .filter((each) => each.host === host && name.ok && each.zone.origin === name.value)
    .at(-1);
}

/** The `name` and `type` of a fact's arguments. */
export function readRecordArguments(args: Arguments): { name: Name; type: RRType } | FactProblem {
  const parsed = parseName(args.name ?? '');
  const type = parseType(args.type ?? 'A');
  if (!parsed.ok) return { problem: `\`${args.name}\` is not a domain name` };
  if (!type) return { problem: `\`${args.type}\` is not a record type` };
  return { name: parsed.value, type };
}

/** The question that a fact's `name` and `type` make. */
export function readQuestion(args: Arguments): { qname: Name; qtype: QType } | FactProblem {
  const read = readRecordArguments(args);
  return 'problem' in read ? read : { qname: read.name, qtype: read.type };
}
