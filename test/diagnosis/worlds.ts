import { expect } from 'vitest';
import { instant } from '../../src/base/time.ts';
import { type Diagnosis, diagnose } from '../../src/diagnosis/diagnose.ts';
import { isAmiss } from '../../src/diagnosis/finding.ts';
import { name } from '../../src/dns/name.ts';
import { parseRdata } from '../../src/dns/rdata/text.ts';
import type { RdataOf, RRType } from '../../src/dns/record.ts';
import { makeNameServer } from '../../src/dns/zone/name-server.ts';
import type { Zone } from '../../src/dns/zone/zone.ts';
import type { Registration } from '../../src/registration/registration.ts';
import type { Action } from '../../src/world/action.ts';
import { hostSigning } from '../../src/world/signing.ts';
import { ownWorld, type World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  aWorld,
  catalogue,
  copyNameServers,
  createZone,
  deleteZone,
  played,
  register,
  setNameServers,
  zoneAt,
} from '../support/world.ts';
import { zone } from '../support/zone.ts';

export const DOMAIN = 'quillcove-example.com';
export const WWW = `www.${DOMAIN}`;

/** What is in a broken world: its name, the world, the sentence (`…` for anything), who acts, what is found above a notice. */
export type Row = readonly [what: string, world: World, sentence: string, amiss: string, domain?: string];

/** Holds a diagnosis to a row, with findings above a notice in the order of their tags. */
export function expectRow([, world, sentence, amiss, domain = DOMAIN]: Row): void {
  const found = diagnose(world, name(domain));
  const parts = sentence.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  expect(found.sentence).toMatch(new RegExp(`^${parts.join('.+')}$`));
  expect(amissIn(found)).toEqual(amiss.split(' ').filter((tag) => tag !== ''));
}

/** What is found above a notice: tags, or what of ours it is, each once. */
export const amissIn = ({ findings }: Diagnosis): readonly string[] => [
  ...new Set(findings.filter(isAmiss).map(({ tag, test }) => tag ?? test.replaceAll(' ', '-'))),
];

/** Ines has the domain at a registrar, and does more. */
export const held = (registrar: string, ...actions: readonly Action[]): World =>
  played(aWorld(), register(DOMAIN, registrar), ...actions);

/** Her zone at a host, with an address. */
export const filled = (host: string, address = '203.0.113.20'): readonly Action[] => [
  createZone(DOMAIN, host),
  addRecord(DOMAIN, host, WWW, anAddress(address)),
];

/** She empties that zone and deletes it. */
export const deleted = (host: string, origin = DOMAIN): readonly Action[] => [
  {
    ...{ kind: 'put-record', origin: name(origin), host },
    request: { action: 'remove', owner: name(`www.${origin}`), type: 'A' },
  },
  deleteZone(origin, host),
];

/** The domain is at Hover, its DNS moved to Route 53; then more happens. */
export const moved = (...actions: readonly Action[]): World =>
  held('hover', ...filled('route53'), copyNameServers(DOMAIN, 'route53'), ...actions);

/** The same, and she types other name servers at Hover than the four. */
export function typed(change: (servers: readonly string[]) => readonly string[]): World {
  const world = moved();
  return played(world, setNameServers(DOMAIN, ...change(serversAt(world, 'route53'))));
}

/** The same with name servers that its registry would not take today, and once did. */
export function taken(change: (servers: readonly string[]) => readonly string[]): World {
  const world = moved();
  return recorded(world, { nameServers: change(serversAt(world, 'route53')).map(name) });
}

/** The name servers of her zone at a host, as typed. */
export const serversAt = (world: World, host: string, origin = DOMAIN): readonly string[] =>
  zoneAt(world, host, origin).nameServers.map((server) => server.slice(0, -1));

/** The registry's record with something else in it that no action brings about, and published. */
export function recorded(world: World, change: Partial<Registration>): World {
  const registration = world.registrations.get(name(DOMAIN));
  if (!registration) throw new Error('nobody holds it');
  const changed = { ...registration, ...change };
  const { nameServers, ds = [], hosts = [] } = changed;
  const published = { ...changed, published: { nameServers, ds, hosts } };
  return { ...world, registrations: new Map(world.registrations).set(changed.domain, published) };
}

export function put(host: string, owner: string, type: RRType, value: string, origin = DOMAIN): Action {
  const rdata = parseRdata(type, value);
  if (!rdata.ok) throw new Error(rdata.problem);
  return addRecord(origin, host, owner, rdata.value);
}

/** Replaces all records of a name and type. */
export const replaced = (host: string, owner: string, type: RRType, ...values: readonly string[]): readonly Action[] =>
  values.map((value, place): Action => {
    const action = put(host, owner, type, value);
    if (place > 0 || action.kind !== 'put-record' || action.request.action !== 'add') return action;
    return { ...action, request: { ...action.request, action: 'change' } };
  });

export const sign = (host: string): Action => ({ kind: 'sign-zone', origin: name(DOMAIN), host });
export const unsign = (host: string): Action => ({ kind: 'unsign-zone', origin: name(DOMAIN), host });
export const copyDs = (host: string): Action => ({ kind: 'copy-ds', domain: name(DOMAIN), host });
export const setDs = (...ds: readonly RdataOf<'DS'>[]): Action => ({ kind: 'set-ds', domain: name(DOMAIN), ds });
export const A_DS: RdataOf<'DS'> = { type: 'DS', keyTag: 4711, algorithm: 13, digestType: 2, digest: 'ab'.repeat(32) };

/** An Internet with only these servers in it, each with its zones; the first is a root server. */
export function brought(...servers: readonly (readonly [address: string, ...zones: readonly Zone[]])[]): World {
  const internet = {
    servers: new Map(servers.map(([address, ...zones]) => [address, makeNameServer(zones)] as const)),
    rootHints: [{ name: name('root.test'), address: servers[0]?.[0] ?? '' }],
  };
  const given = servers.slice(2).flatMap(([, ...zones]) => zones);
  return ownWorld(catalogue, { internet, given }, instant(Date.UTC(2026, 2, 2)));
}

/** `x.test.` at two servers, delegated from `test.` by those lines. */
export const xTest = (above: readonly string[], one: Zone, other = one): World =>
  brought(['192.0.2.1', ROOT_ZONE], ['192.0.2.2', aboveX(...above)], ['192.0.2.11', one], ['192.0.2.12', other]);

export const signed = (of: Zone, id = 'Z1'): Zone => ({ ...of, signing: hostSigning(id) });

// biome-ignore format: a zone reads down its columns
export const ROOT_ZONE = zone('.',
  '.               NS  root.test.',
  'test.           NS  ns.test.',
  'ns.test.        A   192.0.2.2',
  'root.test.      A   192.0.2.1');

export const aboveX = (...lines: readonly string[]): Zone =>
  zone('test.', 'test. NS ns.test.', 'ns.test. A 192.0.2.2', 'root.test. A 192.0.2.1', ...lines);
/** The delegation of `x.test.`, its glue, and the zone itself. */
export const CUT = ['x.test. NS ns1.x.test.', 'x.test. NS ns2.x.test.'] as const;
export const GLUE = ['ns1.x.test. A 192.0.2.11', 'ns2.x.test. A 192.0.2.12'] as const;
export const inX = (...lines: readonly string[]): Zone => zone('x.test.', ...CUT, 'x.test. MX 0 .', ...lines);
