import { assertNever } from '../base/result.ts';
import type { Name } from '../dns/name.ts';
import type { RegistrationEvent } from './event.ts';
import { publishedOf, type Registration, type Registrations, type Suspension } from './registration.ts';
import type { Period } from './status.ts';

/** The registrations after one event. */
export function applyRegistration(registrations: Registrations, event: RegistrationEvent): Registrations {
  if (event.kind === 'domain-registered')
    return new Map(registrations).set(event.registration.domain, event.registration);
  const registration = registrations.get(event.domain);
  if (!registration) {
    // A registrar names the servers in the very order with which it registers.
    if (event.kind === 'name-servers-submitted') return registrations;
    throw new Error(`${event.kind} for ${event.domain}, which nobody holds`);
  }
  if (event.kind === 'domain-released')
    return new Map([...registrations].filter(([domain]) => domain !== event.domain));
  return new Map(registrations).set(event.domain, changed(registration, event));
}

type Change = Exclude<RegistrationEvent, { kind: 'domain-registered' | 'domain-released' }>;

function changed(registration: Registration, event: Change): Registration {
  switch (event.kind) {
    case 'name-servers-submitted':
      return { ...registration, nameServers: event.nameServers };
    case 'update-pending':
      return { ...registration, pendingUpdate: event.pending };
    case 'update-ended':
      return less(registration, 'pendingUpdate');
    case 'ds-submitted':
      return { ...registration, ds: event.ds };
    case 'host-submitted':
      return { ...registration, hosts: [...without(registration, event.host.name), event.host] };
    case 'host-withdrawn':
      return { ...registration, hosts: without(registration, event.host) };
    case 'publication-due':
      return { ...registration, publishesAt: event.at };
    case 'delegation-published':
      return publishing(registration, { nameServers: event.nameServers });
    case 'ds-published':
      return publishing(registration, { ds: event.ds });
    case 'glue-published':
      return publishing(registration, { hosts: event.hosts });
    case 'status-set':
      return { ...registration, statuses: [...registration.statuses, event.status] };
    case 'status-lifted':
      return { ...registration, statuses: registration.statuses.filter((status) => status !== event.status) };
    case 'period-began':
      return withPeriod(registration, event.period, { period: event.period, until: event.until });
    case 'period-ended':
      return withPeriod(registration, event.period);
    case 'auto-renew-set':
      return { ...registration, renewsItself: event.isOn };
    case 'card-declined':
      return { ...registration, isCardDeclined: true };
    case 'card-renewed':
      return less(registration, 'isCardDeclined');
    case 'contact-changed':
      return { ...registration, contact: event.contact };
    case 'contact-verified':
      return registration.contact ? { ...registration, contact: { email: registration.contact.email } } : registration;
    case 'domain-suspended':
      return suspended(registration, event.suspension);
    case 'suspension-lifted':
      return {
        ...registration,
        suspensions: (registration.suspensions ?? []).filter(({ because }) => because !== event.because),
      };
    case 'domain-renewed':
      return less({ ...registration, expiresAt: event.expiresAt }, 'expiredAt');
    case 'domain-expired':
      return { ...registration, expiresAt: event.expiresAt, expiredAt: event.at };
    case 'domain-deleted':
      return less(registration, 'transfer', 'tag', 'pendingUpdate', 'offer');
    case 'domain-restored':
      return less({ ...registration, expiresAt: event.expiresAt, movedAt: event.at }, 'expiredAt');
    case 'auth-code-issued':
      return { ...registration, authCode: event.code };
    case 'tag-changed':
      return { ...registration, tag: { registrar: event.to, until: event.until } };
    case 'tag-reverted':
      return less(registration, 'tag');
    case 'transfer-requested':
      return { ...registration, transfer: event.transfer };
    case 'transfer-ended':
      return less(registration, 'transfer');
    case 'registrar-changed': {
      const { registrar, account, at: movedAt, expiresAt } = event;
      return {
        ...less(registration, 'tag', 'authCode', 'isCardDeclined', 'offer'),
        registrar,
        account,
        movedAt,
        expiresAt,
      };
    }
    case 'account-changed':
      return { ...less(registration, 'offer'), account: event.account };
    case 'account-offered':
      return { ...registration, offer: event.offer };
    case 'account-offer-ended':
      return less(registration, 'offer');
    default:
      return assertNever(event);
  }
}

function suspended(registration: Registration, suspension: Suspension): Registration {
  const { suspensions = [], parkedBy = [], registrar } = registration;
  const parking = suspension.means === 'parking' ? { parkedBy: [...new Set([...parkedBy, registrar])] } : {};
  return { ...registration, suspensions: [...suspensions, suspension], ...parking };
}

const without = ({ hosts = [] }: Registration, name: Name) => hosts.filter((host) => host.name !== name);

const publishing = (registration: Registration, change: Partial<Registration['published']>): Registration => ({
  ...less(registration, 'publishesAt'),
  published: { ...publishedOf(registration), ...change },
});

const withPeriod = (
  registration: Registration,
  period: Period,
  ...begun: NonNullable<Registration['periods']>
): Registration => ({
  ...registration,
  periods: [...(registration.periods ?? []).filter((each) => each.period !== period), ...begun],
});

/** The registration without some of what may be absent. */
function less(registration: Registration, ...fields: readonly OptionalField[]): Registration {
  const left: Partial<Record<OptionalField, unknown>> & Registration = { ...registration };
  for (const field of fields) delete left[field];
  return left;
}
type OptionalField =
  | 'publishesAt'
  | 'isCardDeclined'
  | 'expiredAt'
  | 'transfer'
  | 'tag'
  | 'authCode'
  | 'pendingUpdate'
  | 'offer';
