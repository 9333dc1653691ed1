import type { Instant } from '../../base/time.ts';
import { displayName } from '../../dns/name.ts';
import { applyRegistration } from '../apply-registration.ts';
import type { RegistrationEvent } from '../event.ts';
import type { Registration, Registrations } from '../registration.ts';
import { changes, updates } from './changes.ts';
import { contactOf } from './contact-commands.ts';
import type { Draft, Step } from './draft.ts';
import { domainName, frame, nameServers, password, period, status, verb, yearsBetween } from './objects.ts';
import { element, formatXml } from './xml.ts';

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
