import { assertNever } from '../base/result.ts';
import { formatDuration, formatInstant, type Instant } from '../base/time.ts';
import { displayName } from '../dns/name.ts';
import type { Registration } from '../registration/registration.ts';
import type { Forgetting } from '../world/agenda.ts';
import { agenda } from '../world/agenda.ts';
import type { Due } from '../world/befall.ts';
import { hostOf, registrarOf, registryOf } from '../world/catalogue.ts';
import { findResolver } from '../world/resolvers.ts';
import type { World } from '../world/world.ts';
import { counted, inCode, list } from './names.ts';
import { registryFor } from './party-for.ts';
import { type Block, button, type Choice, fields, heading, text } from './reply.ts';

const MOST_TOLD = 10;
const MOST_BUTTONS = 4;

/** Something that will happen. */
export type Coming = Due | Forgetting;

/**
 * What will happen by itself and when, soonest first, as things stand.
 * @param isSeen what of it there is to be told
 */
export function agendaBlocks(world: World, isSeen: (coming: Coming) => boolean = () => true): readonly Block[] {
  const all = agenda(world).filter(isSeen);
  if (all.length === 0) return [text('Nothing is due, and no resolver remembers anything of your domains.')];
  const told = all.slice(0, MOST_TOLD).map((each) => [whenOf(world, each.at), tell(world, each)] as const);
  const more = all.length - told.length;
  return [
    heading('What happens next, as things stand'),
    fields(...told),
    ...(more > 0 ? [text(`And ${counted(more, 'thing')} more, later.`)] : []),
  ];
}

/** Buttons that wait to just there, for the soonest moments, each once. */
export function agendaChoices(world: World, isSeen: (coming: Coming) => boolean = () => true): readonly Choice[] {
  const coming = agenda(world).filter(isSeen);
  const moments = [...new Set(coming.map(({ at }) => toSecond(at)))].filter((at) => at > world.now);
  return moments.slice(0, MOST_BUTTONS).map((at) => button(`To ${minute(at)}`, `/wait until ${formatInstant(at)}`));
}

/** `2026-03-02 21:00 UTC, in 12h`. */
const whenOf = ({ now }: World, at: Instant): string =>
  `${minute(at)} UTC, ${at > now ? `in ${formatDuration(at - now)}` : 'now'}`;
const minute = (at: Instant): string => formatInstant(at).slice(0, 16);
/** Times are typed in whole seconds: the first that is not before it. */
const toSecond = (at: Instant): Instant => (Math.ceil(at / 1000) * 1000) as Instant;

function tell(world: World, due: Coming): string {
  const { catalogue, hostedZones, leaving } = world;
  switch (due.kind) {
    case 'zone-charge': {
      const hosted = hostedZones.get(due.id);
      if (!hosted) return `Zone ${due.id} is charged for.`;
      return `${hostOf(catalogue, hosted.host).name} (DNS host) charges a month's fee for zone ${due.id} of ${inCode(hosted.zone.origin)}.`;
    }
    case 'query-charge':
      return `${hostOf(catalogue, due.host).name} (DNS host) charges ${due.customer} for the queries of the month that ends.`;
    case 'account-deletion': {
      const zones = [...hostedZones.values()].filter(
        ({ host, customer }) => host === due.host && customer === due.customer,
      );
      return `${hostOf(catalogue, due.host).name} (DNS host) deletes the account \`${due.customer}\` with ${counted(zones.length, 'zone')}, unless it is opened again before.`;
    }
    case 'zone-publication': {
      const hosted = hostedZones.get(due.id) ?? leaving?.get(due.id)?.hosted;
      if (!hosted) return `A change to zone ${due.id} is on its name servers.`;
      return `${hostOf(catalogue, hosted.host).name} (DNS host) has the last change to zone ${due.id} of ${inCode(hosted.zone.origin)} on its name servers: INSYNC.`;
    }
    case 'zone-unpublication': {
      const host = leaving?.get(due.id)?.hosted.host;
      const who = host === undefined ? 'The DNS host' : `${hostOf(catalogue, host).name} (DNS host)`;
      return `${who} takes zone ${due.id} of ${inCode(due.domain)}, which was deleted, off its name servers.`;
    }
    case 'publication': {
      const registration = world.registrations.get(due.domain);
      const registry = registration ? registryOf(catalogue, registration.registry).name : 'The registry';
      return `${registry} (registry) publishes what it was told of ${inCode(due.domain)}.`;
    }
    case 'name-server-check': {
      const registry = registryFor(catalogue, due.domain);
      return due.isTaken
        ? `${registry} asks the new name servers of ${inCode(due.domain)} again, and takes them: all of them answer for it.`
        : `${registry} gives up the change of name servers of ${inCode(due.domain)}, unless all of them answer for it before.`;
    }
    case 'registration':
      return tellRegistrationDue(world, due);
    case 'forgetting':
      return tellForgetting(due);
    default:
      return assertNever(due);
  }
}

function tellRegistrationDue(
  { catalogue, registrations }: World,
  { domain, due }: Extract<Due, { kind: 'registration' }>,
) {
  const registration = registrations.get(domain);
  const name = inCode(domain);
  const registrar = registration
    ? `${registrarOf(catalogue, registration.registrar).name} (registrar)`
    : 'The registrar';
  const registry = registration ? `${registryOf(catalogue, registration.registry).name} (registry)` : 'The registry';
  switch (due.what) {
    case 'verification':
      return `${registrar} suspends ${name}, unless its registrant has verified the address by then.`;
    case 'transfer':
      return `${registry} moves ${name} to ${gaining(catalogue, registration)}, unless ${registrar} objects before.`;
    case 'tag':
      return `${registrar} takes its mark for another registrar off ${name}.`;
    case 'offer':
      return `${registrar} calls off its offer of ${name} to the account ${inAccount(registration)}, unless that accepts before.`;
    case 'renewal':
      return `${registrar} renews ${name} for a year, and is paid for it.`;
    case 'expiry':
      return `The term of ${name} ends, and nobody renews it.`;
    case 'expiry-suspension':
      return `${registrar} suspends ${name}, because it has expired.`;
    case 'deletion':
      return `${registrar} has the registry delete ${name}.`;
    case 'period-ends':
      return `The \`${due.period}\` of ${name} ends.`;
    default:
      return assertNever(due.what);
  }
}

const inAccount = (registration: Registration | undefined): string => `\`${registration?.offer?.to ?? ''}\``;

const gaining = (catalogue: World['catalogue'], registration: Registration | undefined): string =>
  registration?.transfer ? registrarOf(catalogue, registration.transfer.to).name : 'another registrar';

function tellForgetting({ owner, what, type, resolvers, isStale }: Forgetting): string {
  const who = list(resolvers.map((id) => findResolver(id)?.title ?? id));
  const name = `\`${displayName(owner)}\``;
  const forgets = `${who.slice(0, 1).toUpperCase()}${who.slice(1)} ${resolvers.length > 1 ? 'forget' : 'forgets'}`;
  switch (what) {
    case 'delegation':
      return `${forgets} to which name servers ${name} is delegated${isStale ? ', which is not what stands at the registry now' : ''}.`;
    case 'records':
      return `${forgets} the ${type} of ${name}${isStale ? ', which is not what stands at the registry now' : ''}.`;
    case 'no-records':
      return `${forgets} that ${name} has no ${type}.`;
    case 'no-name':
      return `${forgets} that there is no ${name}.`;
    default:
      return assertNever(what);
  }
}
