import { assertNever } from '../base/result.ts';
import { formatInstant } from '../base/time.ts';
import { displayName } from '../dns/name.ts';
import type { DelegateRefusal } from '../registration/decide-delegate.ts';
import type { DsRefusal } from '../registration/decide-ds.ts';
import type { RegisterRefusal } from '../registration/decide-register.ts';
import type { Suspension } from '../registration/registration.ts';
import { registrarOf } from '../world/catalogue.ts';
import type { RegistrationRefusal } from '../world/decide-registration.ts';
import type { World } from '../world/world.ts';
import { inCode, list } from './names.ts';
import { registrarFor, registryFor } from './party-for.ts';
import { shown } from './shown.ts';

/** Refusals about a domain that is held already. */
type HeldRefusal = Exclude<
  RegisterRefusal | DelegateRefusal | DsRefusal | RegistrationRefusal,
  { readonly reason: FirstReason }
>;
type FirstReason =
  | RegisterRefusal['reason']
  | 'not-registered'
  | 'not-your-domain'
  | 'name-servers-not-settable'
  | 'too-few-name-servers'
  | 'too-many-name-servers'
  | 'needs-glue'
  | 'too-many-ds'
  | 'ds-unchanged'
  | 'unchanged';

/** What a registrar or a registry says when it refuses to do something with a domain that is held, and what to do instead. */
export function describeHeldRefusal(world: World, refusal: HeldRefusal): string {
  const { catalogue } = world;
  const domain = inCode(refusal.domain);
  const plain = displayName(refusal.domain);
  const registrar = registrarFor(world, refusal.domain);
  const registry = registryFor(catalogue, refusal.domain);
  const nameOf = (id: string) => registrarOf(catalogue, id).name;
  switch (refusal.reason) {
    case 'in-other-account':
      return `${registrar} says: ${domain} is not in this account. It is in your account ${shown(refusal.account)}: add \`${accountOption(refusal.account)}\`.`;
    case 'prohibited':
      return refusal.status.startsWith('client')
        ? `${registry} refuses: ${domain} has the status \`${refusal.status}\`. ${registrar} set it and can lift it: \`/registrar unlock ${plain} ${lockOf(refusal.status)}\`.`
        : `${registry} refuses: ${domain} has the status \`${refusal.status}\`, which only the registry itself can lift.`;
    case 'deleted':
      return refusal.isRedeemable
        ? `${registry} has deleted ${domain}. For as long as it shows \`redemptionPeriod\`, its registrar can bring it back: \`/registrar restore ${plain}\`.`
        : `${registry} has deleted ${domain}, and nothing can be done with it now. When it is released, anyone may register it.`;
    case 'update-pending':
      return `${registry} refuses: ${domain} has the status \`pendingUpdate\`. It waits for ${list(refusal.nameServers.map(inCode))} to answer for it, until ${formatInstant(refusal.until)} UTC at the latest, and takes no other change before. Have them answer, or have the change withdrawn: \`/registrar withdraw ${plain}\`.`;
    case 'servers-do-not-answer':
      return `${registry} has asked the new name servers about ${domain} before it takes them, and ${list(refusal.nameServers.map(inCode))} ${refusal.nameServers.length === 1 ? 'does' : 'do'} not answer for it with authority. Nothing was changed. Have the zone on them first, then set them again.`;
    case 'nothing-pending':
      return `${registrar} finds nothing that ${registry} has still to take for ${domain}, so there is nothing to withdraw.`;
    case 'parked':
      return `${registrarOf(catalogue, refusal.registrar).name} (registrar) has put its own name servers for ${domain}, because ${REASONS[refusal.because]}. Yours are kept and come back when that is settled: ${settle(plain, refusal.because)}`;
    case 'transfer-pending':
      return `${domain} is on its way to ${nameOf(refusal.to)}, and until that ends this cannot be done. \`/transfer approve ${plain}\` completes it, \`/transfer cancel ${plain}\` calls it off.`;
    case 'unknown-host':
      return `${registry} does not know the name server ${inCode(refusal.nameServer)}: there is no host object of that name. Look for a slip of the pen, or have whoever holds the domain above it register the host with its address.`;
    case 'card-declined':
      return `${nameOf(refusal.registrar)} (registrar) says: your card was declined. Give it one that works, \`/registrar card ${plain}\`, and then ask again.`;
    case 'status-of-registry':
      return `\`${refusal.status}\` is the registry's own status: no registrar can set or lift it. Ask ${registry}: \`/registrar appeal ${plain} registry\`.`;
    case 'status-as-wanted':
      return `${domain} ${refusal.isOn ? 'has' : 'does not have'} the status \`${refusal.status}\` as it is. Nothing changes.`;
    case 'not-an-email':
      return `${shown(refusal.email)} is no e-mail address. Write one such as \`ines@mail.example\`.`;
    case 'contact-unchanged':
      return `${registrar} has ${shown(refusal.email)} already. Nothing changes.`;
    case 'nothing-to-verify':
      return `${registrar} waits for no verification of yours for ${domain}.`;
    case 'mail-cannot-arrive':
      return `The mail with the link goes to ${shown(refusal.email)}, an address at ${domain} itself, and the domain does not lead there now. Give the registrar an address elsewhere first: \`/registrar contact ${plain} you@mail.example\`.`;
    case 'host-outside-domain':
      return `${inCode(refusal.nameServer)} is not a name inside ${domain}. Its host object belongs to the registration of the domain above it.`;
    case 'not-an-address':
      return `${shown(refusal.address)} is no IP address. Write one such as \`192.0.2.53\`.`;
    case 'too-many-addresses':
      return `${registrar} takes one IPv4 and one IPv6 address for ${inCode(refusal.nameServer)}.`;
    case 'no-such-host-object':
      return refusal.hosts.length === 0
        ? `${registry} has no host object under ${domain}.`
        : `${registry} has no host object ${inCode(refusal.nameServer)}. Under ${domain} it has ${list(refusal.hosts.map(inCode))}.`;
    case 'host-in-use':
      return `${registry} refuses: ${inCode(refusal.nameServer)} is a name server of ${list(refusal.by.map(inCode))}. Change that first.`;
    case 'host-unchanged':
      return `${registry} has ${inCode(refusal.nameServer)} with exactly these addresses already. Nothing changes.`;
    case 'same-registrar':
      return `${domain} is at ${nameOf(refusal.registrar)} already.`;
    case 'no-transfer':
      return `${domain} is not on its way to another registrar.`;
    case 'too-soon':
      return `${registry} refuses: a registration cannot move in the first days after it was made or moved. It can from ${formatInstant(refusal.until)} UTC on.`;
    case 'wrong-auth-code':
      return `${refusal.isGiven ? 'That is not the auth code' : 'The auth code is needed'}. ${nameOf(refusal.registrar)} (registrar) issues it: \`/registrar code ${plain}\`.`;
    case 'not-tagged':
      return `Under this suffix the losing registrar has to mark the domain for ${nameOf(refusal.registrar)} first: \`/registrar tag ${plain} ${refusal.registrar}\`.`;
    case 'no-tags':
      return `${domain} moves with an auth code, not with a tag: \`/registrar code ${plain}\`.`;
    case 'no-auth-codes':
      return `${domain} moves with a tag, not with an auth code: \`/registrar tag ${plain} REGISTRAR\`.`;
    case 'not-deleted':
      return `${domain} is not deleted, so there is nothing to bring back. \`/registrar renew ${plain}\` renews it.`;
    case 'not-suspended':
      return `Neither registrar nor registry has suspended ${domain}. \`/whois ${plain}\` shows its statuses.`;
    case 'suspended-by-other':
      return refusal.by === 'registry'
        ? `${registrar} says: \`serverHold\` is not ours. ${registry} set it, and only it can lift it: \`/registrar appeal ${plain} registry\`.`
        : `${registry} says: we hold nothing against ${domain}. ${registrar} suspended it.`;
    case 'settle-first':
      return `It stays suspended, because ${REASONS[refusal.because]}. ${settle(plain, refusal.because)}`;
    case 'no-account-offers':
      return `${registrar} says: we move a domain between accounts of yours at once, without an offer: \`/registrar move ${plain} ACCOUNT\`.`;
    case 'no-offer':
      return `${registrar} says: ${domain} is offered to no other account. \`/transfer give ${plain} account=work\` offers it to \`work\`.`;
    case 'offer-pending':
      return `${registrar} says: ${domain} is offered to the account ${shown(refusal.account)} already. That has to accept it, or \`/transfer cancel ${plain}\` takes the offer back.`;
    case 'not-offered-to':
      return `${registrar} says: ${domain} is not offered to this account but to ${shown(refusal.account)}, and only that can accept or reject it.`;
    case 'wrong-password':
      return `${registrar} says: ${refusal.isGiven ? 'that is not the password of this offer' : 'the password is needed to accept'}. Whoever offered ${domain} was given it: \`/transfer accept ${plain} account=work code=PASSWORD\`.`;
    case 'as-wanted':
      return AS_WANTED[refusal.what];
    default:
      return assertNever(refusal);
  }
}

