import { expect, test } from 'vitest';
import { DAY, later, MINUTE } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import type { Action } from '../../src/world/action.ts';
import { askNameServer } from '../../src/world/ask.ts';
import { upcoming } from '../../src/world/befall.ts';
import { START, type World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  aWorld,
  copyNameServers,
  createZone,
  deleteZone,
  payments,
  played,
  refusalOf,
  register,
  setNameServers,
  wait,
  zoneAt,
} from '../support/world.ts';

const DOMAIN = 'mine.com';
const account = (kind: 'close-account' | 'reopen-account' | 'suspend-account', host = 'route53'): Action => ({
  kind,
  host,
});
const led = played(
  aWorld(),
  register(DOMAIN, 'hover'),
  createZone(DOMAIN, 'route53'),
  addRecord(DOMAIN, 'route53', 'www.mine.com', anAddress('203.0.113.1')),
  copyNameServers(DOMAIN, 'route53'),
);
const { nameServers } = zoneAt(led, 'route53', DOMAIN);
const closed = played(led, account('close-account'));

/** What the zone's servers say of www: whether they have an answer. */
function said(world: World): unknown {
  const reply = askNameServer(world, nameServers[0]!, { qname: name('www.mine.com'), qtype: 'A' });
  if (reply === undefined || reply === 'timeout' || reply.rcode === 'REFUSED') return 'nothing';
  return reply.answer.length > 0 ? 'answer' : reply.rcode;
}

test('nobody is answered from the zones of a closed account, and of one that was not paid', () => {
  expect(said(led)).toBe('answer');
  expect(said(closed)).toBe('nothing');
  expect(said(played(led, account('suspend-account')))).toBe('nothing');
  expect(zoneAt(closed, 'hover', DOMAIN)).toBeDefined();
});

// biome-ignore format: a table reads down its columns
test.each<[string, World, Action, object]>([
  ['another zone there',           closed, createZone('ours.com', 'route53'),                                        { reason: 'account-closed', because: 'closed', deletesAt: later(START, 90 * DAY) }],
  ['a record there',               closed, addRecord(DOMAIN, 'route53', 'a.mine.com', anAddress('203.0.113.2')),     { reason: 'account-closed' }],
  ['the name servers from there',  closed, copyNameServers(DOMAIN, 'route53'),                                       { reason: 'account-closed' }],
  ['a zone to be deleted there',   closed, deleteZone(DOMAIN, 'route53'),                                            { reason: 'account-closed' }],
  ['to be closed once more',       closed, account('close-account'),                                                 { reason: 'account-closed' }],
  ['to be opened though it is',    led,    account('reopen-account'),                                                { reason: 'account-open' }],
  ['to be closed with nothing',    led,    account('close-account', 'dnsimple'),                                     { reason: 'no-account' }],
])('refused: %s', (_, world, action, refusal) => {
  expect(refusalOf(world, action)).toMatchObject(refusal);
});

test('an account of the same host that is not closed goes on', () => {
  const work = played(closed, { kind: 'create-zone', origin: name('ours.com'), host: 'route53', account: 'work' });
  expect([...work.hostedZones.values()].map(({ customer }) => customer)).toContain('Ines/work');
});

test('opened again in time, its zones answer as before', () => {
  const open = played(closed, wait(90 * DAY - MINUTE), account('reopen-account'));
  expect(said(open)).toBe('answer');
  expect(refusalOf(open, addRecord(DOMAIN, 'route53', 'a.mine.com', anAddress('203.0.113.2')))).toBeUndefined();
  expect(said(played(open, wait(10 * DAY)))).toBe('answer');
});

test('after ninety days at Route 53 it is deleted with its zones, and does not come back', () => {
  const due = { kind: 'account-deletion', at: later(START, 90 * DAY), host: 'route53', customer: 'Ines' };
  expect(upcoming(closed)).toContainEqual(due);
  const before = played(closed, wait(90 * DAY - 1));
  expect(zoneAt(before, 'route53', DOMAIN)).toBeDefined();
  const gone = played(before, wait(1));
  expect([...gone.hostedZones.values()].map(({ host }) => host)).toEqual(['hover']);
  expect(refusalOf(gone, account('reopen-account'))).toMatchObject({ reason: 'account-open' });
  expect(refusalOf(gone, createZone(DOMAIN, 'route53'))).toBeUndefined();
});

test('a closed account costs nothing', () => {
  const toRoute53 = (world: World) => payments(world).filter((line) => /route53/.test(line)).length;
  const year = played(closed, wait(80 * DAY));
  expect(toRoute53(year)).toBe(toRoute53(closed));
  expect(toRoute53(played(led, wait(80 * DAY)))).toBeGreaterThan(toRoute53(led));
});

const both = played(aWorld(), register(DOMAIN, 'route53'));
const shut = played(both, account('close-account'));
const renew: Action = { kind: 'renew', domain: name(DOMAIN) };
const held = (world: World) => world.registrations.get(name(DOMAIN));

test('a company that is registrar too does nothing for the domains of that account', () => {
  expect(refusalOf(shut, renew)).toMatchObject({ reason: 'account-closed', host: 'route53' });
  expect(refusalOf(shut, setNameServers(DOMAIN, 'ns1.hover.com', 'ns2.hover.com'))).toMatchObject({
    reason: 'account-closed',
  });
  expect(refusalOf(shut, renew, 'Ravi')).toMatchObject({ reason: 'not-your-domain' });
  expect(refusalOf(played(shut, account('reopen-account')), renew)).toBeUndefined();
  expect(refusalOf(closed, renew), 'at another company').toBeUndefined();
});

test('nor does it renew them, though it was told to', () => {
  const year = 366 * DAY;
  expect(held(played(both, wait(year)))?.expiredAt).toBeUndefined();
  expect(held(played(shut, wait(year)))?.expiredAt).toBeDefined();
  const back = played(shut, wait(80 * DAY), account('reopen-account'), wait(year - 80 * DAY));
  expect(held(back)?.expiredAt).toBeUndefined();
});
