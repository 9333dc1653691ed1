import type { Name } from '../dns/name.ts';
import type { Holding } from './holding.ts';
import type { Transcript } from './transcript.ts';

/** The real addresses of name servers, as glue, their own records or whois give them. */
export function addressesKnown({ replies, records }: Transcript): ReadonlyMap<Name, readonly string[]> {
  const all = [
    ...replies
      .flatMap((reply) => reply.records)
      .flatMap(({ owner, rdata }) => ('address' in rdata ? [[owner, rdata.address] as const] : [])),
    ...records.flatMap(({ nameServers }) =>
      nameServers.flatMap(({ value: { name, addresses } }) => addresses.map((address) => [name, address] as const)),
    ),
  ];
  return new Map(
    [...Map.groupBy(all, ([name]) => name)].map(([name, some]) => [
      name,
      [...new Set(some.map(([, address]) => address))],
    ]),
  );
}

/** The name servers of a domain that were asked and did not answer for it, with the line of each. */
export function lameServers(
  { delegated, apex, replies }: Holding,
  known: ReadonlyMap<Name, readonly string[]>,
): ReadonlyMap<Name, number> {
  const servers = [...delegated, ...apex].map(({ value }) => value);
  const lame = new Map<Name, number>();
  for (const { rcode, server = '', line } of replies) {
    const asked = servers.find(
      (each) => each === `${server.toLowerCase().replace(/\.$/, '')}.` || known.get(each)?.includes(server),
    );
    if (asked && rcode !== undefined && ['REFUSED', 'SERVFAIL', 'NOTAUTH', 'timeout'].includes(rcode))
      lame.set(asked, line);
  }
  return lame;
}
