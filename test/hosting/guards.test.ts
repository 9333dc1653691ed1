import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { makeZone } from '../../src/dns/zone/zone.ts';
import { decideRecord } from '../../src/hosting/decide-record.ts';
import type { DnsHost } from '../../src/hosting/dns-host.ts';
import type { HostedZone } from '../../src/hosting/hosted-zone.ts';
import { hostOf } from '../../src/world/catalogue.ts';
import type { World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  aWorld,
  catalogue,
  copyNameServers,
  createZone,
  deleteZone,
  played,
  refusalOf,
  register,
  zoneAt,
} from '../support/world.ts';

const DOMAIN = 'mine.com';
const WEEK = 604_800;
const at = (host: string) => ({ origin: name(DOMAIN), host });

/** A signed domain at a host, with its DS at the registry. */
function signed(host: string): World {
  const held = played(aWorld(), register(DOMAIN, 'porkbun'), createZone(DOMAIN, host));
  return played(
    held,
    copyNameServers(DOMAIN, host),
    { kind: 'sign-zone', ...at(host) },
    { kind: 'copy-ds', domain: name(DOMAIN), host },
  );
}
const route53 = signed('route53');
const withdrawn = played(route53, { kind: 'set-ds', domain: name(DOMAIN), ds: [] });

test('Route 53 keeps signing while the zone above has a DS of its key, and not a moment longer', () => {
  expect(refusalOf(route53, { kind: 'unsign-zone', ...at('route53') })).toMatchObject({ reason: 'ds-at-parent' });
  expect(refusalOf(withdrawn, { kind: 'unsign-zone', ...at('route53') })).toBeUndefined();
});

test('another key named above is no concern of the zone', () => {
  const again = played(withdrawn, { kind: 'unsign-zone', ...at('route53') }, createZone(DOMAIN, 'route53'));
  const id = zoneAt(again, 'porkbun', DOMAIN).id === 'Z1' ? 'Z3' : '';
  const both = played(
    again,
    { kind: 'sign-zone', ...at('route53'), id },
    { kind: 'copy-ds', domain: name(DOMAIN), host: 'route53', id },
  );
  const first = played(both, { kind: 'sign-zone', ...at('route53'), id: 'Z2' });
  expect(refusalOf(first, { kind: 'unsign-zone', ...at('route53'), id: 'Z2' })).toBeUndefined();
  expect(refusalOf(first, { kind: 'unsign-zone', ...at('route53'), id })).toMatchObject({ reason: 'ds-at-parent' });
});

test('other hosts never ask, and the failure is there to be had', () => {
  expect(refusalOf(signed('dnsimple'), { kind: 'unsign-zone', ...at('dnsimple') })).toBeUndefined();
});

test('Route 53 deletes no zone that it signs', () => {
  expect(refusalOf(withdrawn, deleteZone(DOMAIN, 'route53'))).toMatchObject({ reason: 'zone-still-signed' });
  expect(refusalOf(signed('dnsimple'), deleteZone(DOMAIN, 'dnsimple'))).toBeUndefined();
});

test('a private zone is not signed', () => {
  const inside = played(aWorld(), { kind: 'create-zone', ...at('route53'), network: 'vpc' });
  expect(refusalOf(inside, { kind: 'sign-zone', ...at('route53') })).toMatchObject({ reason: 'private-not-signed' });
});

const record = (ttl: number) => addRecord(DOMAIN, 'route53', 'www.mine.com', anAddress('203.0.113.1'), ttl);
test('a signed zone at Route 53 has no TTL above a week', () => {
  expect(refusalOf(route53, record(WEEK + 1))).toMatchObject({
    reason: 'ttl-out-of-range',
    most: WEEK,
    isForSigned: true,
  });
  expect(refusalOf(route53, record(WEEK))).toBeUndefined();
  const unsigned = played(aWorld(), createZone(DOMAIN, 'route53'), record(WEEK + 1));
  expect(refusalOf(unsigned, { kind: 'sign-zone', ...at('route53') })).toMatchObject({
    ...{ reason: 'ttls-too-long', most: WEEK, records: ['www.mine.com. A'] },
  });
});

const small: DnsHost = {
  ...hostOf(catalogue, 'route53'),
  most: { zones: 2, records: 3, values: 2, delegationSets: 1, zonesOnSet: 1 },
};
const smallWorld: World = {
  ...aWorld(),
  catalogue: { ...catalogue, hosts: new Map([...catalogue.hosts, ['route53', small]]) },
};

test('an account has so many zones, and another account has as many again', () => {
  const full = played(smallWorld, createZone('a.com', 'route53'), createZone('b.com', 'route53'));
  expect(refusalOf(full, createZone('c.com', 'route53'))).toMatchObject({ reason: 'zone-quota', most: 2 });
  expect(
    refusalOf(full, { kind: 'create-zone', origin: name('c.com'), host: 'route53', account: 'work' }),
  ).toBeUndefined();
  expect(refusalOf(full, createZone('c.com', 'cloudflare'))).toBeUndefined();
});

test('a set has so many values, and a zone so many records; a change needs no room', () => {
  const zone = makeZone(name(DOMAIN), [
    { owner: name(DOMAIN), ttl: 60, rdata: [anAddress('192.0.2.1'), anAddress('192.0.2.2')] },
    { owner: name('a.mine.com'), ttl: 60, rdata: [anAddress('192.0.2.1')] },
  ]);
  const hosted = { id: 'Z1', host: 'route53', customer: 'Ines', nameServers: [], zone } as unknown as HostedZone;
  const put = (action: 'add' | 'change', owner: string) =>
    decideRecord(small, hosted, { action, owner: name(owner), rdata: anAddress('192.0.2.9') });
  expect(put('add', DOMAIN)).toMatchObject({ refusal: { reason: 'value-quota', most: 2 } });
  expect(put('add', 'a.mine.com')).toMatchObject({ refusal: { reason: 'record-quota', most: 3 } });
  expect(put('change', 'a.mine.com')).toMatchObject({ kind: 'accepted' });
});

test('what Route 53 says of itself', () => {
  expect(hostOf(catalogue, 'route53').most).toEqual({
    zones: 500,
    records: 10_000,
    values: 400,
    delegationSets: 100,
    zonesOnSet: 100,
  });
});
