import { matchesDs } from '../dns/dnssec/ds-match.ts';
import { keyTagOf } from '../dns/dnssec/keys.ts';
import type { RdataOf } from '../dns/record.ts';
import { answered, type Exchange } from './exchange.ts';
import { ledTo, type Survey } from './survey.ts';

/** The chain from the zone above to the keys of a zone. */
export interface TrustView {
  /** The DS records that stand above. */
  readonly ds: readonly RdataOf<'DS'>[];
  readonly dsSaid: readonly Exchange[];
  /** DNSKEY of the zone, from each server that answers for it. */
  readonly keysSaid: readonly Exchange[];
  /** Of these the ones that have keys, and of those the ones with a key that a DS names. */
  readonly signed: readonly Exchange[];
  readonly matched: readonly Exchange[];
  /** DS records that name no key at any server. */
  readonly idle: readonly RdataOf<'DS'>[];
}

/** What a resolver that checks signatures finds on its way from the zone above into the zone. RFC 4035 §5.2. */
export function trustView(survey: Survey): TrustView {
  const { parent, domain } = survey;
  const dsSaid = parent.ds.filter((exchange) => answered(exchange, 'DS')).slice(0, 1);
  const ds = dsSaid.flatMap((exchange) => answered(exchange, 'DS')?.rdata ?? []);
  const views = ledTo(survey).flatMap(({ at }) => at);
  const keysSaid = views.filter(({ state }) => state === 'works').map(({ dnskey }) => dnskey);
  const signed = keysSaid.filter((exchange) => answered(exchange, 'DNSKEY'));
  const namesKey = (exchange: Exchange, some: readonly RdataOf<'DS'>[]) => {
    const keys = answered(exchange, 'DNSKEY');
    return keys !== undefined && matchesDs(domain, keys, some).length > 0;
  };
  const matched = signed.filter((exchange) => namesKey(exchange, ds));
  const idle = ds.filter((one) => !signed.some((exchange) => namesKey(exchange, [one])));
  return { ds, dsSaid, keysSaid, signed, matched, idle };
}

/** The tags of the keys at a server. */
export const tagsAt = (exchange: Exchange): readonly number[] =>
  answered(exchange, 'DNSKEY')?.rdata.map(keyTagOf) ?? [];
