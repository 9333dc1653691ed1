import { displayName, type Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import { lameServers } from './servers-known.ts';
import type { Settled } from './supplement-for.ts';
import type { Teller } from './telling.ts';
import { isUnseen } from './with-targets.ts';
import { MADE_BY_SIGNING } from './zone-records.ts';

/** Says which records and name servers were read on which lines, and what was taken for granted of the rest of a zone. */
export function tellRead(
  holdings: readonly Settled[],
  known: ReadonlyMap<Name, readonly string[]>,
  teller: Teller,
): void {
  for (const holding of holdings) {
    for (const { owner } of holding.records.filter(isUnseen))
      teller.assumed(`${displayName(owner)} has an address: a record leads there, and nothing shows which`);
    if (!holding.isMeant)
      teller.assumed(
        `${displayName(holding.domain)} is held by somebody else, and has a zone with what was shown of it`,
      );
    else if (holding.isFree) teller.assumed(`nobody holds ${displayName(holding.domain)}, so nothing is hosted for it`);
    else tellMeant(holding, known, teller);
  }
}

function tellMeant(holding: Settled, known: ReadonlyMap<Name, readonly string[]>, teller: Teller): void {
  const { domain, delegated, registry, servers } = holding;
  for (const { value, line } of delegated) teller.read(line, `the registry has the name server ${displayName(value)}`);
  for (const [server, line] of lameServers(holding, known))
    teller.read(line, `${displayName(server)} does not answer for ${displayName(domain)}`);
  if (registry.length > 0 && servers.length === 0)
    teller.read(registry[0]?.line ?? 1, 'the registry has no name servers');
  tellRecords(holding, teller);
}

function tellRecords({ domain, records, servers, replies }: Settled, teller: Teller): void {
  const seen = records.filter(
    (record) =>
      !MADE_BY_SIGNING.has(record.rdata.type) &&
      !(record.rdata.type === 'DS' && record.owner === domain) &&
      !isUnseen(record),
  );
  for (const { owner, rdata, line } of seen)
    teller.read(line, `${displayName(owner)} ${rdata.type} ${formatRdata(rdata)}`);
  if (records.some(({ rdata }) => MADE_BY_SIGNING.has(rdata.type)))
    teller.leftOut('signatures, keys and proofs: the host makes its own as it answers');
  const isCounted = replies.some(
    ({ aa, records: all }) => aa === false && all.some(({ section }) => section === 'answer'),
  );
  if (isCounted)
    teller.assumed('the TTLs are those of the zone, though a resolver that was asked may have counted them down');
  if (servers.length === 0) return;
  const isBare = seen.every(({ rdata: { type } }) => type === 'SOA' || type === 'NS');
  teller.assumed(
    isBare
      ? `the zone of ${displayName(domain)} holds nothing but its SOA and NS records: nothing shows any other`
      : `the zone of ${displayName(domain)} holds no other records than those that were shown`,
  );
}
