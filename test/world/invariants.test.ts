import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { parentOf } from '../../src/dns/name.ts';
import type { HostedZone } from '../../src/hosting/hosted-zone.ts';
import { publication } from '../../src/registration/publication.ts';
import { accountOf, personOf, publishedOf } from '../../src/registration/registration.ts';
import { type Action, decide } from '../../src/world/action.ts';
import { replay } from '../../src/world/apply.ts';
import { askNameServer } from '../../src/world/ask.ts';
import type { WorldEvent } from '../../src/world/event.ts';
import { newWorld, type Pace, START, type World } from '../../src/world/world.ts';
import { aimed, anyAction } from '../support/any-action.ts';
import { catalogue } from '../support/world.ts';

type Kinds = readonly Action['kind'][];

/** What those do who let a domain lead elsewhere, or nowhere, or back; and time, by which it ends and moves. */
const HOLDING: Kinds = [
  'suspend',
  'verify-contact',
  'ask-release',
  'renew',
  'renew-card',
  'restore',
  'set-contact',
  'wait',
];
const LEAVING: Kinds = ['transfer', 'end-transfer', 'set-tag', 'wait'];
const ENDING: Kinds = ['delete-registration', 'restore', 'wait'];
const DELEGATING: Kinds = ['register', 'set-name-servers', 'copy-name-servers', 'white-label'];
const PUBLISHING: Kinds = [
  ...[...DELEGATING, ...HOLDING, ...LEAVING, ...ENDING],
  ...(['set-ds', 'copy-ds', 'put-host', 'set-status', 'impose-status'] as const),
];

/** Who may cause what: for each kind of event the actions that it may come of, and none else. */
const CAUSES: Readonly<Record<WorldEvent['kind'], Kinds>> = {
  'domain-registered': ['register'],
  'domain-renewed': ['renew', 'wait'],
  'name-servers-submitted': [...DELEGATING, ...HOLDING],
  'update-pending': ['set-name-servers', 'copy-name-servers', 'white-label'],
  'update-ended': ['withdraw-update', 'wait'],
  'delegation-published': PUBLISHING,
  'ds-submitted': ['set-ds', 'copy-ds'],
  'ds-published': PUBLISHING,
  'host-submitted': ['put-host', 'white-label'],
  'host-withdrawn': ['put-host'],
  'glue-published': PUBLISHING,
  'publication-due': PUBLISHING,
  'status-set': ['set-status', 'impose-status', ...LEAVING],
  'status-lifted': ['set-status', 'impose-status', ...LEAVING],
  'period-began': ['register', 'renew', ...LEAVING, ...ENDING],
  'period-ended': ['renew', ...LEAVING, ...ENDING],
  'auto-renew-set': ['set-auto-renew', 'wait'],
  'card-declined': ['decline-card'],
  'card-renewed': ['renew-card'],
  'contact-changed': ['set-contact'],
  'contact-verified': ['verify-contact'],
  'domain-suspended': ['suspend', 'wait'],
  'suspension-lifted': [...HOLDING, ...LEAVING],
  'domain-expired': ['wait'],
  'domain-deleted': ['delete-registration', 'wait'],
  'domain-restored': ['restore'],
  'domain-released': ['delete-registration', 'wait'],
  'auth-code-issued': ['issue-auth-code'],
  'tag-changed': ['set-tag'],
  'tag-reverted': ['wait'],
  'transfer-requested': ['transfer'],
  'transfer-ended': LEAVING,
  'registrar-changed': LEAVING,
  'account-changed': ['move-account', 'end-offer'],
  'account-offered': ['offer-account'],
  'account-offer-ended': ['end-offer', 'wait'],
  'zone-created': ['create-zone', 'register'],
  'zone-deleted': ['delete-zone', 'wait', 'set-name-servers', 'copy-name-servers', 'white-label', ...LEAVING],
  'account-closed': ['close-account', 'suspend-account'],
  'account-reopened': ['reopen-account'],
  'account-deleted': ['wait'],
  'network-associated': ['associate-network'],
  'network-disassociated': ['disassociate-network'],
  'zone-signed': ['sign-zone'],
  'zone-unsigned': ['unsign-zone'],
  'rrset-put': ['put-record', 'white-label'],
  'rrset-removed': ['put-record'],
  'alias-put': ['put-alias', 'put-record'],
  'alias-removed': ['remove-alias'],
  'serial-raised': ['white-label', 'put-record', 'put-alias', 'remove-alias', 'sign-zone', 'unsign-zone'],
  'zone-published': ['wait'],
  'zone-unpublished': ['wait'],
  'delegation-set-deleted': ['delete-delegation-set'],
  'delegation-set-created': ['create-zone', 'reuse-name-servers', 'white-label'],
  paid: ['register', 'create-zone', 'renew', 'restore', 'delete-registration', ...LEAVING],
  'zone-charged': ['create-zone', 'wait'],
  'queries-charged': ['wait'],
  'clock-moved': ['wait'],
  'question-asked': ['ask'],
};

