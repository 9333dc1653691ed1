import { WEEKDAYS } from '../base/local-time.ts';
import type { Instant } from '../base/time.ts';
import { ZONES } from '../base/zone.ts';
import { displayName, type Name } from '../dns/name.ts';
import { COMMON_TYPES } from '../dns/rr-type.ts';
import { nameServersOf } from '../world/name-servers-of.ts';
import { RESOLVER_IDS } from '../world/named-resolver.ts';
import type { World } from '../world/world.ts';
import { ALL_RESOLVERS } from './ask-all-resolvers.ts';
import type { Deps, OptionDeclaration } from './command.ts';
import { contentAt } from './packs/content-at.ts';
import type { Account } from './store/account.ts';
import { openStored } from './worlds.ts';

/** Something that an option could be: what to show, and what to type for it. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/**
 * What an option could become of a word that is begun: those that start with it first, then those that contain it.
 * Where it takes several, of what stands after the last comma.
 */
export async function suggest(
  deps: Deps,
  account: Account,
  now: Instant,
  option: OptionDeclaration,
  word: string,
): Promise<readonly Suggestion[]> {
  const [, before = '', begun = word] = (option.type === 'list' && /^(.*,)([^,]*)$/.exec(word)) || [];
  const wanted = begun.trim().toLowerCase();
  const places = (await candidates(deps, account, now, option)).map((candidate) => {
    const found = [candidate.label, candidate.value].map((text) => text.toLowerCase().indexOf(wanted));
    return { candidate, place: Math.min(...found.filter((place) => place >= 0)) };
  });
  const fitting = places.filter(({ place }) => Number.isFinite(place));
  return fitting
    .sort((one, other) => Math.sign(one.place) - Math.sign(other.place))
    .map(({ candidate: { label, value } }) => ({ label: `${before}${label}`, value: `${before}${value}` }));
}

async function candidates(
  deps: Deps,
  account: Account,
  now: Instant,
  { type, choices = [], list }: OptionDeclaration,
): Promise<readonly Suggestion[]> {
  switch (type) {
    case 'choice':
      return choices.map(asItIs);
    case 'rr-type':
      return [...COMMON_TYPES, 'ANY'].map(asItIs);
    case 'record-type':
      return [...COMMON_TYPES, 'ALIAS'].map(asItIs);
    case 'listed':
    case 'list':
      return list === undefined
        ? []
        : (await contentAt(deps, account)).lists[list].map(({ id, label }) => ({ label, value: id }));
    case 'zone':
      return ZONES.map(asItIs);
    case 'days':
      return DAYS.map(asItIs);
    case 'name':
      return namesIn(await worldOf(deps, account, now)).map(asItIs);
    case 'server':
      return [...serversIn(await worldOf(deps, account, now)), ...RESOLVER_IDS, 'inside', ALL_RESOLVERS].map(asItIs);
    default:
      return [];
  }
}

const DAYS = ['daily', 'weekdays', 'weekends', ...WEEKDAYS.map((day) => day.slice(0, 3).toLowerCase())];

const asItIs = (word: string): Suggestion => ({ label: word, value: word });

/** The world that look-ups ask; none is made where there is none yet. */
async function worldOf({ store, content }: Deps, account: Account, now: Instant): Promise<World | undefined> {
  const { focus, sandbox } = await store.desk(await store.learnerOf(account, now));
  const id = focus ?? sandbox;
  return id === undefined ? undefined : (await openStored({ store, content }, id))?.world;
}

/** The domains that are registered, and every name with a record in a hosted zone. */
function namesIn(world: World | undefined): readonly string[] {
  if (world === undefined) return [];
  const zones = world.own?.given ?? [...world.hostedZones.values()].map(({ zone }) => zone);
  return written([...world.registrations.keys(), ...zones.flatMap(({ nodes }) => [...nodes.keys()])]);
}

/** The name servers of the zones that are hosted, and those that are delegated to. */
function serversIn(world: World | undefined): readonly string[] {
  if (world === undefined) return [];
  if (world.own) return written([...nameServersOf(world.own.internet).keys()]);
  const hosted = [...world.hostedZones.values()].flatMap(({ nameServers }) => nameServers);
  const delegated = [...world.registrations.values()].flatMap(({ nameServers }) => nameServers);
  return written([...hosted, ...delegated]);
}

const written = (names: readonly Name[]): readonly string[] => [...new Set(names)].map(displayName);
