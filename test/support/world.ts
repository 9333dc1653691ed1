import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRng } from '../../src/base/random.ts';
import { name } from '../../src/dns/name.ts';
import type { Rdata, RRset } from '../../src/dns/record.ts';
import { rrsetsOf, type Zone } from '../../src/dns/zone/zone.ts';
import type { HostedZone } from '../../src/hosting/hosted-zone.ts';
import { type Action, decide, perform } from '../../src/world/action.ts';
import type { Catalogue } from '../../src/world/catalogue.ts';
import type { Refusal } from '../../src/world/decide.ts';
import { CATALOGUE_FILES, type CatalogueFiles, loadCatalogue } from '../../src/world/load-catalogue.ts';
import { newWorld, START, type World } from '../../src/world/world.ts';

const top = join(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(top, 'data', `${file}.yaml`), 'utf8');

/** The texts of the project's own catalogue. */
export const catalogueTexts = Object.fromEntries(
  CATALOGUE_FILES.map((file) => [file, textOf(file)]),
) as unknown as CatalogueFiles;

const loaded = loadCatalogue(catalogueTexts);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
export const catalogue: Catalogue = loaded.value;

export const aWorld = (now = START): World => newWorld(catalogue, now);

/** The world after actions of Ines that nobody refuses. */
export const played = (world: World, ...actions: readonly Action[]): World => by('Ines', world, ...actions);

/** The world after actions of somebody that nobody refuses. */
export const by = (actor: string, world: World, ...actions: readonly Action[]): World =>
  perform(world, actor, actions, seededRng(world.history.length));

/** Why an action of Ines is refused; undefined if it is not. */
export const refusalOf = (world: World, action: Action, actor = 'Ines'): Refusal | undefined => {
  const decision = decide(world, actor, action, seededRng(7));
  return decision.kind === 'refused' ? decision.refusal : undefined;
};

export const register = (domain: string, registrar: string, years?: number): Action => ({
  ...{ kind: 'register', domain: name(domain), registrar },
  ...(years === undefined ? {} : { years }),
});
export const createZone = (origin: string, host: string): Action => ({
  kind: 'create-zone',
  origin: name(origin),
  host,
});
export const deleteZone = (origin: string, host: string, id?: string): Action => ({
  ...{ kind: 'delete-zone', origin: name(origin), host },
  ...(id === undefined ? {} : { id }),
});
export const copyNameServers = (domain: string, host: string, id?: string): Action => ({
  ...{ kind: 'copy-name-servers', domain: name(domain), host },
  ...(id === undefined ? {} : { id }),
});
export const setNameServers = (domain: string, ...servers: readonly string[]): Action => ({
  ...{ kind: 'set-name-servers', domain: name(domain), nameServers: servers.map(name) },
});
export const wait = (span: number): Action => ({ kind: 'wait', span });
export const ask = (qname: string): Action => ({
  ...{ kind: 'ask', question: { qname: name(qname), qtype: 'A' }, resolver: 'resolver' },
});

export const anAddress = (address: string): Rdata => ({ type: 'A', address });
export const addRecord = (origin: string, host: string, owner: string, rdata: Rdata, ttl?: number): Action => ({
  ...{ kind: 'put-record', origin: name(origin), host },
  request: { action: 'add', owner: name(owner), rdata, ...(ttl === undefined ? {} : { ttl }) },
});

/** The one hosted zone of an origin at a host. */
export function zoneAt(world: World, host: string, origin: string): HostedZone {
  const found = [...world.hostedZones.values()].filter(
    (each) => each.host === host && each.zone.origin === name(origin),
  );
  if (found.length !== 1) throw new Error(`${found.length} zones of ${origin} at ${host}`);
  return found[0]!;
}

/** What a zone holds, as `owner ttl TYPE`, the apex first. */
export const held = (zone: Zone): string[] =>
  rrsetsOf(zone).map(({ owner, ttl, rdata }: RRset) => `${owner} ${ttl} ${rdata[0]?.type}`);

/** Who paid whom for what, as `time from > to amount purpose`, without the date's year. */
export const payments = (world: World): string[] =>
  world.ledger.map(
    ({ at, from, to, amount, purpose }) =>
      `${new Date(at).toISOString().slice(5, 16)} ${from.id} > ${to.id} ${amount} ${purpose}`,
  );
