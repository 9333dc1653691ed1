import { formatMoney } from '../../base/money.ts';
import { formatInstant, type Instant } from '../../base/time.ts';
import { displayName, type Name } from '../../dns/name.ts';
import { publishedOf, type Registration } from '../../registration/registration.ts';
import { suffixOf } from '../../registration/registry.ts';
import { isDeleted, isHeldBy } from '../../registration/statuses-of.ts';
import { hostOf, registrarOf, registryOf } from '../../world/catalogue.ts';
import { closedHouse } from '../../world/closed-house.ts';
import { RUNNING_EXAMPLE } from '../../world/costs.ts';
import type { World } from '../../world/world.ts';
import type { DelegationOnMap } from './delegation-of.ts';
import { firstOf, nameLines, noneLine, type Part, plainLines } from './part.ts';
import type { Arrow, Group, Line, MapFault, Place } from './world-map.ts';

/** The registrant, and whoever has the zone above: the registrar and its registry; or the parent, where that is hosted. */
export function registryPlaces(world: World, domain: Name, delegation: DelegationOnMap): Part {
  const registration = world.registrations.get(domain);
  if (registration) return registered(world, registration);
  if (delegation.parent || delegation.parentZone) return below(world, delegation);
  return world.own ? NOTHING : unregistered(world, domain);
}

const NOTHING: Part = { places: [], arrows: [], faults: [] };

function registered(world: World, registration: Registration): Part {
  const { catalogue } = world;
  const registrar = registrarOf(catalogue, registration.registrar);
  const registry = registryOf(catalogue, registration.registry);
  const { registrant, domain } = registration;
  const suffix = suffixOf(domain, catalogue.tlds);
  const yearly = suffix && registrar.yearlyFee.get(suffix.suffix);
  const places: readonly Place[] = [
    { id: 'registrant', slot: 'registrant', job: 'Registrant', who: registrant, groups: [] },
    {
      ...{ id: 'registrar', slot: 'registrar', job: 'Registrar', who: registrar.name },
      ...(registrar.id === RUNNING_EXAMPLE && { isExample: true as const }),
      groups: [{ lines: registrarLines(world, registration) }],
    },
    {
      ...{ id: 'registry', slot: 'registry', job: `Registry of .${displayName(suffix?.suffix ?? domain)}` },
      who: registry.name,
      groups: registryGroups(registration),
    },
  ];
  const arrows: readonly Arrow[] = [
    ...(yearly === undefined
      ? []
      : [paysYearly('registrant', 'registrar', registrant, registrar.name, `${formatMoney(yearly)} a year`)]),
    {
      ...{ id: 'tells', from: 'registrar', to: 'registry', kind: 'tells', state: 'whole' },
      label: `tells it the name servers${suffix ? `, pays ${formatMoney(suffix.wholesaleFee)} a year` : ''}`,
      sentence: `${registrar.name} tells ${registry.name} which name servers to publish${suffix ? `, and pays it ${formatMoney(suffix.wholesaleFee)} a year` : ''}`,
    },
  ];
  return {
    places,
    arrows: arrows.map((each) => pendingIf(each, registration)),
    faults: registryFaults(registration, registry.name),
  };
}

const paysYearly = (from: string, to: string, payer: string, payee: string, amount: string): Arrow => ({
  ...{ id: 'pays-registrar', from, to, kind: 'pays', state: 'whole', label: `pays ${amount}` },
  sentence: `${payer} pays ${payee} ${amount} for the registration`,
});

/** What the registrar has said, and the registry has not published yet. */
function pendingIf(arrow: Arrow, { publishesAt, pendingUpdate }: Registration): Arrow {
  const isPending = arrow.id === 'tells' && (publishesAt !== undefined || pendingUpdate !== undefined);
  return isPending
    ? { ...arrow, state: 'pending', sentence: `${arrow.sentence}; the last of it is not published yet` }
    : arrow;
}

function registrarLines(world: World, registration: Registration): readonly Line[] {
  const { expiresAt, expiredAt, transfer } = registration;
  return plainLines([
    expiredAt === undefined ? `registered until ${dayOf(expiresAt)}` : `expired on ${dayOf(expiredAt)}`,
    ...(transfer ? [`leaving for ${registrarOf(world.catalogue, transfer.to).name}`] : []),
    ...(closedHouse(world, registration) ? ['in a closed account'] : []),
  ]);
}

