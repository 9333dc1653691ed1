import { assertNever, fail, ok, type Result } from '../../base/result.ts';
import { parseZone, type Zone, type ZoneProblem } from '../../base/zone.ts';
import { shown } from '../shown.ts';

/** Reads a time zone as people type it; refuses with sentences that say what to type instead. */
export function readZone(text: string): Result<Zone, string> {
  const zone = parseZone(text);
  return zone.ok ? ok(zone.value) : fail(describeZoneProblem(zone.problem, text));
}

function describeZoneProblem(problem: ZoneProblem, text: string): string {
  switch (problem.kind) {
    case 'unknown':
      return problem.nearest === undefined
        ? `There is no time zone ${shown(text)}. ${HOW}`
        : `There is no time zone ${shown(text)}; did you mean \`${problem.nearest}\`?`;
    case 'offset':
      return `${shown(text)} is so many hours from UTC, which is not right all year where there is summer time. ${HOW}`;
    case 'abbreviation':
      return `${shown(text)} is short for more than one time zone, or for half the year of one. ${HOW}`;
    default:
      return assertNever(problem);
  }
}

const HOW = 'Type a place, as in `Europe/Lisbon` or `America/New_York`; or `UTC`.';
