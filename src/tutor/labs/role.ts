import { assertNever } from '../../base/result.ts';
import type { Role } from '../../labs/lab.ts';
import type { Action } from '../../world/action.ts';
import type { Forgetting } from '../../world/agenda.ts';
import type { Due } from '../../world/befall.ts';
import type { Payment } from '../../world/event.ts';
import type { Context } from '../command.ts';
import type { OpenWorld } from '../worlds.ts';

/** The role that a learner has in the lab of a world; undefined where one person has every login, and in all other worlds. */
export async function roleIn(
  { store, learner }: Context,
  open: Pick<OpenWorld, 'id' | 'kind'>,
): Promise<Role | undefined> {
  if (open.kind !== 'lab') return undefined;
  return (await store.labSeats(open.id)).find((seat) => seat.learner === learner)?.role;
}

/** Who somebody is in a lab for several people, to follow "you are". */
export const roleWords = (role: Role): string => ROLE_WORDS[role];
const ROLE_WORDS: Readonly<Record<Role, string>> = {
  registrar: 'the registrant at the registrar: you have that login and no other',
  host: 'the operator at the DNS host: you have that login and no other',
  resolver: 'somebody with a resolver: you have no login at all',
};
/** The same in a few words. */
export const roleName = (role: Role): string => ROLE_NAMES[role];
const ROLE_NAMES: Readonly<Record<Role, string>> = {
  registrar: 'registrant at the registrar',
  host: 'operator at the DNS host',
  resolver: 'somebody with a resolver',
};

/** Why somebody with a role cannot do an action, in a sentence; undefined where they can. */
export function whyNotInRole(role: Role, action: Action): string | undefined {
  const needed = neededFor(action);
  if (needed === 'both' && role === 'registrar')
    return 'You do not see what stands at the DNS host: ask whoever has that login for it, and type it out.';
  if (needed === undefined || needed === role) return undefined;
  const whose = needed === 'host' ? roleName('host') : roleName('registrar');
  return `That takes the login of the ${whose}, and you are ${roleWords(role)}. Ask them to do it.`;
}

/** Whose login an action takes; `both` where something is copied from the host to the registrar, and none for what anybody can do. */
function neededFor(action: Action): Exclude<Role, 'resolver'> | 'both' | undefined {
  switch (action.kind) {
    case 'wait':
    case 'ask':
      return undefined;
    case 'create-zone':
    case 'delete-zone':
    case 'put-record':
    case 'sign-zone':
    case 'unsign-zone':
    case 'put-alias':
    case 'remove-alias':
    case 'reuse-name-servers':
    case 'delete-delegation-set':
    case 'associate-network':
    case 'disassociate-network':
    case 'close-account':
    case 'reopen-account':
    case 'suspend-account':
      return 'host';
    case 'white-label':
    case 'copy-name-servers':
    case 'copy-ds':
      return 'both';
    case 'register':
    case 'set-name-servers':
    case 'set-ds':
    case 'renew':
    case 'set-auto-renew':
    case 'set-status':
    case 'set-contact':
    case 'verify-contact':
    case 'issue-auth-code':
    case 'withdraw-update':
    case 'delete-registration':
    case 'restore':
    case 'renew-card':
    case 'put-host':
    case 'transfer':
    case 'end-transfer':
    case 'set-tag':
    case 'ask-release':
    case 'move-account':
    case 'offer-account':
    case 'end-offer':
    case 'suspend':
    case 'impose-status':
    case 'decline-card':
      return 'registrar';
    default:
      return assertNever(action);
  }
}

/** The payments that a role is billed for; none for who has no login. */
export function billedTo(role: Role, { purpose }: Pick<Payment, 'purpose'>): boolean {
  switch (purpose) {
    case 'zone':
    case 'records':
    case 'queries':
      return role === 'host';
    case 'registration':
    case 'renewal':
    case 'transfer':
    case 'restoration':
    case 'refund':
      return role === 'registrar';
    // What registrar and registry settle between them is on nobody's bill.
    case 'wholesale':
    case 'icann-fee':
      return false;
    default:
      return assertNever(purpose);
  }
}

/** Whether a role sees coming what happens by itself: its own side's, and what resolvers forget. */
export function isComingTo(role: Role, { kind }: { readonly kind: Due['kind'] | Forgetting['kind'] }): boolean {
  switch (kind) {
    case 'forgetting':
      return true;
    case 'zone-charge':
    case 'query-charge':
    case 'zone-publication':
    case 'zone-unpublication':
    case 'account-deletion':
      return role === 'host';
    case 'registration':
    case 'name-server-check':
    case 'publication':
      return role === 'registrar';
    default:
      return assertNever(kind);
  }
}

/** What a role sees of a world: one side's account, or nobody's. */
export function seesIn(role: Role): 'registrations' | 'zones' | 'nothing' {
  switch (role) {
    case 'registrar':
      return 'registrations';
    case 'host':
      return 'zones';
    case 'resolver':
      return 'nothing';
    default:
      return assertNever(role);
  }
}
