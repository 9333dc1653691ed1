import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Rng } from '../base/random.ts';
import { assertNever } from '../base/result.ts';
import type { Name } from '../dns/name.ts';
import type { AccountRefusal } from '../hosting/closed-account.ts';
import { decideOffer, decideOfferEnd, type AccountRefusal as OfferRefusal } from '../registration/decide-account.ts';
import { type ContactRefusal, decideContact, decideVerify } from '../registration/decide-contact.ts';
import { type DeleteRefusal, decideDelete, decideRestore } from '../registration/decide-delete.ts';
import { decideHostObject, type HostObjectRefusal } from '../registration/decide-host-object.ts';
import { decideRenew, type RenewRefusal } from '../registration/decide-renew.ts';
import { decideStatus, type StatusRefusal } from '../registration/decide-status.ts';
import { decideRelease, holdByRegistry, type ReleaseRefusal } from '../registration/decide-suspension.ts';
import {
  decideAuthCode,
  decideTag,
  decideTransfer,
  decideTransferEnd,
  type TransferRefusal,
} from '../registration/decide-transfer.ts';
import { decideWithdrawUpdate, type WithdrawRefusal } from '../registration/decide-withdraw-update.ts';
import type { RegistrationEvent } from '../registration/event.ts';
import { heldBy } from '../registration/held-by.ts';
import { type Parties, sponsorOf } from '../registration/parties.ts';
import type { Registration, Suspension } from '../registration/registration.ts';
import type { Prohibition } from '../registration/status.ts';
import { suspend } from '../registration/suspension.ts';
import { accountNamed } from './account-named.ts';
import { withConsequences } from './befall.ts';
import { closedFor } from './closed-house.ts';
import type { WorldEvent } from './event.ts';
import { industryOf } from './industry.ts';
import { onwardPayments, retailPayment } from './money.ts';
import { partiesOf } from './parties.ts';
import type { World } from './world.ts';

/** What a registrant can have a registrar do with a domain they hold; `account` is a label of theirs, if it is not their own by name. */
export type RegistrationAction = { readonly domain: Name; readonly account?: string } & (
  | { readonly kind: 'renew'; readonly years?: number }
  | { readonly kind: 'set-auto-renew'; readonly isOn: boolean }
  | { readonly kind: 'set-status'; readonly status: Prohibition; readonly isOn: boolean }
  | { readonly kind: 'set-contact'; readonly email: string }
  /** Has the registry drop a change of name servers that it has not taken yet. */
  | { readonly kind: 'withdraw-update' }
  | { readonly kind: 'verify-contact' | 'issue-auth-code' | 'delete-registration' | 'restore' }
  /** The registrant gives the registrar a card that works. */
  | { readonly kind: 'renew-card' }
  /** No addresses take the host object away. */
  | { readonly kind: 'put-host'; readonly host: Name; readonly addresses: readonly string[] }
  /** `code` is what the losing registrar issued. */
  | { readonly kind: 'transfer'; readonly registrar: string; readonly code?: string }
  | { readonly kind: 'end-transfer'; readonly how: 'approve' | 'reject' | 'cancel' }
  | { readonly kind: 'set-tag'; readonly registrar: string }
  | { readonly kind: 'ask-release'; readonly of: 'registrar' | 'registry' }
  | { readonly kind: 'move-account'; readonly to: string }
  /** To the account of that label, or to the person's own by their name, which has to accept it. */
  | { readonly kind: 'offer-account'; readonly to: string }
  /** By the account that it is offered to; `cancel` by the one that it is in. */
  | { readonly kind: 'end-offer'; readonly how: 'accept' | 'reject' | 'cancel'; readonly password?: string }
);

/** What registrars and registries do to a domain without being asked by its registrant. No command of a learner's does it. */
export type ImposedAction = { readonly domain: Name } & (
  | { readonly kind: 'suspend'; readonly by: 'registrar' | 'registry'; readonly because: Suspension['because'] }
  | { readonly kind: 'impose-status'; readonly status: Prohibition; readonly isOn: boolean }
  | { readonly kind: 'decline-card' }
);

export type RegistrationRefusal =
  | RenewRefusal
  | StatusRefusal
  | ContactRefusal
  | HostObjectRefusal
  | TransferRefusal
  | DeleteRefusal
  | ReleaseRefusal
  | WithdrawRefusal
  | OfferRefusal
  | { readonly reason: 'as-wanted'; readonly domain: Name; readonly what: 'auto-renew' | 'card' | 'account' };
type RegistrationDecision = Decision<RegistrationEvent, RegistrationRefusal>;

/** What comes of it when somebody has a registrar do something, with all that follows elsewhere. */
export function decideRegistration(
  world: World,
  actor: string,
  action: RegistrationAction,
  rng: Rng,
): Decision<WorldEvent, RegistrationRefusal | AccountRefusal> {
  const operator = industryOf(world.catalogue).domains.get(action.domain);
  if (operator) return refused({ reason: 'not-your-domain', domain: action.domain, holder: operator.holder });
  const account = accountNamed(actor, action.account);
  const closed = OUTSIDE.includes(action.kind) ? undefined : closedFor(world, action.domain, account);
  if (closed) return refused({ reason: 'account-closed', ...closed });
  const decision = decided(partiesOf(world), account, actor, action, rng);
  if (decision.kind === 'refused') return decision;
  const fees = action.kind === 'renew' ? renewalFees(world, action) : [];
  return accepted(...fees, ...withConsequences(world, decision.events));
}

