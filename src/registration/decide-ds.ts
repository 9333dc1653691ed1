import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import type { RdataOf } from '../dns/record.ts';
import type { RegistrationEvent } from './event.ts';
import type { Parties } from './parties.ts';
import { type NotUpdatable, toUpdate } from './to-update.ts';

/** Why a registrar, or the registry behind it, would not change the DS records of a domain. */
export type DsRefusal =
  | NotUpdatable
  | { readonly reason: 'too-many-ds'; readonly domain: Name; readonly most: number }
  | { readonly reason: 'ds-unchanged'; readonly domain: Name; readonly isNone: boolean };

/** A registrant's wish for other DS records; none takes away those there are. */
export interface DsRequest {
  readonly domain: Name;
  readonly registrant: string;
  readonly ds: readonly RdataOf<'DS'>[];
}

/**
 * How many a registrar takes, by suffix: 13 under .com and .net, 4 elsewhere. Amazon Route 53 Developer Guide,
 * "Configuring DNSSEC for a domain" (2023); that the other registrars take as many is made up.
 */
const mostDs = (domain: Name): number => (/\.(?:com|net)\.$/.test(domain) ? 13 : 4);

/**
 * What the sponsoring registrar does with a registrant's wish for other DS records: it sends the registry the whole new
 * set, and the registry publishes it. Neither asks whether the domain's name servers have such keys. RFC 5910 §5.2.5.
 */
export function decideDs(
  parties: Parties,
  { domain, registrant, ds }: DsRequest,
): Decision<RegistrationEvent, DsRefusal> {
  const held = toUpdate(parties, domain, registrant);
  if (held.kind === 'refused') return held;
  const most = mostDs(domain);
  if (ds.length > most) return refused({ reason: 'too-many-ds', domain, most });
  const { registrar, ds: before = [] } = held.registration;
  if (textOf(ds) === textOf(before)) return refused({ reason: 'ds-unchanged', domain, isNone: ds.length === 0 });
  return accepted({ kind: 'ds-submitted', domain, registrar, ds });
}

const textOf = (ds: readonly RdataOf<'DS'>[]): string => ds.map(formatRdata).sort().join();
