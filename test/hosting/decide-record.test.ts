import { describe, expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { name } from '../../src/dns/name.ts';
import type { Rdata } from '../../src/dns/record.ts';
import { rrsetAt, withRRset } from '../../src/dns/zone/zone.ts';
import { decideRecord, type RecordRequest } from '../../src/hosting/decide-record.ts';
import { applyHosting, type HostedZone } from '../../src/hosting/hosted-zone.ts';
import { hostOf } from '../../src/world/catalogue.ts';
import { decideNewZone } from '../../src/world/decide.ts';
import { anAddress, aWorld, catalogue, held } from '../support/world.ts';

const ORIGIN = name('mine.com');
const WWW = name('www.mine.com');
const OLD_NAME = name('old.mine.com');
const route53 = hostOf(catalogue, 'route53');
const alias: Rdata = { type: 'CNAME', target: WWW };
const mailServer: Rdata = { type: 'MX', preference: 10, exchange: WWW };
const soa = (serial: number): Rdata => ({
  ...{ type: 'SOA', mname: WWW, rname: WWW, serial, refresh: 1, retry: 1, expire: 1, minimum: 1 },
});

const hosted = aHostedZone();
function aHostedZone(): HostedZone {
  const made = decideNewZone(aWorld(), { origin: ORIGIN, host: 'route53', customer: 'Ines' }, seededRng(1));
  if (made.kind === 'refused') throw new Error(made.refusal.reason);
  const event = made.events[0]!;
  if (event.kind !== 'zone-created') throw new Error(event.kind);
  const bare = applyHosting(new Map(), event).get('Z1')!;
  const withWww = withRRset(bare.zone, {
    owner: WWW,
    ttl: 60,
    rdata: [anAddress('192.0.2.1'), anAddress('192.0.2.2')],
  });
  return { ...bare, zone: withRRset(withWww, { owner: OLD_NAME, ttl: 60, rdata: [alias] }) };
}
const [nameServer = ''] = hosted.nameServers;

const decide = (request: RecordRequest) => decideRecord(route53, hosted, request);
const add = (owner: string, rdata: Rdata, ttl?: number): RecordRequest => ({
  ...{ action: 'add', owner: name(owner), rdata },
  ...(ttl === undefined ? {} : { ttl }),
});
const change = (owner: string, rdata: Rdata, ttl?: number): RecordRequest =>
  ({ ...add(owner, rdata, ttl), action: 'change' }) as RecordRequest;
const remove = (owner: string, type: Rdata['type'], rdata?: Rdata): RecordRequest => ({
  ...{ action: 'remove', owner: name(owner), type },
  ...(rdata === undefined ? {} : { rdata }),
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a new set, at the host\'s own TTL',        add('mail.mine.com', mailServer),             { owner: 'mail.mine.com.', ttl: 300, rdata: [mailServer] }],
  ['a new set, at a TTL that is said',         add('mail.mine.com', mailServer, 5),          { owner: 'mail.mine.com.', ttl: 5, rdata: [mailServer] }],
  ['a TTL of nothing',                         add('mail.mine.com', mailServer, 0),          { owner: 'mail.mine.com.', ttl: 0, rdata: [mailServer] }],
  ['one more value, at the TTL of the set',    add('www.mine.com', anAddress('192.0.2.3')),  { owner: WWW, ttl: 60, rdata: ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map(anAddress) }],
  ['a record at the apex',                     add('mine.com', anAddress('192.0.2.3')),      { owner: ORIGIN, ttl: 300, rdata: [anAddress('192.0.2.3')] }],
  ['an alias beside none',                     add('new.mine.com', alias),                   { owner: 'new.mine.com.', ttl: 300, rdata: [alias] }],
  ['another value in place of all',            change('www.mine.com', anAddress('192.0.2.9')), { owner: WWW, ttl: 60, rdata: [anAddress('192.0.2.9')] }],
  ['another TTL for the same value',           change('www.mine.com', anAddress('192.0.2.1'), 7), { owner: WWW, ttl: 7, rdata: [anAddress('192.0.2.1')] }],
  ['another alias',                            change('old.mine.com', { type: 'CNAME', target: ORIGIN }), { owner: OLD_NAME, ttl: 60, rdata: [{ type: 'CNAME', target: ORIGIN }] }],
  ['one value of two less',                    remove('www.mine.com', 'A', anAddress('192.0.2.1')), { owner: WWW, ttl: 60, rdata: [anAddress('192.0.2.2')] }],
])('put: %s', (_, request, rrset) => {
  expect(decide(request)).toEqual({ kind: 'accepted', events: [{ kind: 'rrset-put', id: 'Z1', rrset }] });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['the whole set',       remove('www.mine.com', 'A'),                { owner: WWW, type: 'A' }],
  ['the last value',      remove('old.mine.com', 'CNAME', alias),     { owner: OLD_NAME, type: 'CNAME' }],
])('removed: %s', (_, request, gone) => {
  expect(decide(request)).toEqual({ kind: 'accepted', events: [{ kind: 'rrset-removed', id: 'Z1', ...gone }] });
});

