import type { Name } from '../dns/name.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * Which documentation addresses stand for what (RFC 5737, RFC 3849): 192.0.2.0/24 for the industry's own name servers,
 * 198.51.100.0/24 and, when that is used up, 2001:db8:53::/64 for those allotted to zones, 203.0.113.0/24 for web servers.
 */
export const industryAddress = (place: number): string => `192.0.2.${place + 1}`;
/** A web server's address; `place` from 0 to 199. */
export const webAddress = (place: number): string => `203.0.113.${place + 1}`;
/** The address of the page that a DNS host shows for domains parked with it; there is room for 54 hosts. */
export const parkingAddressOf = ({ hosts }: Catalogue, host: string): string =>
  `203.0.113.${[...hosts.keys()].indexOf(host) + 201}`;

/** The addresses with one more name server's among them, the next that is free; unchanged if it has one. */
export function withAddress(addresses: ReadonlyMap<Name, string>, nameServer: Name): ReadonlyMap<Name, string> {
  if (addresses.has(nameServer)) return addresses;
  return new Map(addresses).set(nameServer, customerAddress(addresses.size));
}

const customerAddress = (place: number): string =>
  place < 254 ? `198.51.100.${place + 1}` : `2001:db8:53::${(place - 253).toString(16)}`;
