import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Rng } from '../base/random.ts';
import type { DurationMs } from '../base/time.ts';
import type { Question } from '../dns/message.ts';
import type { Name } from '../dns/name.ts';
import type { RdataOf } from '../dns/record.ts';
import type { RecordRequest } from '../hosting/decide-record.ts';
import { decideSetGone } from '../hosting/delegation-set.ts';
import { accountNamed } from './account-named.ts';
import { replay } from './apply.ts';
import {
  decideDsRecords,
  decideNewZone,
  decidePurchase,
  decideWait,
  decideZoneGone,
  decideZoneRecord,
  decideZoneSigning,
  type Refusal,
} from './decide.ts';
import { type AccountAction, decideAccount } from './decide-account.ts';
import { decideHosting, type HostingAction, type ZoneOfActor } from './decide-hosting.ts';
import { decideNameServers } from './decide-name-servers.ts';
import {
  decideImposed,
  decideRegistration,
  type ImposedAction,
  type RegistrationAction,
} from './decide-registration.ts';
import type { WorldEvent } from './event.ts';
import { findZone } from './find-zone.ts';
import { dsRecords } from './signing.ts';
import { whiteLabelSteps } from './white-label.ts';
import type { World } from './world.ts';

/** What someone can do in a world. Learners' commands and scenarios' scripts are both made of these. */
export type Action =
  | {
      readonly kind: 'register';
      readonly domain: Name;
      readonly registrar: string;
      readonly years?: number;
      readonly account?: string;
    }
  /** `network` makes it a private zone, seen inside that network. */
  | {
      readonly kind: 'create-zone';
      readonly origin: Name;
      readonly host: string;
      readonly account?: string;
      readonly network?: string;
      /** The reusable delegation set that it is to be on; `new` makes one. */
      readonly delegationSet?: string;
    }
  | ({ readonly kind: 'delete-zone' } & ZoneOfActor)
  | ({ readonly kind: 'put-record'; readonly request: RecordRequest } & ZoneOfActor)
  /** `copy-name-servers` takes those of the actor's own zone of that name at a host. */
  | {
      readonly kind: 'set-name-servers';
      readonly domain: Name;
      readonly nameServers: readonly Name[];
      /** The account at the registrar, here and below. */
      readonly account?: string;
    }
  | {
      readonly kind: 'copy-name-servers';
      readonly domain: Name;
      readonly host: string;
      readonly id?: string;
      readonly account?: string;
      /** In which account at the host the zone is; without, in the actor's own. */
      readonly zoneAccount?: string;
    }
  /** `copy-ds` takes what names the keys of the actor's own zone of that name at a host. */
  | { readonly kind: 'set-ds'; readonly domain: Name; readonly ds: readonly RdataOf<'DS'>[]; readonly account?: string }
  | {
      readonly kind: 'copy-ds';
      readonly domain: Name;
      readonly host: string;
      readonly id?: string;
      readonly account?: string;
      readonly zoneAccount?: string;
    }
  | ({ readonly kind: 'sign-zone' | 'unsign-zone' } & ZoneOfActor)
  /** Gives up name servers that were kept for further zones; refused while a zone is on them. */
  | { readonly kind: 'delete-delegation-set'; readonly host: string; readonly set: string; readonly account?: string }
  /** All that gives the zone's name servers names in the domain itself, at host and registrar, or nothing of it. */
  | ({ readonly kind: 'white-label' } & ZoneOfActor)
  | HostingAction
  | AccountAction
  | RegistrationAction
  | ImposedAction
  | { readonly kind: 'wait'; readonly span: DurationMs }
  | { readonly kind: 'ask'; readonly question: Question; readonly resolver: string };

