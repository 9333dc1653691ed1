import { keyTagOf } from '../dns/dnssec/keys.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import type { RdataOf } from '../dns/record.ts';
import { dsRecords, hostSigning } from '../world/signing.ts';
import type { Holding } from './holding.ts';
import type { Teller } from './telling.ts';

/** Whether the zones of a domain are signed, and what stands at the registry for their keys. */
export interface NearestKeys {
  readonly isSigned: boolean;
  readonly ds: readonly RdataOf<'DS'>[];
}

/**
 * The keys of a domain's zone are its own, so the world's has others; its DS then names those. A DS that belongs to no key
 * of the zone, or that is left of a zone which is not signed, stays as it is: that is what is wrong with the domain.
 * @param zone the id of the zone
 */
export function nearestKeys(
  { domain, registry, records, replies }: Holding,
  isAnsweredUnsigned: boolean,
  zone: string,
  teller: Teller,
): NearestKeys {
  const keys = records.flatMap(({ owner, rdata }) => (owner === domain && rdata.type === 'DNSKEY' ? [rdata] : []));
  const hasSignatures = records.some(({ rdata }) => rdata.type === 'RRSIG' && rdata.signer === domain);
  const atRegistry = registry.flatMap(({ ds }) => ds.map(({ value }) => value));
  const inDns = replies
    .flatMap((reply) => reply.records)
    .flatMap(({ owner, rdata }) => (owner === domain && rdata.type === 'DS' ? [rdata] : []));
  const seen = atRegistry.length > 0 ? atRegistry : inDns;
  const saysSigned = registry.find(({ isSigned }) => isSigned)?.isSigned;
  const isDelegatedSigned = seen.length > 0 || saysSigned?.value === true;
  const hasKeys = keys.length > 0 || hasSignatures;
  const isSigned = hasKeys || (isDelegatedSigned && !isAnsweredUnsigned);
  if (saysSigned)
    teller.read(saysSigned.line, saysSigned.value ? 'the delegation is signed' : 'the delegation is not signed');
  for (const { value, line } of registry.flatMap(({ ds }) => ds))
    teller.read(line, `the registry has a DS for the key ${value.keyTag}`);
  if (!isDelegatedSigned) {
    if (isSigned && !saysSigned) teller.assumed('the registry has no DS for it: nothing shows one');
    return { isSigned, ds: [] };
  }
  const isLeftOver =
    !isSigned ||
    (keys.length > 0 &&
      seen.length > 0 &&
      !seen.some((ds) => keys.some((key) => ds.keyTag === keyTagOf(key) && ds.algorithm === key.algorithm)));
  if (isLeftOver) {
    teller.assumed(
      isSigned
        ? 'the DS at the registry stays as it is, as it names none of the keys that were seen'
        : 'the DS at the registry stays as it is, as the zone was seen without keys',
    );
    return { isSigned, ds: seen };
  }
  const ds = dsRecords(domain, hostSigning(zone));
  const [own] = ds;
  for (const each of seen)
    if (own && formatRdata(own) !== formatRdata(each))
      teller.standsFor(
        `the key ${own.keyTag} stands for ${each.keyTag}, with a DS of its own: nobody but its host has the real one`,
      );
  if (!hasKeys) teller.assumed('the zone is signed, with the key that the registry has the DS of');
  return { isSigned, ds };
}