const actor = fc.constantFrom('Ines', 'Ines', 'Ines', 'Ines', 'Ravi', 'Mira');
const deeds = fc.array(fc.tuple(actor, anyAction, fc.option(fc.nat(), { freq: 5 })), {
  minLength: 200,
  maxLength: 200,
  size: 'max',
});

test('whatever two hundred actions do, every party keeps to its part, and nothing comes before its time', {
  timeout: 240_000,
}, () => {
  const happened = new Set<string>();
  fc.assert(
    fc.property(deeds, fc.constantFrom<Pace>('at-once', 'as-in-life'), fc.integer(), (list, pace, seed) => {
      const start: World = { ...newWorld(catalogue, START, pace), hostPace: pace };
      const rng = seededRng(seed);
      let world = start;
      let undone = start;
      for (const [place, [who, wanted, at]] of list.entries()) {
        const action = at === null ? wanted : aimed(world, who, wanted, at);
        const decision = decide(world, who, action, rng);
        const events = decision.kind === 'accepted' ? decision.events : [];
        const then = replay(world, events);
        for (const { kind } of events) happened.add(kind);
        causedByThoseWhoMay(action, events);
        if (!isImposed(action)) touchesOnlyTheirs(world, then, who, events);
        comesInOrder(world, then, events);
        world = then;
        if (place === 120) undone = world;
      }
      registriesHaveWhatWasSent(world);
      zonesAboveAreUpToDate(world);
      ledgerComesToNothing(world);
      // Nothing was changed in place, by a refusal or otherwise, if the history alone makes the same world again.
      expect(replay(start, world.history)).toEqual(world);
      expect(replay(start, world.history.slice(0, undone.history.length))).toEqual(undone);
    }),
    { numRuns: 200, seed: 20_261_126 },
  );
  // It is a test of these things only if they happen.
  expect(Object.keys(CAUSES).filter((kind) => !happened.has(kind))).toEqual([]);
});

const isImposed = ({ kind }: Action): boolean =>
  kind === 'wait' || kind === 'suspend' || kind === 'impose-status' || kind === 'decline-card';

function causedByThoseWhoMay({ kind }: Action, events: readonly WorldEvent[]): void {
  for (const event of events) expect(CAUSES[event.kind], `${event.kind} comes of ${kind}`).toContain(kind);
}

/** What somebody does changes nothing of anybody else's, and is paid for by nobody else. */
function touchesOnlyTheirs(before: World, then: World, who: string, events: readonly WorldEvent[]): void {
  for (const [domain, held] of before.registrations)
    if (personOf(accountOf(held)) !== who) expect(then.registrations.get(domain)).toBe(held);
  for (const [id, zone] of before.hostedZones)
    if (personOf(zone.customer) !== who && !isDropped(then, zone)) expect(then.hostedZones.get(id)).toBe(zone);
  for (const event of events) {
    if (event.kind === 'zone-created') expect(personOf(event.customer)).toBe(who);
    if (event.kind === 'domain-registered') expect(personOf(accountOf(event.registration))).toBe(who);
    if (event.kind === 'paid' && event.payment.from.kind === 'registrant') expect(event.payment.from.id).toBe(who);
  }
}

