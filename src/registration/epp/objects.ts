import { type Instant, instant } from '../../base/time.ts';
import { displayName, type Name } from '../../dns/name.ts';
import type { RdataOf } from '../../dns/record.ts';
import type { HostObject } from '../registration.ts';
import { type Element, element } from './xml.ts';

/** The elements that EPP's commands on domains, hosts and contacts are made of. RFC 5731, 5732, 5733, 5910, 3915. */

const NAMESPACES = {
  domain: 'urn:ietf:params:xml:ns:domain-1.0',
  host: 'urn:ietf:params:xml:ns:host-1.0',
  contact: 'urn:ietf:params:xml:ns:contact-1.0',
  secDNS: 'urn:ietf:params:xml:ns:secDNS-1.1',
  rgp: 'urn:ietf:params:xml:ns:rgp-1.0',
} as const;
type Kind = keyof typeof NAMESPACES;

/** A whole command: what it does to which object, an extension if there is one, and the sender's number for it. RFC 5730 §2.5. */
export const frame = (verb: Element, number: string, extension?: Element): Element =>
  element(
    'epp',
    [element('command', [verb, ...(extension ? [element('extension', [extension])] : []), element('clTRID', number)])],
    { xmlns: 'urn:ietf:params:xml:ns:epp-1.0' },
  );

/** `create`, `update` and the like of a kind of object. */
export const verb = (
  name: string,
  kind: Kind,
  content: readonly Element[],
  attributes: Readonly<Record<string, string>> = {},
): Element => element(name, [ofKind(kind, name, content)], attributes);

/** The root of a part in the namespace of its kind. */
export const ofKind = (kind: Kind, name: string, content: readonly Element[]): Element =>
  element(`${kind}:${name}`, content, { [`xmlns:${kind}`]: NAMESPACES[kind] });

export const domainName = (domain: Name): Element => element('domain:name', displayName(domain));
export const period = (years: number): Element => element('domain:period', `${years}`, { unit: 'y' });
export const password = (code: string): Element => element('domain:authInfo', [element('domain:pw', code)]);
export const status = (code: string): Element => element('domain:status', [], { s: code });
export const nameServers = (servers: readonly Name[]): readonly Element[] =>
  servers.length === 0
    ? []
    : [
        element(
          'domain:ns',
          servers.map((server) => element('domain:hostObj', displayName(server))),
        ),
      ];
/** `add`, `rem` or `chg`; nothing where there is nothing to say. */
export const part = (name: string, content: readonly Element[]): readonly Element[] =>
  content.length === 0 ? [] : [element(name, content)];

export const hostName = (host: Name): Element => element('host:name', displayName(host));
export const addresses = (of: readonly string[]): readonly Element[] =>
  of.map((address) => element('host:addr', address, { ip: address.includes(':') ? 'v6' : 'v4' }));

export const dsData = ({ keyTag, algorithm, digestType, digest }: RdataOf<'DS'>): Element =>
  element('secDNS:dsData', [
    element('secDNS:keyTag', `${keyTag}`),
    element('secDNS:alg', `${algorithm}`),
    element('secDNS:digestType', `${digestType}`),
    element('secDNS:digest', digest.toUpperCase()),
  ]);

/** What was added to a list and what taken from it. */
export const difference = <Value>(before: readonly Value[], after: readonly Value[]) => ({
  added: after.filter((each) => !before.includes(each)),
  removed: before.filter((each) => !after.includes(each)),
});

/** Whole years between two moments of the same day and time. */
export function yearsBetween(from: Instant, to: Instant): number {
  return new Date(to).getUTCFullYear() - new Date(from).getUTCFullYear();
}
/** `2027-03-02`: a date alone, in UTC. */
export const dateOf = (at: Instant): string => new Date(instant(at)).toISOString().slice(0, 10);

export const hostNamed = (hosts: readonly HostObject[] = [], name: Name): HostObject | undefined =>
  hosts.find((host) => host.name === name);
