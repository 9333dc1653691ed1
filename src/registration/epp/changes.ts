import type { Instant } from '../../base/time.ts';
import type { Name } from '../../dns/name.ts';
import type { Registration } from '../registration.ts';
import { contactCommands } from './contact-commands.ts';
import type { Draft, Step } from './draft.ts';
import { hostCommands } from './host-commands.ts';
import {
  dateOf,
  difference,
  domainName,
  dsData,
  nameServers,
  ofKind,
  part,
  password,
  period,
  status,
  verb,
  yearsBetween,
} from './objects.ts';
import { type Element, element } from './xml.ts';

/** What a registrar sends because of something that happened to a domain that is registered; nothing for what is in its own books alone. */
export function changes(step: Step): readonly Draft[] {
  const { event, before } = step;
  const { domain, registrar: by } = before;
  switch (event.kind) {
    case 'update-pending': {
      const { added, removed } = difference(before.nameServers, event.pending.nameServers);
      const did = 'names other name servers, which the registry does not take yet (1001, action pending)';
      return updates(by, domain, did, { add: nameServers(added), rem: nameServers(removed) });
    }
    case 'name-servers-submitted': {
      // The command was sent when the change began to be pending.
      if (step.previous?.kind === 'update-ended') return [];
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
export function updates(
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