const accountOption = (account: string): string => `account=${account.split('/')[1] ?? ''}`;
const lockOf = (status: string): string => status.replace(/^(client|server)|Prohibited$/g, '').toLowerCase();

/** Why a domain is suspended, after "because". */
export const REASONS: Readonly<Record<Suspension['because'], string>> = {
  expired: 'it has expired and was not renewed',
  unverified: "the registrant's address was not verified in time",
  unpaid: 'a payment failed',
  abuse: 'somebody has reported abuse of it',
  'court-order': 'a court has ordered it',
  dispute: 'there is a dispute over it',
};

function settle(domain: string, because: Suspension['because']): string {
  switch (because) {
    case 'expired':
      return `\`/registrar renew ${domain}\`.`;
    case 'unverified':
      return `\`/registrar verify ${domain}\`.`;
    case 'unpaid':
      return `\`/registrar card ${domain}\`.`;
    case 'abuse':
      return `\`/registrar appeal ${domain} registrar\`.`;
    case 'court-order':
      return 'Only the court can have that lifted.';
    case 'dispute':
      return `\`/registrar appeal ${domain} registry\`.`;
    default:
      return assertNever(because);
  }
}

const AS_WANTED = {
  'auto-renew': 'It is set like that already. Nothing changes.',
  card: 'The registrar has a card of yours that works. Nothing changes.',
  account: 'It is in that account already. Nothing changes.',
} as const;
