import { assertNever } from '../base/result.ts';
import { formatDuration, formatInstant, type Instant } from '../base/time.ts';
import { displayName } from '../dns/name.ts';
import type { RegistrationEvent } from '../registration/event.ts';
import type { Registration } from '../registration/registration.ts';
import { registrarOf } from '../world/catalogue.ts';
import type { World } from '../world/world.ts';
import { REASONS } from './describe-held-refusal.ts';
import { inCode, list } from './names.ts';

/** Who of the two did it, and what. */
export interface RegistrationDeed {
  readonly by: 'registrar' | 'registry' | 'registrant';
  readonly did: string;
}
type Told = Exclude<
  RegistrationEvent,
  {
    readonly kind:
      | 'domain-registered'
      | 'domain-renewed'
      | 'name-servers-submitted'
      | 'delegation-published'
      | 'ds-submitted'
      | 'ds-published';
  }
>;

/** What an event in the life of a registration says of who did what. */
export function tellRegistration(
  { catalogue }: World,
  registration: Registration | undefined,
  event: Told,
): RegistrationDeed {
  const domain = inCode(event.domain);
  const by = (who: RegistrationDeed['by'], did: string): RegistrationDeed => ({ by: who, did });
  switch (event.kind) {
    case 'update-pending': {
      const { failing, pending } = event;
      const fail = `${list(failing.map(inCode))} ${failing.length === 1 ? 'does' : 'do'} not answer for it with authority`;
      return by(
        'registry',
        `asks the new name servers about ${domain} before it takes them, and ${fail}. It shows \`pendingUpdate\`, asks again every ${formatDuration(pending.every)} until ${when(pending.until)}, publishes the old ones meanwhile, and takes no other change`,
      );
    }
    case 'update-ended':
      return event.outcome === 'withdrawn'
        ? by('registrar', `has the registry drop the change of name servers that was pending for ${domain}`)
        : by(
            'registry',
            event.outcome === 'taken'
              ? `asks the new name servers about ${domain} again: all of them answer, and it takes them`
              : `gives up the change of name servers of ${domain}, which did not answer in time: the old ones stay`,
          );
    case 'host-submitted': {
      const { name, addresses } = event.host;
      return by(
        'registrar',
        `tells the registry that the name server ${inCode(name)} has the address ${addresses.join(' and ')}`,
      );
    }
    case 'host-withdrawn':
      return by('registrar', `tells the registry of no name server ${inCode(event.host)} any more`);
    case 'glue-published':
      return by(
        'registry',
        event.hosts.length > 0
          ? `publishes the addresses of ${event.hosts.map(({ name }) => inCode(name)).join(', ')} as glue`
          : `publishes no addresses of name servers under ${domain} any more`,
      );
    case 'publication-due':
      return by(
        'registry',
        `has that in its database, and publishes it in the zone above ${domain} at ${when(event.at)}`,
      );
    case 'status-set':
      return by(partyOf(event.status), `sets \`${event.status}\` on ${domain}`);
    case 'status-lifted':
      return by(partyOf(event.status), `takes \`${event.status}\` off ${domain}`);
    case 'period-began':
      return by('registry', `shows ${domain} as \`${event.period}\` until ${when(event.until)}`);
    case 'period-ended':
      return by('registry', `ends the \`${event.period}\` of ${domain}`);
    case 'auto-renew-set':
      return by(
        'registrar',
        event.isOn ? `will renew ${domain} by itself` : `will not renew ${domain} unless it is asked to`,
      );
    case 'card-declined':
      return by('registrar', `can no longer charge the card for ${domain}`);
    case 'card-renewed':
      return by('registrar', `has a card again that works for ${domain}`);
    case 'contact-changed': {
      const { email, verifyBy } = event.contact;
      const link =
        verifyBy === undefined ? '' : `, and sends a link there that has to be followed by ${when(verifyBy)}`;
      return by('registrar', `writes to \`${email}\` about ${domain} from now on${link}`);
    }
    case 'contact-verified':
      return by('registrant', `follows the link in the mail of the registrar of ${domain}`);
    case 'domain-suspended': {
      const { because, means } = event.suspension;
      if (means === 'registry-hold')
        return by('registry', `sets \`serverHold\` on ${domain}, because ${REASONS[because]}`);
      if (means === 'hold') return by('registrar', `sets \`clientHold\` on ${domain}, because ${REASONS[because]}`);
      return by('registrar', `puts its own name servers for ${domain}, because ${REASONS[because]}`);
    }
    case 'suspension-lifted':
      return by('registrar', `ends the suspension of ${domain}`);
    case 'domain-expired':
      return by(
        'registry',
        `adds a year to ${domain}, which has expired, and lets the registrar give it back for a while`,
      );
    case 'domain-deleted':
      return by('registrar', `has the registry delete ${domain}`);
    case 'domain-restored':
      return by('registrar', `has the registry bring ${domain} back, until ${when(event.expiresAt)}`);
    case 'domain-released':
      return by('registry', `forgets ${domain}: anyone may register it`);
    case 'auth-code-issued':
      return by('registrar', `issues the auth code of ${domain}: \`${event.code}\``);
    case 'tag-changed':
      return by(
        'registrar',
        `marks ${domain} for ${registrarOf(catalogue, event.to).name}, until ${when(event.until)}`,
      );
    case 'tag-reverted':
      return by('registrar', `takes the mark off ${domain}`);
    case 'transfer-requested':
      return by(
        'registry',
        `shows ${domain} as \`pendingTransfer\`; unless ${nameOf(catalogue, registration)} objects, it moves at ${when(event.transfer.completesAt)}`,
      );
    case 'transfer-ended':
      return by('registry', `ends the transfer of ${domain}: ${event.outcome}`);
    case 'registrar-changed':
      return by(
        'registry',
        `has ${registrarOf(catalogue, event.registrar).name} as the registrar of ${domain} from now on, and its term end at ${when(event.expiresAt)}`,
      );
    case 'account-changed':
      return by('registrar', `moves ${displayName(event.domain)} to the account \`${event.account}\``);
    case 'account-offered':
      return by(
        'registrar',
        `offers ${domain} to the account \`${event.offer.to}\` until ${when(event.offer.until)}; it takes the password \`${event.offer.password}\` to accept. The registry hears nothing of it`,
      );
    case 'account-offer-ended':
      return by('registrar', `ends the offer of ${domain} to another account: ${event.outcome}`);
    default:
      return assertNever(event);
  }
}

const when = (at: Instant): string => `${formatInstant(at).slice(0, 16)} UTC`;
const partyOf = (status: string): 'registrar' | 'registry' => (status.startsWith('client') ? 'registrar' : 'registry');
const nameOf = (catalogue: World['catalogue'], registration: Registration | undefined): string =>
  registration ? registrarOf(catalogue, registration.registrar).name : 'the registrar';
