import type { Cause, CauseKind } from '../../diagnosis/cause.ts';
import type { MapFault, WorldMap } from './world-map.ts';

/** Where on a map a cause is to be seen: a place, an arrow, the delegation wherever it leads, or nowhere on it. */
type Where = 'registrar' | 'tells' | 'registry' | 'delegation' | 'host' | 'nowhere';

const WHERE: Readonly<Record<CauseKind, Where>> = {
  'unknown-suffix': 'registry',
  'not-registered': 'registry',
  deleted: 'registry',
  'held-by-registrar': 'tells',
  'held-by-registry': 'registry',
  parked: 'registrar',
  expired: 'registrar',
  'no-name-servers': 'registry',
  'not-yet-published': 'tells',
  'update-pending': 'tells',
  'never-delegated': 'delegation',
  'private-name-servers': 'delegation',
  'no-zone': 'delegation',
  'zone-not-yet-served': 'host',
  'account-closed': 'host',
  'other-name-servers': 'delegation',
  'several-zones': 'delegation',
  'mixed-name-servers': 'delegation',
  'mistyped-name-server': 'delegation',
  'dead-name-server': 'delegation',
  'missing-glue': 'registry',
  'stale-glue': 'registry',
  'alias-as-name-server': 'delegation',
  'ds-without-key': 'registry',
  'ds-of-other-key': 'registry',
  'signed-in-part': 'host',
  'signatures-not-valid': 'host',
  'missing-name-server': 'delegation',
  'own-name-servers-differ': 'host',
  'too-few-name-servers': 'delegation',
  'versions-differ': 'host',
  'delegations-differ': 'delegation',
  'cname-beside-data': 'host',
  'dangling-delegation': 'host',
  'undelegated-subdomain': 'host',
  'hidden-below-cut': 'host',
  'doubled-name': 'host',
  'mail-to-alias': 'host',
  'mail-to-nowhere': 'host',
  'edited-elsewhere': 'host',
  'not-copied': 'host',
  'hidden-inside': 'host',
  'added-inside': 'host',
  'key-without-ds': 'registry',
  'idle-ds': 'registry',
  'unverified-contact': 'registrar',
  'no-www': 'host',
  caches: 'nowhere',
  nothing: 'nowhere',
};

/** The map with what a diagnosis says first crossed where it is, in place of what the map says of that place by itself. */
export function withCause(map: WorldMap, { verdict, kind, sentence }: Cause): WorldMap {
  if (verdict === 'fine' || verdict === 'advice') return map;
  const at = idOf(map, WHERE[kind]);
  const fault: MapFault = { at, sentence: sentence.replaceAll('`', '').replace(/\.$/, '') };
  return { ...map, faults: [fault, ...map.faults.filter((each) => each.at !== at)] };
}

function idOf({ places, arrows }: WorldMap, where: Where): string {
  if (where === 'host') {
    const led = arrows.find(({ kind, state }) => kind === 'delegates' && state !== 'broken')?.to;
    return led ?? places.find(({ slot }) => slot === 'host')?.id ?? '';
  }
  if (where === 'delegation') {
    const delegations = arrows.filter(({ kind }) => kind === 'delegates');
    const worst = (['broken', 'partly', 'whole'] as const).map((state) =>
      delegations.find((each) => each.state === state),
    );
    return worst.find((arrow) => arrow !== undefined)?.id ?? 'registry';
  }
  return where;
}
