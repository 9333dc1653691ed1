import { expect, test } from 'vitest';
import { DAY, HOUR, later, MINUTE } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { publishedOf } from '../../src/registration/registration.ts';
import { statusesOf } from '../../src/registration/statuses-of.ts';
import type { Action } from '../../src/world/action.ts';
import { askNameServer } from '../../src/world/ask.ts';
import { upcoming } from '../../src/world/befall.ts';
import { industryOf } from '../../src/world/industry.ts';
import { momentOf } from '../../src/world/until.ts';
import { newWorld, START, type World } from '../../src/world/world.ts';
import {
  aWorld,
  catalogue,
  copyNameServers,
  createZone,
  played,
  refusalOf,
  register,
  setNameServers,
  wait,
  zoneAt,
} from '../support/world.ts';

const IT = 'mine.it';
const DE = 'mine.de';
const NOBODYS = ['ns1.hover.com', 'ns2.hover.com'];
const held = played(aWorld(), register(IT, 'gandi'), register(DE, 'gandi'));
const registration = ({ registrations }: World, domain = IT) => registrations.get(name(domain))!;
const withdraw: Action = { kind: 'withdraw-update', domain: name(IT) };

/** To which name servers the registry refers whoever asks it. */
function referral(world: World, domain = IT): readonly unknown[] {
  const [server] = catalogue.tlds.get(name(domain.slice(-2)))!.nameServers;
  const reply = askNameServer(world, server!, { qname: name(domain), qtype: 'A' });
  if (reply === undefined || reply === 'timeout') return [];
  return reply.authority.flatMap(({ rdata }) => rdata.map((each) => ('nameServer' in each ? each.nameServer : each)));
}

test('a registry that checks takes name servers that all answer, as any other does', () => {
  for (const domain of [IT, DE]) {
    const moved = played(held, createZone(domain, 'dnsimple'), copyNameServers(domain, 'dnsimple'));
    expect(referral(moved, domain)).toEqual(zoneAt(moved, 'dnsimple', domain).nameServers);
    expect(statusesOf(registration(moved, domain))).not.toContain('pendingUpdate');
  }
});

test('one refuses a change of which some do not answer, and says which', () => {
  expect(refusalOf(held, setNameServers(DE, ...NOBODYS))).toEqual({
    ...{ reason: 'servers-do-not-answer', domain: name(DE) },
    nameServers: NOBODYS.map(name),
  });
  const made = played(held, createZone(DE, 'dnsimple'));
  const { nameServers } = zoneAt(made, 'dnsimple', DE);
  expect(refusalOf(made, setNameServers(DE, ...nameServers.slice(1), 'ns1.hover.com'))).toMatchObject({
    nameServers: [name('ns1.hover.com')],
  });
});

const pending = played(held, setNameServers(IT, ...NOBODYS));

test('another keeps such a change, shows pendingUpdate, and goes on with the old name servers', () => {
  expect(statusesOf(registration(pending))).toContain('pendingUpdate');
  expect(registration(pending).nameServers).toEqual(registration(held).nameServers);
  expect(referral(pending)).toEqual(registration(held).nameServers);
});

// biome-ignore format: a table reads down its columns
test.each<[string, World, Action, object]>([
  ['other name servers',      pending, setNameServers(IT, 'ns1.gandi.net', 'ns2.gandi.net'),                                        { reason: 'update-pending', until: later(START, 22 * DAY) }],
  ['a lock',                  pending, { kind: 'set-status', domain: name(IT), status: 'clientUpdateProhibited', isOn: true },      { reason: 'update-pending' }],
  ['a move',                  pending, { kind: 'transfer', domain: name(IT), registrar: 'namecheap' },                              { reason: 'update-pending' }],
  ['a withdrawal of nothing', held,    withdraw,                                                                                    { reason: 'nothing-pending' }],
])('meanwhile it refuses %s', (_, world, action, refusal) => {
  expect(refusalOf(world, action)).toMatchObject(refusal);
});

test('as things stand it gives the change up, and that is among what comes next', () => {
  expect(upcoming(played(pending, wait(3 * HOUR)))).toContainEqual({
    ...{ kind: 'name-server-check', domain: name(IT) },
    ...{ at: later(START, 22 * DAY), isTaken: false },
  });
});

const inLife: World = { ...newWorld(catalogue, START, 'as-in-life'), hostPace: 'as-in-life' };

test("at life's pace a zone that comes in time saves the change, and it is published later", () => {
  const mine = played(inLife, register(IT, 'gandi'), wait(HOUR), createZone(IT, 'route53'));
  // Told before the host's own servers have the zone: they fail, and pass two hours later.
  const early = played(mine, copyNameServers(IT, 'route53'));
  const { nameServers } = zoneAt(early, 'route53', IT);
  expect(statusesOf(registration(early))).toContain('pendingUpdate');
  const served = played(early, wait(MINUTE));
  const taken = later(mine.now, 2 * HOUR);
  expect(upcoming(served)).toContainEqual({
    ...{ kind: 'name-server-check', domain: name(IT), at: taken, isTaken: true },
  });
  expect(momentOf(served, { kind: 'published', domain: name(IT) })).toEqual({
    ...{ kind: 'moment', at: later(taken, 5 * MINUTE) },
  });
  expect(statusesOf(registration(played(served, wait(2 * HOUR - MINUTE - 1))))).toContain('pendingUpdate');
  const after = played(served, wait(2 * HOUR - MINUTE));
  expect(registration(after).nameServers).toEqual(nameServers);
  expect(publishedOf(registration(after)).nameServers).not.toEqual(nameServers);
  expect(referral(played(after, wait(5 * MINUTE)))).toEqual(nameServers);
});

test('after its time it gives the change up, and takes another', () => {
  const last = played(pending, wait(22 * DAY - 1));
  expect(statusesOf(registration(last))).toContain('pendingUpdate');
  const over = played(last, wait(1));
  expect(statusesOf(registration(over))).not.toContain('pendingUpdate');
  expect(referral(over)).toEqual(registration(held).nameServers);
  expect(statusesOf(registration(played(over, setNameServers(IT, ...NOBODYS))))).toContain('pendingUpdate');
});

test("the registrar's support has it dropped before", () => {
  const dropped = played(pending, withdraw);
  expect(statusesOf(registration(dropped))).not.toContain('pendingUpdate');
  expect(referral(dropped)).toEqual(registration(held).nameServers);
});

test('the registries that came last moved nobody else to another address', () => {
  const { addresses } = industryOf(catalogue);
  expect(addresses.get(name('ns1.hover.com'))).toBe('192.0.2.25');
  expect(new Set(addresses.values()).has('192.0.2.255')).toBe(false);
});
