import { displayName, type Name } from '../dns/name.ts';
import type { Registrar } from '../registration/registrar.ts';
import { suffixOf } from '../registration/registry.ts';
import type { Catalogue } from '../world/catalogue.ts';
import { button, type Choice } from './reply.ts';

/** The registrars that sell a domain's suffix. */
export function sellersOf({ registrars, tlds }: Catalogue, domain: Name): readonly Registrar[] {
  const tld = suffixOf(domain, tlds);
  return [...registrars.values()].filter(({ yearlyFee }) => tld && yearlyFee.has(tld.suffix));
}

/** A button that registers a domain at a registrar. */
export const registerAt = (domain: Name, { id, name }: Registrar): Choice =>
  button(`Register it at ${name}`, `/register ${displayName(domain)} ${id}`);