const AT = { host: 'route53' };
const ADDRESSES = ['192.0.2.1', '192.0.2.2'];

// biome-ignore format: a table reads down its columns
test.each([
  ['a name of another zone',             add('www.other.com', mailServer),              { reason: 'outside-zone', owner: 'www.other.com.', origin: ORIGIN, ...AT }],
  ['a name that only ends the same',     add('notmine.com', mailServer),                { reason: 'outside-zone', owner: 'notmine.com.', origin: ORIGIN, ...AT }],
  ['the removal of one',                 remove('www.other.com', 'A'),                  { reason: 'outside-zone', owner: 'www.other.com.', origin: ORIGIN, ...AT }],
  ['a TTL below nothing',                add('www.mine.com', mailServer, -1),           { reason: 'ttl-out-of-range', ttl: -1, most: 2 ** 31 - 1, ...AT }],
  ['a TTL of half a second',             add('www.mine.com', mailServer, 0.5),          { reason: 'ttl-out-of-range', ttl: 0.5, most: 2 ** 31 - 1, ...AT }],
  ['a TTL beyond RFC 2181',              change('www.mine.com', mailServer, 2 ** 31),   { reason: 'ttl-out-of-range', ttl: 2 ** 31, most: 2 ** 31 - 1, ...AT }],
  ['an SOA below the apex',              add('sub.mine.com', soa(1)),                   { reason: 'soa-outside-apex', owner: 'sub.mine.com.', origin: ORIGIN, ...AT }],
  ['an alias at the apex',               add('mine.com', alias),                        { reason: 'cname-at-apex', origin: ORIGIN, ...AT }],
  ['an alias beside addresses',          add('www.mine.com', alias),                    { reason: 'cname-and-other-data', owner: WWW, present: ['A'], ...AT }],
  ['an alias in place of addresses',     change('www.mine.com', alias),                 { reason: 'cname-and-other-data', owner: WWW, present: ['A'], ...AT }],
  ['an address beside an alias',         add('old.mine.com', anAddress('192.0.2.1')),   { reason: 'cname-and-other-data', owner: OLD_NAME, present: ['CNAME'], ...AT }],
  ['the same value once more',           add('www.mine.com', anAddress('192.0.2.2')),   { reason: 'record-exists', owner: WWW, type: 'A', value: '192.0.2.2', ...AT }],
  ['a second alias',                     add('old.mine.com', { type: 'CNAME', target: ORIGIN }), { reason: 'record-exists', owner: OLD_NAME, type: 'CNAME', value: 'www.mine.com.', ...AT }],
  ['a second SOA',                       add('mine.com', soa(2)),                       { reason: 'record-exists', owner: ORIGIN, type: 'SOA', value: expect.stringContaining(' 1 7200 900 1209600 86400'), ...AT }],
  ['a change of what is not there',      change('www.mine.com', mailServer),            { reason: 'no-such-record', owner: WWW, type: 'MX', values: [], ...AT }],
  ['the removal of a set not there',     remove('www.mine.com', 'MX'),                  { reason: 'no-such-record', owner: WWW, type: 'MX', values: [], ...AT }],
  ['the removal of a value not there',   remove('www.mine.com', 'A', anAddress('192.0.2.9')), { reason: 'no-such-record', owner: WWW, type: 'A', values: ADDRESSES, ...AT }],
  ['the removal of the SOA',             remove('mine.com', 'SOA'),                     { reason: 'apex-record-needed', origin: ORIGIN, type: 'SOA', ...AT }],
  ['the removal of all apex NS',         remove('mine.com', 'NS'),                      { reason: 'apex-record-needed', origin: ORIGIN, type: 'NS', ...AT }],
])('refused: %s', (_, request, refusal) => {
  expect(decide(request)).toEqual({ kind: 'refused', refusal });
});

describe('the zone itself', () => {
  test('loses one apex name server of four when asked', () => {
    const decision = decide(remove('mine.com', 'NS', { type: 'NS', nameServer: name(nameServer) }));
    expect(decision).toMatchObject({ kind: 'accepted', events: [{ kind: 'rrset-put', rrset: { ttl: 172_800 } }] });
  });

  test('is changed by the event and not by the decision', () => {
    const before = held(hosted.zone);
    const decision = decide(remove('www.mine.com', 'A'));
    expect(held(hosted.zone)).toEqual(before);
    const zones = new Map([[hosted.id, hosted]]);
    const then = decision.kind === 'accepted' ? applyHosting(zones, decision.events[0]!) : zones;
    expect(rrsetAt(then.get('Z1')!.zone, WWW, 'A')).toBeUndefined();
    expect(held(zones.get('Z1')!.zone)).toEqual(before);
  });

  test('is not there for an event after its deletion: a bug', () => {
    const gone = applyHosting(new Map([[hosted.id, hosted]]), { kind: 'zone-deleted', id: 'Z1' });
    expect(() => applyHosting(gone, { kind: 'rrset-removed', id: 'Z1', owner: WWW, type: 'A' })).toThrow('Z1');
  });
});
