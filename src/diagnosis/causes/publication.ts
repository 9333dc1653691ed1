import { formatRdata } from '../../dns/rdata/text.ts';
import type { Cause } from '../cause.ts';
import { answered } from '../exchange.ts';
import { without } from '../findings/delegation.ts';
import type { RegistryRecord } from '../registry-record.ts';
import type { Survey } from '../survey.ts';
import { inCode, moreTime, namesInCode } from '../words.ts';

/** What the registry has on record is right, and not in its zone yet: time does the rest. */
export function notYetPublished(survey: Survey): Cause | undefined {
  const { world, domain, record } = survey;
  if (!record) return undefined;
  const { publishesAt: until } = record;
  const when = until === undefined ? 'shortly' : `in ${moreTime(until - world.now).replace(' more', '')}`;
  const sentence = `Nothing is to be done: ${record.registry} has ${whatIsWaiting(survey, record)} on record for ${inCode(domain)}, and brings its zone up to date ${when}.`;
  return { verdict: 'wait', kind: 'not-yet-published', sentence, ...(until === undefined ? {} : { until }) };
}

function whatIsWaiting({ delegated, parent }: Survey, { nameServers, ds }: RegistryRecord): string {
  const differs = without(nameServers, delegated).length + without(delegated, nameServers).length > 0;
  if (differs) return namesInCode(nameServers);
  const [published] = parent.ds.flatMap((exchange) => answered(exchange, 'DS') ?? []);
  const text = (some: RegistryRecord['ds']) => some.map(formatRdata).toSorted().join();
  if (text(ds) !== text(published?.rdata ?? [])) return ds.length > 0 ? 'another DS' : 'no DS any more';
  return 'other addresses of its name servers';
}