/** Some hosts drop a zone of whomever by themselves, once its domain is led elsewhere. */
const isDropped = ({ hostedZones }: World, { id, host }: HostedZone): boolean =>
  !hostedZones.has(id) && catalogue.hosts.get(host)?.keepsZoneAfterMove === false;

/** Time goes forward only, and whatever has happened did so by now. */
function comesInOrder(before: World, then: World, events: readonly WorldEvent[]): void {
  let { now } = before;
  for (const event of events) {
    if (event.kind === 'clock-moved') {
      expect(event.to).toBeGreaterThanOrEqual(now);
      now = event.to;
    }
    if (event.kind === 'paid') expect(event.payment.at).toBe(now);
    if ('at' in event && event.kind !== 'publication-due') expect(event.at).toBe(now);
  }
  expect(then.now).toBe(now);
}

/** The name servers at the registry are those that the registrar of that moment last sent for this registration. */
function registriesHaveWhatWasSent({ registrations, history }: World): void {
  const sponsors = new Map<string, string>();
  const sent = new Map<string, readonly string[]>();
  for (const event of history) {
    if (event.kind === 'domain-registered') {
      sponsors.set(event.registration.domain, event.registration.registrar);
      sent.set(event.registration.domain, event.registration.nameServers);
    }
    if (event.kind === 'registrar-changed') sponsors.set(event.domain, event.registrar);
    if (event.kind === 'domain-released') sponsors.delete(event.domain);
    if (event.kind === 'name-servers-submitted' && sponsors.has(event.domain)) {
      expect(event.registrar).toBe(sponsors.get(event.domain));
      sent.set(event.domain, event.nameServers);
    }
  }
  for (const { domain, nameServers, registrar } of registrations.values()) {
    expect(nameServers).toEqual(sent.get(domain));
    expect(registrar).toBe(sponsors.get(domain));
  }
}

/** What stands in the zone above is what belongs there, unless the registry is still to publish it; and that is what is answered. */
function zonesAboveAreUpToDate(world: World): void {
  for (const registration of world.registrations.values()) {
    const { domain, publishesAt } = registration;
    if (publishesAt === undefined) expect(publication(registration)).toEqual([]);
    else expect(publishesAt).toBeGreaterThan(world.now);
    const { nameServers } = publishedOf(registration);
    const [above] = catalogue.tlds.get(parentOf(domain)!)?.nameServers ?? [];
    const reply = askNameServer(world, above!, { qname: domain, qtype: 'A' });
    if (nameServers.length === 0) expect(reply).toMatchObject({ rcode: 'NXDOMAIN' });
    else
      expect(reply).toMatchObject({
        authority: [{ owner: domain, rdata: nameServers.map((nameServer) => ({ nameServer })) }],
      });
  }
}

/** What one pays another gets; amounts are whole cents and never less than nothing. */
function ledgerComesToNothing({ ledger, now }: World): void {
  const balances = new Map<string, number>();
  const book = ({ kind, id }: { kind: string; id: string }, cents: number) =>
    balances.set(`${kind} ${id}`, (balances.get(`${kind} ${id}`) ?? 0) + cents);
  for (const { from, to, amount, at } of ledger) {
    expect(Number.isInteger(amount) && amount >= 0).toBe(true);
    expect(at).toBeLessThanOrEqual(now);
    book(from, -amount);
    book(to, amount);
  }
  expect([...balances.values()].reduce((sum, cents) => sum + cents, 0)).toBe(0);
}
