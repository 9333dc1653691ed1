import { assertNever } from '../base/result.ts';
import { type Catalogue, hostOf, registrarOf, registryOf } from './catalogue.ts';

/**
 * Someone with a part in making a domain name work. One company may be two of these: Route 53 is a registrar and a
 * DNS host, and what it may do depends on which of the two it is asked as.
 */
export type Party =
  | { readonly kind: 'registrant'; readonly id: string }
  | { readonly kind: 'registrar'; readonly id: string }
  | { readonly kind: 'registry'; readonly id: string }
  | { readonly kind: 'dns-host'; readonly id: string }
  /** Who accredits registrars and contracts with registries of generic suffixes. */
  | { readonly kind: 'icann'; readonly id: string };

/** The party's name, without its part: `Route 53`. */
export function partyName(catalogue: Catalogue, party: Party): string {
  switch (party.kind) {
    case 'registrant':
      return party.id;
    case 'registrar':
      return registrarOf(catalogue, party.id).name;
    case 'registry':
      return registryOf(catalogue, party.id).name;
    case 'dns-host':
      return hostOf(catalogue, party.id).name;
    case 'icann':
      return 'ICANN';
    default:
      return assertNever(party);
  }
}