/** What comes of an action: the events, or the refusal of the party that was asked. Changes nothing. */
export function decide(world: World, actor: string, action: Action, rng: Rng): Decision<WorldEvent, Refusal> {
  switch (action.kind) {
    case 'register':
      return decidePurchase(world, { ...action, registrant: actor }, rng);
    case 'create-zone':
      return decideNewZone(world, { ...action, customer: accountNamed(actor, action.account) }, rng);
    case 'delete-zone':
      return decideZoneGone(world, { ...action, customer: accountNamed(actor, action.account) });
    case 'put-record':
      return decideZoneRecord(world, { ...action, customer: accountNamed(actor, action.account) }, action.request);
    case 'set-name-servers':
      return decideNameServers(world, { ...action, registrant: accountNamed(actor, action.account) });
    case 'copy-name-servers':
      return copyNameServers(world, actor, action);
    case 'set-ds':
      return decideDsRecords(world, { ...action, registrant: accountNamed(actor, action.account) });
    case 'copy-ds':
      return copyDs(world, actor, action);
    case 'sign-zone':
    case 'unsign-zone':
      return decideZoneSigning(
        world,
        { ...action, customer: accountNamed(actor, action.account) },
        action.kind === 'sign-zone',
      );
    case 'reuse-name-servers':
    case 'put-alias':
    case 'remove-alias':
    case 'associate-network':
    case 'disassociate-network':
      return decideHosting(world, actor, action);
    case 'close-account':
    case 'reopen-account':
    case 'suspend-account':
      return decideAccount(world, actor, action);
    case 'white-label':
      return whiteLabel(world, actor, action, rng);
    case 'delete-delegation-set':
      return decideSetGone(world.delegationSets ?? new Map(), world.hostedZones, {
        ...{ host: action.host, set: action.set, customer: accountNamed(actor, action.account) },
      });
    case 'wait':
      return decideWait(world, action.span);
    case 'ask':
      return accepted({ kind: 'question-asked', resolver: action.resolver, question: action.question });
    case 'suspend':
    case 'impose-status':
    case 'decline-card':
      return decideImposed(world, action);
    default:
      return decideRegistration(world, actor, action, rng);
  }
}

/** The world after actions that nobody refuses, as in a scenario's script. A refusal here is a bug of the script. */
export function perform(world: World, actor: string, actions: readonly Action[], rng: Rng): World {
  return actions.reduce((current, action) => {
    const decision = decide(current, actor, action, rng);
    if (decision.kind === 'accepted') return replay(current, decision.events);
    throw new Error(`${actor} was refused ${action.kind}: ${JSON.stringify(decision.refusal)}`);
  }, world);
}

/** Every step as if it were asked for by itself; what one party refuses is not begun at the others. */
function whiteLabel(
  world: World,
  actor: string,
  action: Extract<Action, { kind: 'white-label' }>,
  rng: Rng,
): Decision<WorldEvent, Refusal> {
  const found = findZone(world, { ...action, customer: accountNamed(actor, action.account) });
  if (found.kind === 'refused') return found;
  const events: WorldEvent[] = [];
  for (const step of whiteLabelSteps(world, found.zone)) {
    const decision = decide(replay(world, events), actor, step, rng);
    if (decision.kind === 'refused') return decision;
    events.push(...decision.events);
  }
  return accepted(...events);
}

function copyNameServers(
  world: World,
  actor: string,
  { domain, host, id, account, zoneAccount }: Extract<Action, { kind: 'copy-name-servers' }>,
): Decision<WorldEvent, Refusal> {
  const customer = accountNamed(actor, zoneAccount);
  const wanted = { origin: domain, host, customer, ...(id === undefined ? {} : { id }) };
  const found = findZone(world, wanted);
  if (found.kind === 'refused') return found;
  return decideNameServers(world, {
    domain,
    registrant: accountNamed(actor, account),
    nameServers: found.zone.nameServers,
  });
}

function copyDs(
  world: World,
  actor: string,
  { domain, host, id, account, zoneAccount }: Extract<Action, { kind: 'copy-ds' }>,
): Decision<WorldEvent, Refusal> {
  const customer = accountNamed(actor, zoneAccount);
  const found = findZone(world, { origin: domain, host, customer, ...(id === undefined ? {} : { id }) });
  if (found.kind === 'refused') return found;
  const { signing } = found.zone.zone;
  if (!signing) return refused({ reason: 'not-signed', origin: domain, host });
  return decideDsRecords(world, {
    domain,
    registrant: accountNamed(actor, account),
    ds: dsRecords(domain, signing),
  });
}
