import { displayName } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import type { Registration } from '../registration/registration.ts';
import { statusesOf } from '../registration/statuses-of.ts';
import { registrarOf, registryOf } from '../world/catalogue.ts';
import type { World } from '../world/world.ts';
import { dayOf } from './names.ts';
import { type Block, fields } from './reply.ts';

/** What the registry has on record of a domain. */
export function registrationFields({ catalogue }: World, registration: Registration): Block {
  const { domain, registrar, registry, registrant, nameServers, createdAt, expiresAt } = registration;
  const seller = registrarOf(catalogue, registrar);
  const suffix = [...seller.registrarOfRecord.keys()].find((each) => domain.endsWith(`.${each}`));
  const ofRecord = suffix && seller.registrarOfRecord.get(suffix);
  return fields(
    ['Registrant', registrant],
    ['Registrar', ofRecord && ofRecord !== seller.name ? `${ofRecord} (sold by ${seller.name})` : seller.name],
    ['Registry', registryOf(catalogue, registry).name],
    ['Status', statusesOf(registration).join(', ')],
    ['Created', dayOf(createdAt)],
    ['Expires', dayOf(expiresAt)],
    ['Name servers', nameServers.length > 0 ? nameServers.map(displayName).join('\n') : 'none'],
    ...dnssecFields(registration),
  );
}

/** As a registry says it: nothing here for a domain without DS. RFC 5910, ICANN's RDDS labels. */
function dnssecFields({ ds = [] }: Registration): readonly (readonly [string, string])[] {
  if (ds.length === 0) return [];
  return [
    ['DNSSEC', 'signedDelegation'],
    ['DS', ds.map(formatRdata).join('\n')],
  ];
}
