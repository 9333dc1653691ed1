import type { Instant } from '../../base/time.ts';
import { displayName, type Name } from '../../dns/name.ts';
import { applyRegistration } from '../apply-registration.ts';
import type { RegistrationEvent } from '../event.ts';
import type { Registration, Registrations } from '../registration.ts';
import { contactCommands, contactOf } from './contact-commands.ts';
import { hostCommands } from './host-commands.ts';
import {
  dateOf,
  difference,
  domainName,
  dsData,
  frame,
  nameServers,
  ofKind,
  part,
  password,
  period,
  status,
  verb,
  yearsBetween,
} from './objects.ts';
import { type Element, element, formatXml } from './xml.ts';

/** Something that happened at a registrar or a registry, and when. */
export interface Timed {
  readonly at: Instant;
  readonly event: RegistrationEvent;
}

/** A command as a registrar sent it to a registry. RFC 5730. */
export interface EppCommand {
  readonly at: Instant;
  /** The registrar's id. */
  readonly by: string;
  /** What it has the registry do, as the end of a sentence. */
  readonly did: string;
  readonly xml: string;
}

/** A command before it has a number: what it does, and an extension if there is one. */
export interface Draft {
  readonly by: string;
  readonly did: string;
  readonly verb: Element;
  readonly extension?: Element;
}

/** An event with what came of those before it. */
interface Step {
  readonly event: RegistrationEvent;
  readonly before: Registration;
  readonly previous: RegistrationEvent | undefined;
  readonly at: Instant;
  /** It was deleted by command, and only time is left to it. */
  readonly isDeleted: boolean;
}

/**
 * The commands that registrars sent the registry for one domain, oldest first, made out of what happened. What a
 * registry or a registrar did in its own books alone has none. RFC 5730 to 5733, 5910, 3915.
 * @param events those about the domain, oldest first
 */
export function eppCommands(events: readonly Timed[]): readonly EppCommand[] {
  const commands: EppCommand[] = [];
  let registrations: Registrations = new Map();
  let previous: RegistrationEvent | undefined;
  let isDeleted = false;
  for (const { at, event } of events) {
    const domain = event.kind === 'domain-registered' ? event.registration.domain : event.domain;
    const before = registrations.get(domain);
    for (const draft of draftsOf({ event, before, previous, at, isDeleted })) {
      const number = `${draft.by.toUpperCase()}-${String(commands.length + 1).padStart(5, '0')}`;
      const xml = formatXml(frame(draft.verb, number, draft.extension));
      commands.push({ at, by: draft.by, did: draft.did, xml });
    }
    registrations = applyRegistration(registrations, event);
    previous = event;
    if (event.kind === 'domain-deleted') isDeleted = true;
    if (event.kind === 'domain-restored' || event.kind === 'domain-released') isDeleted = false;
  }
  return commands;
}

function draftsOf({ event, before, ...rest }: Omit<Step, 'before'> & { readonly before: Registration | undefined }) {
  if (event.kind === 'domain-registered') return creation(event.registration);
  return before ? changes({ event, before, ...rest }) : [];
}

function creation(registration: Registration): readonly Draft[] {
  const { domain, registrar: by, nameServers: servers, createdAt, expiresAt } = registration;
  const years = yearsBetween(createdAt, expiresAt);
  const { id, draft } = contactOf(registration);
  const content = [
    ...[domainName(domain), period(years), ...nameServers(servers)],
    ...[element('domain:registrant', id), password(NOT_SHOWN)],
  ];
  const did = `registers ${displayName(domain)} for ${years === 1 ? 'a year' : `${years} years`}, ${servers.length > 0 ? 'with its name servers' : 'without name servers'}`;
  // A domain has no statuses of its registrar's when it is created: those are set by another command. RFC 5731 §3.2.1.
  const locks = registration.statuses.filter((each) => each.startsWith('client'));
  const locked = updates(by, domain, `sets ${locks.join(' and ')}, as is usual`, { add: locks.map(status) });
  return [draft, { by, did, verb: verb('create', 'domain', content) }, ...locked];
}

/** The secret that every registration has from its beginning; its registrar issues another when asked. */
const NOT_SHOWN = 'not-shown-here';

