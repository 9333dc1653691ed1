import type { Name } from '../../dns/name.ts';
import { formatRdata } from '../../dns/rdata/text.ts';
import type { Cause } from '../cause.ts';
import { answered } from '../exchange.ts';
import { lookedUp } from '../find-parent.ts';
import { without } from '../findings/delegation.ts';
import { isLeftOut } from '../findings/registry.ts';
import type { RegistryRecord } from '../registry-record.ts';
import { needsGlue, viewAddress, works } from '../server-view.ts';
import type { Survey } from '../survey.ts';
import { inCode, moreTime, namesInCode } from '../words.ts';

/** The registry has something else on record than in its zone, and what it has on record is right: time does the rest. */
export function notYetPublished(survey: Survey, record: RegistryRecord): Cause | undefined {
  const { world, domain, delegated } = survey;
  if (isLeftOut(record)) return undefined;
  const differs = without(record.nameServers, delegated).length + without(delegated, record.nameServers).length > 0;
  if (differs && !record.nameServers.every((name) => answersFor(survey, name))) return undefined;
  const what = differs ? namesInCode(record.nameServers) : waitingBeside(survey, record);
  if (what === undefined) return undefined;
  const { publishesAt: until } = record;
  const when = until === undefined ? 'shortly' : `in ${moreTime(until - world.now).replace(' more', '')}`;
  const sentence = `Nothing is to be done: ${record.registry} has ${what} on record for ${inCode(domain)}, and brings its zone up to date ${when}.`;
  return { verdict: 'wait', kind: 'not-yet-published', sentence, ...(until === undefined ? {} : { until }) };
}

/** Whether a name server that is on record answers for the domain; of one in the domain only where it is led to already. */
function answersFor({ world, domain, servers }: Survey, name: Name): boolean {
  if (needsGlue(name, domain)) return servers.some((server) => server.name === name && works(server));
  return lookedUp(world, name).some((address) => viewAddress(world, domain, { name, address }).state === 'works');
}

/** What of the DS and the addresses of name servers is on record, and not in the zone above. */
function waitingBeside(survey: Survey, record: RegistryRecord): string | undefined {
  if (record.publishesAt === undefined) return undefined;
  if (dsOnRecord(record) !== dsPublished(survey)) return record.ds.length > 0 ? 'another DS' : 'no DS any more';
  const host = record.hosts.find(({ name, addresses }) => {
    const view = survey.servers.find((server) => server.name === name);
    return view && !addresses.every((address) => view.at.some((each) => each.address === address));
  });
  return host && `other addresses of ${inCode(host.name)}`;
}

const dsOnRecord = ({ ds }: RegistryRecord): string => ds.map(formatRdata).toSorted().join();

function dsPublished({ parent }: Survey): string {
  const [ds] = parent.ds.flatMap((exchange) => answered(exchange, 'DS') ?? []);
  return ds ? ds.rdata.map(formatRdata).toSorted().join() : '';
}
