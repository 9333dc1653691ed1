import { displayName } from '../../dns/name.ts';
import type { RegistrationEvent } from '../event.ts';
import type { Registration } from '../registration.ts';
import type { Draft } from './draft.ts';
import { addresses, difference, hostName, hostNamed, part, verb } from './objects.ts';

/** What a registrar sends when a name server under the domain is made, changed or taken away. RFC 5732 §3.2. */
export function hostCommands(
  { registrar: by, hosts }: Registration,
  event: Extract<RegistrationEvent, { readonly kind: 'host-submitted' | 'host-withdrawn' }>,
): readonly Draft[] {
  if (event.kind === 'host-withdrawn') {
    const did = `deletes the host object ${displayName(event.host)}`;
    return [{ by, did, verb: verb('delete', 'host', [hostName(event.host)]) }];
  }
  const { host } = event;
  const known = hostNamed(hosts, host.name);
  if (!known) {
    const did = `creates the host object ${displayName(host.name)}, with its address`;
    return [{ by, did, verb: verb('create', 'host', [hostName(host.name), ...addresses(host.addresses)]) }];
  }
  const { added, removed } = difference(known.addresses, host.addresses);
  const parts = [...part('host:add', addresses(added)), ...part('host:rem', addresses(removed))];
  const did = `changes the address of the host object ${displayName(host.name)}`;
  return parts.length === 0 ? [] : [{ by, did, verb: verb('update', 'host', [hostName(host.name), ...parts]) }];
}
