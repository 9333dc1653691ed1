import { formatRdata } from '../dns/rdata/text.ts';
import type { RRset } from '../dns/record.ts';
import { addressesIn, answered, type Exchange } from './exchange.ts';
import type { ParentView } from './find-parent.ts';
import { isLeftOut } from './findings/registry.ts';
import type { RegistryRecord } from './registry-record.ts';
import { needsGlue } from './server-view.ts';
import { type Survey, surveyOf } from './survey.ts';

/**
 * The domain as it will be found when the registry has brought its zone up to date with what it has on record; nothing
 * where it is so already. What the record lacks is wrong now, whatever the zone above still shows.
 */
export function surveyAhead(survey: Survey, mayShow: (person: string) => boolean): Survey | undefined {
  const { record, parent, world, domain } = survey;
  if (!record || isLeftOut(record) || record.nameServers.length === 0) return undefined;
  const ahead = parentAhead(parent, record);
  return textOf(ahead) === textOf(parent) ? undefined : surveyOf(world, domain, ahead, mayShow);
}

function parentAhead(parent: ParentView, { nameServers, ds, hosts }: RegistryRecord): ParentView {
  const [said] = parent.said;
  const owner = said?.question.qname;
  if (!owner) return parent;
  const ttl = parent.delegation?.ns.ttl ?? 0;
  const kept = (parent.delegation?.glue ?? []).filter((set) => !needsGlue(set.owner, owner));
  const glue = hosts.flatMap(({ name, addresses }) =>
    addresses.map((address): RRset => ({ owner: name, ttl, rdata: [addressRecord(address)] })),
  );
  const ns = { owner, ttl, rdata: nameServers.map((nameServer) => ({ type: 'NS', nameServer }) as const) };
  const answer = ds.length > 0 ? [{ owner, ttl, rdata: ds }] : [];
  const dsSaid = parent.ds.map((exchange): Exchange => {
    const { response } = exchange;
    return response === 'timeout'
      ? exchange
      : { ...exchange, response: { ...response, rcode: 'NOERROR', aa: true, answer } };
  });
  return { ...parent, ds: dsSaid, delegation: { ns, glue: [...kept, ...glue] }, isInconsistent: false };
}

const addressRecord = (address: string): RRset['rdata'][number] =>
  address.includes(':') ? { type: 'AAAA', address } : { type: 'A', address };

/** A delegation with its DS and the addresses of servers in the domain, in an order that always is the same. */
function textOf({ delegation, ds }: ParentView): string {
  const [keys] = ds.flatMap((exchange) => answered(exchange, 'DS') ?? []);
  const servers = delegation?.ns.rdata.map(({ nameServer }) => nameServer) ?? [];
  const owner = delegation?.ns.owner;
  const glue = (delegation?.glue ?? []).filter(
    (set) => owner && needsGlue(set.owner, owner) && servers.includes(set.owner),
  );
  return [
    servers,
    glue.flatMap((set) => addressesIn([set]).map((address) => `${set.owner} ${address}`)),
    keys?.rdata.map(formatRdata) ?? [],
  ]
    .map((each) => each.toSorted().join(' '))
    .join('\n');
}