function changes(step: Step): readonly Draft[] {
  const { event, before } = step;
  const { domain, registrar: by } = before;
  switch (event.kind) {
    case 'name-servers-submitted': {
      const { added, removed } = difference(before.nameServers, event.nameServers);
      const did = event.nameServers.length > 0 ? 'names other name servers' : 'takes all name servers away';
      return updates(by, domain, did, { add: nameServers(added), rem: nameServers(removed) });
    }
    case 'ds-submitted':
      return dsUpdate(before, event.ds);
    case 'status-set':
    case 'status-lifted': {
      if (!event.status.startsWith('client')) return [];
      const isSet = event.kind === 'status-set';
      const did = `${isSet ? 'sets' : 'takes away'} ${event.status}`;
      return updates(by, domain, did, { [isSet ? 'add' : 'rem']: [status(event.status)] });
    }
    case 'domain-suspended':
      if (event.suspension.means !== 'hold' || holds(before) > 0) return [];
      return updates(by, domain, 'sets clientHold: the registry leaves the delegation out', { add: [status(HOLD)] });
    case 'suspension-lifted': {
      const suspension = before.suspensions?.find(({ because }) => because === event.because);
      if (suspension?.means !== 'hold' || holds(before) > 1) return [];
      return updates(by, domain, 'takes away clientHold', { rem: [status(HOLD)] });
    }
    case 'auth-code-issued':
      return updates(by, domain, 'sets the auth code that a transfer needs', { chg: [password(event.code)] });
    case 'domain-renewed':
      return renewal(step, event.expiresAt);
    case 'domain-deleted':
      return [{ by, did: 'deletes the domain', verb: verb('delete', 'domain', [domainName(domain)]) }];
    case 'domain-released':
      // After its last days a deleted domain goes by itself.
      return step.isDeleted
        ? []
        : [
            {
              by,
              did: 'deletes the domain within its first days',
              verb: verb('delete', 'domain', [domainName(domain)]),
            },
          ];
    case 'domain-restored':
      return [restoration(before)];
    case 'transfer-requested':
    case 'transfer-ended':
      return transfer(step);
    case 'host-submitted':
    case 'host-withdrawn':
      return hostCommands(before, event);
    case 'contact-changed':
      return contactCommands(before, event.contact.email);
    default:
      return [];
  }
}

const HOLD = 'clientHold';
const holds = ({ suspensions = [] }: Registration): number =>
  suspensions.filter(({ means }) => means === 'hold').length;

/** An update of the domain; none where nothing is changed. */
function updates(
  by: string,
  domain: Name,
  did: string,
  { add = [], rem = [], chg = [] }: Partial<Readonly<Record<'add' | 'rem' | 'chg', readonly Element[]>>>,
): readonly Draft[] {
  const parts = [...part('domain:add', add), ...part('domain:rem', rem), ...part('domain:chg', chg)];
  return parts.length === 0 ? [] : [{ by, did, verb: verb('update', 'domain', [domainName(domain), ...parts]) }];
}

function dsUpdate({ domain, registrar: by, ds: old = [] }: Registration, ds: NonNullable<Registration['ds']>) {
  const parts = [...part('secDNS:rem', old.map(dsData)), ...part('secDNS:add', ds.map(dsData))];
  if (parts.length === 0) return [];
  const did = ds.length > 0 ? 'gives the DS of its keys' : 'takes the DS away';
  return [
    { by, did, verb: verb('update', 'domain', [domainName(domain)]), extension: ofKind('secDNS', 'update', parts) },
  ];
}

/** A renewal is a command of the registrar's, save for the years that the registry adds by itself: at expiry, and with a transfer. */
function renewal({ before, previous }: Step, expiresAt: Instant): readonly Draft[] {
  const { domain, registrar: by } = before;
  const years = yearsBetween(before.expiresAt, expiresAt);
  if (years < 1 || previous?.kind === 'registrar-changed') return [];
  const content = [domainName(domain), element('domain:curExpDate', dateOf(before.expiresAt)), period(years)];
  const did = `renews the domain for ${years === 1 ? 'a year' : `${years} years`}`;
  return [{ by, did, verb: verb('renew', 'domain', content) }];
}

/** The request. The report that has to follow it within days says nothing new here. RFC 3915 §4.2.5. */
function restoration({ domain, registrar: by }: Registration): Draft {
  const extension = ofKind('rgp', 'update', [element('rgp:restore', [], { op: 'request' })]);
  const content = [domainName(domain), element('domain:chg')];
  return { by, did: 'asks for the deleted domain back', verb: verb('update', 'domain', content), extension };
}

const TRANSFER_ENDS = {
  completed: { op: 'approve', did: 'lets the domain go' },
  rejected: { op: 'reject', did: 'objects to the transfer' },
  cancelled: { op: 'cancel', did: 'calls the transfer off' },
} as const;

/** RFC 5731 §3.2.4. One that nobody objects to completes without a command. */
function transfer({ event, before, at }: Step): readonly Draft[] {
  const { domain, registrar: losing, authCode } = before;
  if (event.kind === 'transfer-requested') {
    const { to: by } = event.transfer;
    const content = [domainName(domain), ...(authCode === undefined ? [] : [password(authCode)])];
    return [
      {
        by,
        did: 'asks for the domain to be moved to it',
        verb: verb('transfer', 'domain', content, { op: 'request' }),
      },
    ];
  }
  if (event.kind !== 'transfer-ended' || !before.transfer) return [];
  const { to: gaining, completesAt } = before.transfer;
  if (event.outcome === 'completed' && at >= completesAt) return [];
  const { op, did } = TRANSFER_ENDS[event.outcome];
  const by = event.outcome === 'cancelled' ? gaining : losing;
  return [{ by, did, verb: verb('transfer', 'domain', [domainName(domain)], { op }) }];
}
