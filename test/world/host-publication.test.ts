import { expect, test } from 'vitest';
import { later, MINUTE, SECOND } from '../../src/base/time.ts';
import { type Name, name } from '../../src/dns/name.ts';
import { isOfType } from '../../src/dns/record.ts';
import { rrsetAt } from '../../src/dns/zone/zone.ts';
import { servedZone } from '../../src/hosting/hosted-zone.ts';
import { nextSerial } from '../../src/hosting/serial.ts';
import type { Action } from '../../src/world/action.ts';
import { askNameServer } from '../../src/world/ask.ts';
import { upcoming } from '../../src/world/befall.ts';
import { momentOf } from '../../src/world/until.ts';
import { newWorld, START, type World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  aWorld,
  catalogue,
  createZone,
  deleteZone,
  played,
  wait,
  zoneAt,
} from '../support/world.ts';

const DOMAIN = 'mine.com';
const WWW = name('www.mine.com');
const inLife: World = { ...newWorld(catalogue, START, 'as-in-life'), hostPace: 'as-in-life' };
const put = (address: string) => addRecord(DOMAIN, 'route53', 'www.mine.com', anAddress(address));
const created = played(inLife, createZone(DOMAIN, 'route53'));

/** What the zone's own servers say of www: its addresses, or the response code. */
function said(world: World): unknown {
  const [server] = zoneAt(world, 'route53', DOMAIN).nameServers;
  const reply = askNameServer(world, server!, { qname: WWW, qtype: 'A' });
  if (reply === undefined || reply === 'timeout') return reply;
  const found = reply.answer
    .filter((set) => isOfType(set, 'A'))
    .flatMap(({ rdata }) => rdata.map(({ address }) => address));
  return found.length > 0 ? found : reply.rcode;
}
const inDatabase = (world: World) => rrsetAt(zoneAt(world, 'route53', DOMAIN).zone, WWW, 'A')?.rdata.length ?? 0;

test('a new zone is at the host at once, and on its servers a minute later', () => {
  expect(servedZone(zoneAt(created, 'route53', DOMAIN))).toBeUndefined();
  expect(said(created)).toBe('REFUSED');
  expect(said(played(created, wait(MINUTE - 1)))).toBe('REFUSED');
  expect(said(played(created, wait(MINUTE)))).toBe('NXDOMAIN');
});

test('a change is in the database at once, and answered a minute later', () => {
  const changed = played(created, wait(MINUTE), put('203.0.113.1'));
  expect([inDatabase(changed), said(changed)]).toEqual([1, 'NXDOMAIN']);
  expect(said(played(changed, wait(MINUTE - 1)))).toBe('NXDOMAIN');
  expect(said(played(changed, wait(MINUTE)))).toEqual(['203.0.113.1']);
});

test('changes after each other come one after the other', () => {
  const two = played(created, wait(MINUTE), put('203.0.113.1'), wait(20 * SECOND), put('203.0.113.2'));
  expect(inDatabase(two)).toBe(2);
  expect(said(played(two, wait(39 * SECOND)))).toBe('NXDOMAIN');
  expect(said(played(two, wait(40 * SECOND)))).toEqual(['203.0.113.1']);
  expect(said(played(two, wait(59 * SECOND)))).toEqual(['203.0.113.1']);
  const whole = played(two, wait(60 * SECOND));
  expect(said(whole)).toEqual(['203.0.113.1', '203.0.113.2']);
  expect(zoneAt(whole, 'route53', DOMAIN)).not.toHaveProperty('pending');
});

test('what is on its way is among what comes next', () => {
  expect(upcoming(created)[0]).toEqual({ kind: 'zone-publication', at: later(START, MINUTE), id: 'Z1' });
});

test('a zone that is deleted meanwhile is simply gone', () => {
  const gone = played(created, deleteZone(DOMAIN, 'route53'), wait(MINUTE));
  expect(gone.hostedZones.size).toBe(0);
});

const noWww: Action = {
  ...{ kind: 'put-record', origin: name(DOMAIN), host: 'route53' },
  request: { action: 'remove', owner: WWW, type: 'A' },
};
/** What a server that the zone was on says of www, whoever has a zone there now; `nothing` where it has none of that name. */
function saidBy(server: Name | undefined, world: World): unknown {
  const reply = askNameServer(world, server!, { qname: WWW, qtype: 'A' });
  if (reply === undefined || reply === 'timeout' || reply.rcode === 'REFUSED') return 'nothing';
  return reply.answer.length > 0 ? 'answer' : reply.rcode;
}

