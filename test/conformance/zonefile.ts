import { name } from '../../src/dns/name.ts';
import { checkZone } from '../../src/dns/zone/check-zone.ts';
import { rrsetsOf } from '../../src/dns/zone/zone.ts';
import { parseZoneFile } from '../../src/dns/zone/zone-file.ts';
import { recordLines } from './answer.ts';

/** The records a server would hold after loading a master file; throws where it would refuse to load it. */
export function parse(text: string, origin: string): string[] {
  const zone = parseZoneFile(text, { origin: name(origin) });
  if (!zone.ok) throw new Error(zone.problem.map(({ line, message }) => `line ${line}: ${message}`).join('; '));
  const [error] = checkZone(zone.value).filter(({ severity }) => severity === 'error');
  if (error) throw new Error(`${error.owner} ${error.message}`);
  return rrsetsOf(zone.value).flatMap(recordLines);
}
