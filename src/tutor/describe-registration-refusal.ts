import { displayName, type Name } from '../dns/name.ts';
import type { DelegateRefusal } from '../registration/decide-delegate.ts';
import type { DsRefusal } from '../registration/decide-ds.ts';
import type { RegisterRefusal } from '../registration/decide-register.ts';
import { type Catalogue, registrarOf } from '../world/catalogue.ts';
import type { RegistrationRefusal } from '../world/decide-registration.ts';
import type { World } from '../world/world.ts';
import { describeHeldRefusal } from './describe-held-refusal.ts';
import { counted, inCode, list, suffixes } from './names.ts';
import { sellersOf } from './offers.ts';
import { registrarFor, registryFor } from './party-for.ts';

/** What a registrar, or the registry behind it, says when it refuses, and what to do instead. */
export function describeRegistrationRefusal(
  world: World,
  refusal: RegisterRefusal | DelegateRefusal | DsRefusal | RegistrationRefusal,
): string {
  const { catalogue } = world;
  const domain = inCode(refusal.domain);
  switch (refusal.reason) {
    case 'unknown-suffix':
      return `No registry here keeps the suffix of ${domain}. The suffixes are ${suffixes(refusal.suffixes)}.`;
    case 'is-a-suffix':
      return `${domain} is a suffix: its registry keeps it. Register a name below it, such as \`quillcove-example.${displayName(refusal.domain)}\`.`;
    case 'not-directly-under-suffix':
      return `${domain} is a name inside ${inCode(refusal.registrable)}, and only that can be registered. Whoever holds it adds the names inside it as records, at the DNS host.`;
    case 'suffix-not-sold':
      return `${registrarOf(catalogue, refusal.registrar).name} does not sell the suffix of ${domain}. ${list(sellerIds(catalogue, refusal.domain), 'or')} does.`;
    case 'already-registered':
      return `${registryFor(catalogue, refusal.domain)} says that ${domain} is already registered, to ${refusal.holder}. A name has one holder at a time; choose another.`;
    case 'not-whole-years':
      return `${registryFor(catalogue, refusal.domain)} registers ${domain} for whole years only, at least one.`;
    case 'too-many-years':
      return `${registryFor(catalogue, refusal.domain)} registers ${domain} for at most ${counted(refusal.mostYears, 'year')} at a time.`;
    case 'not-registered':
      return `Nobody has registered ${domain}, so no registrar can set its name servers. ${registerFirst(catalogue, refusal)}`;
    case 'not-your-domain':
      return `${registrarFor(world, refusal.domain)} says: not your domain. ${domain} belongs to ${refusal.holder}, and only its registrant can set its name servers.`;
    case 'name-servers-not-settable':
      return `${registrarFor(world, refusal.domain)} says: the name servers of ${domain} cannot be changed. ${refusal.because}`;
    case 'too-few-name-servers':
      return `${registryFor(catalogue, refusal.domain)} wants at least ${refusal.least} name servers for ${domain}, so that it still works when one of them fails.`;
    case 'too-many-name-servers':
      return `${registrarOf(catalogue, refusal.registrar).name} takes at most ${refusal.most} name servers for a domain.`;
    case 'needs-glue':
      return `${inCode(refusal.nameServer)} is a name inside ${domain} itself, so ${registryFor(catalogue, refusal.domain)} would need its address too (glue), and has none. Use the name servers of a DNS host.`;
    case 'too-many-ds':
      return `${registrarFor(world, refusal.domain)} takes at most ${refusal.most} DS records for ${domain}.`;
    case 'ds-unchanged':
      return refusal.isNone
        ? `${registryFor(catalogue, refusal.domain)} publishes no DS for ${domain}, so there is nothing to withdraw.`
        : `${registryFor(catalogue, refusal.domain)} publishes exactly this DS for ${domain} already. Nothing changes.`;
    case 'unchanged':
      return `${registryFor(catalogue, refusal.domain)} publishes exactly these name servers for ${domain} already. Nothing changes.`;
    default:
      return describeHeldRefusal(world, refusal);
  }
}

/** The ids of the registrars that sell the domain's suffix, as code. */
const sellerIds = (catalogue: Catalogue, domain: Name): readonly string[] =>
  sellersOf(catalogue, domain).map(({ id }) => `\`${id}\``);

function registerFirst(catalogue: Catalogue, refusal: Extract<DelegateRefusal, { reason: 'not-registered' }>): string {
  const { domain, registrable } = refusal;
  if (registrable) return `It is a name inside ${inCode(registrable)}; set the name servers of that.`;
  const [seller] = sellersOf(catalogue, domain);
  return seller === undefined
    ? `The suffixes here are ${suffixes([...catalogue.tlds.keys()])}.`
    : `Register it first: \`/register ${displayName(domain)} ${seller.id}\`.`;
}