test('a zone that is deleted answers for a minute more, as its owner last changed it', () => {
  const filled = played(created, wait(MINUTE), put('203.0.113.1'), wait(MINUTE));
  const [server] = zoneAt(filled, 'route53', DOMAIN).nameServers;
  const emptied = played(filled, noWww, wait(20 * SECOND));
  const gone = played(emptied, deleteZone(DOMAIN, 'route53'));
  expect(gone.hostedZones.size).toBe(0);
  expect(saidBy(server, gone)).toBe('answer');
  expect(saidBy(server, played(gone, wait(40 * SECOND)))).toBe('NXDOMAIN');
  expect(saidBy(server, played(gone, wait(MINUTE - 1)))).toBe('NXDOMAIN');
  const after = played(gone, wait(MINUTE));
  expect(saidBy(server, after)).toBe('nothing');
  expect(after).not.toHaveProperty('leaving');
  expect(upcoming(gone).map(({ kind }) => kind)).toEqual(['zone-publication', 'zone-unpublication']);
  const at = momentOf(gone, { kind: 'published', domain: name(DOMAIN) });
  expect(at).toEqual({ kind: 'moment', at: later(gone.now, MINUTE) });
});

test('a zone that takes the place of a deleted one hides it once its servers have it', () => {
  const old = played(
    inLife,
    createZone(DOMAIN, 'dnsimple'),
    wait(MINUTE),
    deleteZone(DOMAIN, 'dnsimple'),
    wait(SECOND),
  );
  const both = played(old, createZone(DOMAIN, 'dnsimple'));
  const [server] = zoneAt(both, 'dnsimple', DOMAIN).nameServers;
  expect(saidBy(server, both)).toBe('NXDOMAIN');
  expect(saidBy(server, played(both, wait(59 * SECOND)))).toBe('nothing');
  expect(saidBy(server, played(both, wait(MINUTE)))).toBe('NXDOMAIN');
});

test('in a world where things happen at once a deleted zone is gone at once', () => {
  const made = played(aWorld(), createZone(DOMAIN, 'route53'));
  const [server] = zoneAt(made, 'route53', DOMAIN).nameServers;
  expect(saidBy(server, played(made, deleteZone(DOMAIN, 'route53')))).toBe('nothing');
});

test('in a world where things happen at once nothing is ever on its way', () => {
  const atOnce = played(aWorld(), createZone(DOMAIN, 'route53'), put('203.0.113.1'));
  expect(said(atOnce)).toEqual(['203.0.113.1']);
  expect(zoneAt(atOnce, 'route53', DOMAIN)).not.toHaveProperty('pending');
});

const serialAt = (world: World, host: string) =>
  rrsetAt(zoneAt(world, host, DOMAIN).zone, name(DOMAIN), 'SOA')?.rdata[0]?.serial;
const edit = (host: string, address: string) => addRecord(DOMAIN, host, 'www.mine.com', anAddress(address));

// biome-ignore format: a table reads down its columns
test.each([
  ['route53',    [1, 1, 1]],
  ['cloudflare', [1, 2, 3]],
  ['dnsimple',   [2026030201, 2026030202, 2026030203]],
] as const)('the serial at %s after each edit', (host, serials) => {
  const made = played(aWorld(), createZone(DOMAIN, host));
  const once = played(made, edit(host, '203.0.113.1'));
  const twice = played(once, edit(host, '203.0.113.2'));
  expect([made, once, twice].map((world) => serialAt(world, host))).toEqual(serials);
});

test('a dated serial begins again the next day', () => {
  const next = played(
    aWorld(),
    createZone(DOMAIN, 'dnsimple'),
    wait(24 * 60 * MINUTE),
    edit('dnsimple', '203.0.113.1'),
  );
  expect(serialAt(next, 'dnsimple')).toBe(2026030301);
});

test('one that counts seconds is never lower than before', () => {
  const { zone } = zoneAt(played(aWorld(), createZone(DOMAIN, 'dnsimple')), 'dnsimple', DOMAIN);
  expect(nextSerial('unix-time', zone, START)).toBe(2026030202);
  expect(nextSerial('counter', zone, START)).toBe(2026030202);
  expect(nextSerial('constant', zone, START)).toBeUndefined();
});

test('who sets the serial by hand has that one', () => {
  const soa = { type: 'SOA', mname: WWW, rname: WWW, serial: 7, refresh: 1, retry: 1, expire: 1, minimum: 1 } as const;
  const world = played(aWorld(), createZone(DOMAIN, 'cloudflare'), {
    ...{ kind: 'put-record', origin: name(DOMAIN), host: 'cloudflare' },
    request: { action: 'change', owner: name(DOMAIN), rdata: soa },
  });
  expect(serialAt(world, 'cloudflare')).toBe(7);
});
