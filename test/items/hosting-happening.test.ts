import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { type HostingHappening, toHostingAction } from '../../src/items/hosting-happening.ts';
import type { Cast } from '../../src/scenario/cast.ts';

const DOMAIN = name('mine.com');
const WWW = name('www.mine.com');
const cast = { registrant: 'Ines', domain: DOMAIN, registrar: 'hover', host: 'route53', oldHost: 'gandi' } as Cast;
const A = { type: 'A', address: '203.0.113.9' };
const zone = { origin: DOMAIN, host: 'route53' };

// biome-ignore format: a table reads down its columns
test.each([
  ['create-zone',   'host',                                { kind: 'create-zone', ...zone }],
  ['create-zone',   'host account=work',                   { kind: 'create-zone', ...zone, account: 'work' }],
  ['create-zone',   'host set=new',                        { kind: 'create-zone', ...zone, delegationSet: 'new' }],
  ['white-label',   'host zone=Z2',                        { kind: 'white-label', ...zone, id: 'Z2' }],
  ['delete-set',    'host set=N1',                         { kind: 'delete-delegation-set', host: 'route53', set: 'N1' }],
  ['reuse-name-servers', 'host zone=Z2',                   { kind: 'reuse-name-servers', ...zone, id: 'Z2' }],
  ['delete-zone',   'old-host zone=Z2',                    { kind: 'delete-zone', origin: DOMAIN, host: 'gandi', id: 'Z2' }],
  ['delegate-to',   'host account=work zone=Z2',           { kind: 'copy-name-servers', domain: DOMAIN, host: 'route53', id: 'Z2', zoneAccount: 'work' }],
  ['close-account', 'host',                                { kind: 'close-account', host: 'route53' }],
  ['reopen-account', 'host account=work',                  { kind: 'reopen-account', host: 'route53', account: 'work' }],
  ['suspend-account', 'old-host',                          { kind: 'suspend-account', host: 'gandi' }],
  ['sign-zone',     'host',                                { kind: 'sign-zone', ...zone }],
  ['unsign-zone',   'host',                                { kind: 'unsign-zone', ...zone }],
  ['add-record',    'host www.mine.com A 203.0.113.9',     { kind: 'put-record', ...zone, request: { action: 'add', owner: WWW, rdata: A } }],
  ['change-record', 'host ttl=60 account=work www.mine.com A 203.0.113.9', { kind: 'put-record', ...zone, account: 'work', request: { action: 'change', owner: WWW, rdata: A, ttl: 60 } }],
  ['remove-record', 'host www.mine.com A',                 { kind: 'put-record', ...zone, request: { action: 'remove', owner: WWW, type: 'A' } }],
  ['remove-record', 'host www.mine.com A 203.0.113.9',     { kind: 'put-record', ...zone, request: { action: 'remove', owner: WWW, type: 'A', rdata: A } }],
  ['create-private-zone',  'host',                         { kind: 'create-zone', ...zone, network: 'vpc' }],
  ['create-private-zone',  'host network=office account=work', { kind: 'create-zone', ...zone, network: 'office', account: 'work' }],
  ['associate-network',    'host zone=Z2 network=lab',     { kind: 'associate-network', ...zone, id: 'Z2', network: 'lab' }],
  ['add-alias',            'host mine.com www.mine.com',   { kind: 'put-alias', ...zone, owner: DOMAIN, target: WWW }],
  ['remove-alias',         'host mine.com',                { kind: 'remove-alias', ...zone, owner: DOMAIN }],
  ['disassociate-network', 'host network=lab',             { kind: 'disassociate-network', ...zone, network: 'lab' }],
] as const)('%s: %s', (what: HostingHappening, words, action) => {
  expect(toHostingAction(what, words.split(' '), cast)).toEqual({ ok: true, value: action });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['create-zone',   'registrar',                 '`create-zone: registrar` is not `host` or `old-host`'],
  ['delete-set',    'host',                      '`delete-set` takes `host` or `old-host` and a set'],
  ['add-record',    'registrar www.mine.com A 203.0.113.9', '`add-record` takes `host` or `old-host`, a name, a type and a value'],
  ['add-record',    'host www.mine.com',         '`add-record` takes `host` or `old-host`, a name, a type and a value'],
  ['add-record',    'host www.mine.com A hello', '`hello` is not the data of a A record'],
] as const)('%s: %s is unreadable', (what: HostingHappening, words, problem) => {
  expect(toHostingAction(what, words.split(' '), cast)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
});