/** What needs no login at the registrar that has the domain: it is done elsewhere, by mail or by letter. */
const OUTSIDE: readonly RegistrationAction['kind'][] = ['transfer', 'end-transfer', 'verify-contact', 'ask-release'];

/** What comes of it when a registrar or a registry does something by itself. */
export function decideImposed(world: World, action: ImposedAction): Decision<WorldEvent, RegistrationRefusal> {
  const { domain } = action;
  const registration = world.registrations.get(domain);
  if (!registration) return refused({ reason: 'not-registered', domain });
  return accepted(...withConsequences(world, imposed(world, registration, action)));
}

/** The person's own account by their name, else the one of that label. */
const labelled = (person: string, word: string): string => (word === person ? person : accountNamed(person, word));

function decided(
  parties: Parties,
  account: string,
  actor: string,
  action: RegistrationAction,
  rng: Rng,
): RegistrationDecision {
  const { domain } = action;
  switch (action.kind) {
    case 'renew':
      return decideRenew(parties, { domain, account, years: action.years ?? 1 });
    case 'set-status':
      return decideStatus(parties, { ...action, account });
    case 'set-contact':
      return decideContact(parties, { ...action, account });
    case 'verify-contact':
      return decideVerify(parties, { domain, account });
    case 'put-host':
      return decideHostObject(parties, { ...action, account });
    case 'issue-auth-code':
      return decideAuthCode(parties, { domain, account, code: newCode(rng) });
    case 'transfer':
      return decideTransfer(parties, { ...action, account });
    case 'end-transfer':
      return decideTransferEnd(parties, { domain, account, how: action.how });
    case 'set-tag':
      return decideTag(parties, { ...action, account });
    case 'withdraw-update':
      return decideWithdrawUpdate(parties, { domain, account });
    case 'delete-registration':
      return decideDelete(parties, { domain, account });
    case 'restore':
      return decideRestore(parties, { domain, account });
    case 'ask-release':
      return decideRelease(parties, { domain, account, of: action.of });
    case 'offer-account':
      return decideOffer(parties, { domain, account, to: labelled(actor, action.to), password: newCode(rng) });
    case 'end-offer':
      return decideOfferEnd(parties, { ...action, account });
    case 'set-auto-renew':
    case 'renew-card':
    case 'move-account':
      return ofAccount(parties, account, actor, action);
    default:
      return assertNever(action);
  }
}

/** What a registrar does in its own books alone. */
function ofAccount(
  parties: Parties,
  account: string,
  actor: string,
  action: Extract<RegistrationAction, { kind: 'set-auto-renew' | 'renew-card' | 'move-account' }>,
): RegistrationDecision {
  const { domain } = action;
  const held = heldBy(parties.registrations, parties.tlds, domain, account);
  if (held.kind === 'refused') return held;
  const { renewsItself = true, isCardDeclined = false } = held.registration;
  switch (action.kind) {
    case 'set-auto-renew':
      return renewsItself === action.isOn
        ? refused({ reason: 'as-wanted', domain, what: 'auto-renew' })
        : accepted({ kind: 'auto-renew-set', domain, isOn: action.isOn });
    case 'renew-card':
      return isCardDeclined
        ? accepted({ kind: 'card-renewed', domain })
        : refused({ reason: 'as-wanted', domain, what: 'card' });
    case 'move-account': {
      const to = labelled(actor, action.to);
      return to === account
        ? refused({ reason: 'as-wanted', domain, what: 'account' })
        : accepted({ kind: 'account-changed', domain, account: to });
    }
    default:
      return assertNever(action);
  }
}

function imposed(world: World, registration: Registration, action: ImposedAction): readonly RegistrationEvent[] {
  const { domain } = action;
  switch (action.kind) {
    case 'suspend': {
      if (action.by === 'registry') return holdByRegistry(registration, action.because);
      const registrar = sponsorOf(partiesOf(world), registration);
      return suspend(registration, registrar, action.because, registrar.suspendsBy);
    }
    case 'impose-status':
      return [{ kind: action.isOn ? 'status-set' : 'status-lifted', domain, status: action.status }];
    case 'decline-card':
      return [{ kind: 'card-declined', domain }];
    default:
      return assertNever(action);
  }
}

/** What renewing by hand costs: every year at the registrar, and at the registry those that it has not had already. */
function renewalFees(world: World, { domain, years = 1 }: { readonly domain: Name; readonly years?: number }) {
  const registration = world.registrations.get(domain);
  if (!registration) return [];
  const registrar = sponsorOf(partiesOf(world), registration);
  const bought = { domain, registrant: registration.registrant, registrar, years };
  const owed = registration.expiredAt === undefined ? years : years - 1;
  const onward = owed > 0 ? onwardPayments(world, { ...bought, years: owed }) : [];
  return [retailPayment(world, bought, 'renewal'), ...onward];
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const newCode = (rng: Rng): string =>
  Array.from({ length: 12 }, () => LETTERS[rng.integer(0, LETTERS.length - 1)] ?? 'a').join('');
