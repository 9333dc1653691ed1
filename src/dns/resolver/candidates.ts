import { isAtOrBelow, type Name } from '../name.ts';
import { addressesIn, type Delegation, gluedAddresses, knownAddresses } from './delegation.ts';
import { type Asking, type Found, type Job, knowledge } from './job.ts';
import type { ResolverConfig } from './resolver-config.ts';

/** A server to be asked, with its addresses; without, they must first be looked up. */
export interface Candidate {
  readonly name: Name;
  readonly addresses?: readonly string[];
}

/**
 * The servers with the addresses known of them, then those whose addresses must be looked up: those without any, and,
 * because glue may be out of date, those of other zones. An address in the zone itself cannot be had but by its glue.
 * At last, glue seen elsewhere is tried, in case a server's own zone gives a wrong address for it.
 */
export function* candidates(job: Job, { zone, servers, from }: Delegation): Generator<Candidate> {
  yield* servers.filter(({ addresses }) => addresses.length > 0);
  for (const { name, addresses } of servers) {
    if (from !== 'hints' && (addresses.length === 0 || !isAtOrBelow(name, zone))) yield { name };
  }
  for (const { name } of servers) yield { name, addresses: gluedAddresses(knowledge(job), name) };
}

/**
 * The addresses of a name server, found by a look-up of its own; IPv6 only when no IPv4 can be had. When a zone has had
 * its share of such look-ups, or the whole resolution, `spent`: a referral may name servers without end (NXNSAttack).
 */
export function* findAddresses(
  job: Job,
  server: Name,
  zone: Name,
  depth: number,
  lookUps: { left: number },
): Asking<readonly string[] | 'spent'> {
  const known = knownAddresses(knowledge(job), server);
  if (known.length > 0) return known;
  if (lookUps.left === 0 || job.lookUpsLeft === 0) return 'spent';
  lookUps.left -= 1;
  job.lookUpsLeft -= 1;
  job.steps.push({ kind: 'side-lookup', depth: depth + 1, server, zone });
  for (const qtype of addressTypes(job.config)) {
    const found = yield* job.follow({ qname: server, qtype }, depth + 1);
    if (found.kind === 'answer') return found.rrsets.flatMap(addressesIn);
    if (!mayHaveOther(found)) return [];
  }
  return [];
}

/** Whether the name may have addresses of another type: also where servers fail at questions for one of them. RFC 4074 §4. */
const mayHaveOther = (found: Found): boolean =>
  found.kind === 'nodata' || (found.kind === 'failed' && found.reason === 'no-usable-server');

const addressTypes = ({ ip4, ip6 }: ResolverConfig) =>
  (['A', 'AAAA'] as const).filter((type) => (type === 'A' ? ip4 : ip6));
