import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { statusesOf } from '../../src/registration/statuses-of.ts';
import type { Action } from '../../src/world/action.ts';
import { ask } from '../../src/world/ask.ts';
import { parkingPageOf } from '../../src/world/parking.ts';
import type { World } from '../../src/world/world.ts';
import { addRecord, anAddress, aWorld, catalogue, played, register, wait } from '../support/world.ts';

const DOMAIN = 'quillcove-example.com';
const domain = name(DOMAIN);
const registrationIn = (world: World) => world.registrations.get(domain)!;
const addressIn = (world: World, resolver: string) =>
  ask(world, { qname: name(`www.${DOMAIN}`), qtype: 'A' }, resolver).answer[0]?.rdata[0];

/** Registered at a registrar that no longer renews it, and expired four days ago. */
const expiredAt = (registrar: string): World =>
  played(
    { ...aWorld(), pace: 'as-in-life' },
    register(DOMAIN, registrar),
    addRecord(DOMAIN, registrar, `shop.${DOMAIN}`, anAddress('203.0.113.7')),
    { kind: 'set-auto-renew', domain, isOn: false },
    { kind: 'set-status', domain, status: 'clientTransferProhibited', isOn: false },
    { kind: 'verify-contact', domain },
    wait(369 * DAY),
  );

test('the servers on which a domain was parked go on showing the page to whoever remembers them', () => {
  const parked = played(expiredAt('hover'), {
    kind: 'ask',
    question: { qname: name(`www.${DOMAIN}`), qtype: 'A' },
    resolver: 'isp',
  });
  const renewed = played(parked, { kind: 'renew', domain }, wait(HOUR));
  const page = { type: 'A', address: parkingPageOf(catalogue, catalogue.registrars.get('hover')!) };
  expect(registrationIn(renewed)).toMatchObject({ suspensions: [], parkedBy: ['hover'] });
  expect(ask(renewed, { qname: name(`shop.${DOMAIN}`), qtype: 'A' }, 'fresh').answer[0]?.rdata[0]).toEqual({
    ...page,
    address: '203.0.113.7',
  });
  expect(ask(renewed, { qname: name(`shop.${DOMAIN}`), qtype: 'A' }, 'isp').answer[0]?.rdata[0]).toEqual(page);
});

const moveTo = (world: World, registrar: string): World => {
  const coded = played(world, { kind: 'issue-auth-code', domain });
  const code = registrationIn(coded).authCode!;
  const approve: Action = { kind: 'end-transfer', domain, how: 'approve' };
  return played(coded, { kind: 'transfer', domain, registrar, code }, approve, wait(HOUR));
};

test('a hold for want of a renewal stays behind at the registrar that a domain leaves', () => {
  const expired = expiredAt('gandi');
  expect(statusesOf(registrationIn(expired))).toContain('clientHold');
  const moved = moveTo(expired, 'route53');
  expect(statusesOf(registrationIn(moved))).not.toContain('clientHold');
  expect(registrationIn(moved).published?.nameServers).toEqual(registrationIn(expired).nameServers);
});

test('what was parked leaves with the parking name servers, which can be replaced then', () => {
  const moved = moveTo(expiredAt('porkbun'), 'route53');
  const { nameServers, suspensions } = registrationIn(moved);
  expect(suspensions).toEqual([]);
  expect(nameServers).toEqual(catalogue.registrars.get('porkbun')!.parkingNameServers);
  expect(addressIn(moved, 'fresh')).toMatchObject({ type: 'A' });
});
