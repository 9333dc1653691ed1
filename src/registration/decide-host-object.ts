import { accepted, type Decision, refused } from '../base/decision.ts';
import { isBelow, type Name } from '../dns/name.ts';
import { parseRdata } from '../dns/rdata/text.ts';
import type { RegistrationEvent } from './event.ts';
import type { Parties } from './parties.ts';
import type { Registrations } from './registration.ts';
import { type NotUpdatable, toUpdate } from './to-update.ts';

/** Why a registrar, or the registry behind it, would not change a host object. */
export type HostObjectRefusal =
  | NotUpdatable
  | { readonly reason: 'host-outside-domain'; readonly domain: Name; readonly nameServer: Name }
  | { readonly reason: 'not-an-address'; readonly domain: Name; readonly nameServer: Name; readonly address: string }
  | { readonly reason: 'too-many-addresses'; readonly domain: Name; readonly nameServer: Name }
  | {
      readonly reason: 'no-such-host-object';
      readonly domain: Name;
      readonly nameServer: Name;
      readonly hosts: readonly Name[];
    }
  | { readonly reason: 'host-in-use'; readonly domain: Name; readonly nameServer: Name; readonly by: readonly Name[] }
  | { readonly reason: 'host-unchanged'; readonly domain: Name; readonly nameServer: Name };

/** No addresses take the host object away. */
export interface HostObjectRequest {
  readonly domain: Name;
  readonly account: string;
  readonly host: Name;
  readonly addresses: readonly string[];
}

/**
 * What the sponsoring registrar and the registry do when a registrant wants a name server under the domain known, with
 * its addresses, or no longer: one of each kind, as Route 53's API takes them. RFC 5732 §3.2; §3.2.2 for those in use.
 */
export function decideHostObject(
  parties: Parties,
  { domain, account, host: nameServer, addresses }: HostObjectRequest,
): Decision<RegistrationEvent, HostObjectRefusal> {
  const held = toUpdate(parties, domain, account);
  if (held.kind === 'refused') return held;
  const { hosts = [] } = held.registration;
  const present = hosts.find(({ name }) => name === nameServer);
  if (addresses.length === 0) {
    if (!present)
      return refused({ reason: 'no-such-host-object', domain, nameServer, hosts: hosts.map(({ name }) => name) });
    const by = delegatedTo(parties.registrations, nameServer);
    return by.length > 0
      ? refused({ reason: 'host-in-use', domain, nameServer, by })
      : accepted({ kind: 'host-withdrawn', domain, host: nameServer });
  }
  if (!isBelow(nameServer, domain)) return refused({ reason: 'host-outside-domain', domain, nameServer });
  const unread = addresses.find((address) => !parseRdata(typeOf(address), address).ok);
  if (unread !== undefined) return refused({ reason: 'not-an-address', domain, nameServer, address: unread });
  const kinds = addresses.map(typeOf);
  if (new Set(kinds).size < kinds.length) return refused({ reason: 'too-many-addresses', domain, nameServer });
  if (present && present.addresses.join() === addresses.join())
    return refused({ reason: 'host-unchanged', domain, nameServer });
  return accepted({ kind: 'host-submitted', domain, host: { name: nameServer, addresses } });
}

/** The domains whose delegation names a host object. */
export const delegatedTo = (registrations: Registrations, host: Name): readonly Name[] =>
  [...registrations.values()].filter(({ nameServers }) => nameServers.includes(host)).map(({ domain }) => domain);

const typeOf = (address: string): 'A' | 'AAAA' => (address.includes(':') ? 'AAAA' : 'A');