function registryGroups(registration: Registration): readonly Group[] {
  const { nameServers, publishesAt, pendingUpdate } = registration;
  const { nameServers: published, ds } = publishedOf(registration);
  const groups: Group[] = [{ label: 'publishes', ...nameLines(published, 'no name servers') }];
  if (ds.length > 0) groups.push({ lines: plainLines([ds.length === 1 ? 'and a DS' : `and ${ds.length} DS`]) });
  if (publishesAt !== undefined && nameServers.join() !== published.join())
    groups.push({ label: `from ${minuteOf(publishesAt)} on`, ...nameLines(nameServers, 'no name servers') });
  if (pendingUpdate) groups.push({ label: 'asks first', ...nameLines(pendingUpdate.nameServers, 'no name servers') });
  return groups;
}

function registryFaults(registration: Registration, registry: string): readonly MapFault[] {
  const fault = (at: string, sentence: string): readonly MapFault[] => [{ at, sentence }];
  if (isDeleted(registration)) return fault('registry', `${registry} has deleted it: it publishes nothing`);
  if (isHeldBy(registration, 'registrar'))
    return fault('tells', `On hold by the registrar: ${registry} publishes nothing`);
  if (isHeldBy(registration, 'registry'))
    return fault('registry', `On hold by the registry: ${registry} publishes nothing`);
  return publishedOf(registration).nameServers.length === 0
    ? fault('registry', `${registry} publishes no name servers, so nobody is led anywhere`)
    : [];
}

function below(world: World, { parent, parentZone, listed }: DelegationOnMap): Part {
  const names = listed.map(({ name }) => name);
  const lists: Group = { label: 'lists', ...nameLines(names, 'no name servers') };
  if (parentZone) {
    const job = 'Zone above';
    const who = parentZone.origin === '.' ? 'the root' : displayName(parentZone.origin);
    return { ...NOTHING, places: [{ id: 'registry', slot: 'registry', job, who, groups: [lists] }] };
  }
  if (!parent) return NOTHING;
  const host = hostOf(world.catalogue, parent.host);
  return {
    ...NOTHING,
    places: [
      { id: 'registrant', slot: 'registrant', job: 'Holder', who: parent.customer, groups: [] },
      {
        ...{ id: 'registry', slot: 'registry', job: `Zone above, ${displayName(parent.zone.origin)}` },
        ...{ who: host.name, groups: [lists] },
        ...(host.id === RUNNING_EXAMPLE && { isExample: true as const }),
      },
    ],
    arrows: [
      {
        ...{ id: 'tells', from: 'registrant', to: 'registry', kind: 'tells', state: 'whole', label: 'edits the zone' },
        sentence: `${parent.customer} edits the zone above at ${host.name}`,
      },
    ],
  };
}

function unregistered(world: World, domain: Name): Part {
  const suffix = suffixOf(domain, world.catalogue.tlds);
  const registry = suffix && registryOf(world.catalogue, suffix.registry);
  const holder = firstOf([...world.hostedZones.values()].filter(({ zone }) => zone.origin === domain))?.customer;
  return {
    ...NOTHING,
    places: [
      {
        id: 'registrant',
        slot: 'registrant',
        job: 'Registrant',
        groups: [{ lines: plainLines([holder === undefined ? 'nobody' : `nobody; ${holder} has the zone`]) }],
      },
      {
        id: 'registrar',
        slot: 'registrar',
        job: 'Registrar',
        groups: [{ lines: noneLine('none: nobody has registered it') }],
      },
      ...(registry
        ? [
            {
              id: 'registry',
              slot: 'registry' as const,
              job: `Registry of .${displayName(suffix.suffix)}`,
              who: registry.name,
              groups: [{ label: 'publishes', lines: noneLine('nothing of it') }],
            },
          ]
        : []),
    ],
  };
}

const dayOf = (at: Instant): string => formatInstant(at).slice(0, 10);
const minuteOf = (at: Instant): string => formatInstant(at).slice(5, 16);
