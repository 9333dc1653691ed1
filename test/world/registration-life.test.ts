import { describe, expect, test } from 'vitest';
import { DAY, formatInstant, HOUR, later, MINUTE } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { publishedOf, type Registration } from '../../src/registration/registration.ts';
import { statusesOf } from '../../src/registration/statuses-of.ts';
import type { Action } from '../../src/world/action.ts';
import { ask, askNameServer, FRESH_RESOLVER } from '../../src/world/ask.ts';
import { upcoming } from '../../src/world/befall.ts';
import type { RegistrationAction } from '../../src/world/decide-registration.ts';
import { newWorld, START, type World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  aWorld,
  by,
  catalogue,
  copyNameServers,
  createZone,
  payments,
  played,
  refusalOf,
  register,
  setNameServers,
  wait,
} from '../support/world.ts';

const DOMAIN = name('mine.com');
const of = (world: World, domain = DOMAIN): Registration => world.registrations.get(domain)!;
const statuses = (world: World, domain = DOMAIN): string => statusesOf(of(world, domain)).join(' ');
const seen = (world: World, qname = 'www.mine.com'): string => {
  const { outcome, rcode, answer } = ask(world, { qname: name(qname), qtype: 'A' }, FRESH_RESOLVER);
  const [data] = answer.at(-1)?.rdata ?? [];
  return data && 'address' in data ? data.address : outcome === 'failure' ? 'SERVFAIL' : rcode;
};
type Distribute<Of> = Of extends unknown ? Omit<Of, 'domain'> : never;
const at = (action: Distribute<RegistrationAction>, domain = DOMAIN): Action => ({ ...action, domain }) as Action;
const inLife = (): World => newWorld(catalogue, START, 'as-in-life');

/** Who paid whom for what, but for what goes to ICANN and back. */
const paidOf = (world: World): string[] => payments(world).filter((each) => !each.includes('icann'));

/** Ines holds a domain at a registrar, with a zone there that leads www to 203.0.113.9. */
const holding = (registrar: string, domain = 'mine.com'): World =>
  played(aWorld(), register(domain, registrar), addRecord(domain, registrar, `x.${domain}`, anAddress('203.0.113.9')));
const off = at({ kind: 'set-auto-renew', isOn: false });
const X = 'x.mine.com';

describe('a term that nobody renews', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['route53', 364,  'clientTransferProhibited',                                                     '203.0.113.9'],
    ['route53', 365,  'clientTransferProhibited clientHold autoRenewPeriod',                          'NXDOMAIN'],
    ['route53', 409,  'clientTransferProhibited clientHold autoRenewPeriod',                          'NXDOMAIN'],
    ['route53', 410,  'clientTransferProhibited clientHold pendingDelete redemptionPeriod',           'NXDOMAIN'],
    ['route53', 440,  'clientTransferProhibited clientHold pendingDelete',                            'NXDOMAIN'],
    ['hover',   365,  'clientTransferProhibited autoRenewPeriod',                                     '203.0.113.9'],
    ['hover',   366,  'clientTransferProhibited autoRenewPeriod',                                     '203.0.113.202'],
    ['hover',   405,  'clientTransferProhibited pendingDelete redemptionPeriod',                      'NXDOMAIN'],
  ])('%s after %i days', (registrar, days, shown, answer) => {
    const world = played(holding(registrar), off, wait(days * DAY));
    expect(statuses(world)).toBe(shown);
    expect(seen(world, X)).toBe(answer);
  });

  test('is free again 80 days after its end, and not a second sooner', () => {
    const world = played(holding('route53'), off, wait(445 * DAY - 1000));
    expect(refusalOf(world, register('mine.com', 'hover'), 'Ravi')).toMatchObject({ reason: 'already-registered' });
    const then = played(world, wait(1000));
    expect(then.registrations.has(DOMAIN)).toBe(false);
    expect(refusalOf(then, register('mine.com', 'hover'), 'Ravi')).toBeUndefined();
  });

  test('shows a date of next year while it has expired', () => {
    const world = played(holding('route53'), off, wait(366 * DAY));
    expect(formatInstant(of(world).expiresAt)).toBe('2028-03-02 09:00:00');
    expect(of(world).expiredAt).toBe(later(START, 365 * DAY));
  });

  test('leaves the zone and its bill as they are', () => {
    const world = played(holding('route53'), off, wait(420 * DAY));
    expect([...world.hostedZones.values()].map(({ zone }) => zone.origin)).toEqual([DOMAIN]);
    expect(
      paidOf(world)
        .filter((each) => each.endsWith('zone'))
        .at(-1),
    ).toBe('04-01T00:00 Ines > route53 50 zone');
  });

  test.each(['route53', 'hover'])('renewed late at %s is as it was, at the usual price', (registrar) => {
    const late = played(holding(registrar), off, wait(380 * DAY));
    const world = played(late, at({ kind: 'renew' }));
    expect(statuses(world)).toBe('clientTransferProhibited');
    expect(seen(world, X)).toBe('203.0.113.9');
    expect(formatInstant(of(world).expiresAt)).toBe('2028-03-02 09:00:00');
    const paid = paidOf(world).filter((each) => /renewal|wholesale|refund/.test(each));
    expect(paid.map((each) => each.split(' ').slice(-1)[0])).toEqual(['wholesale', 'wholesale', 'renewal']);
  });

  test('deleted by the registrar gives the registry its year back', () => {
    const world = played(holding('route53'), off, wait(411 * DAY));
    expect(paidOf(world).filter((each) => each.includes('verisign'))).toEqual([
      '03-02T09:00 route53 > verisign 1026 wholesale',
      '03-02T09:00 route53 > verisign 1026 wholesale',
      '04-16T09:00 verisign > route53 1026 refund',
    ]);
  });
});

describe('what was deleted', () => {
  const deleted = played(holding('route53'), wait(100 * DAY), at({ kind: 'delete-registration' }));

  test('is out of the zone above at once, and comes back whole for another fee', () => {
    expect(statuses(deleted)).toBe('clientTransferProhibited pendingDelete redemptionPeriod');
    expect(seen(deleted, X)).toBe('NXDOMAIN');
    const back = played(deleted, wait(29 * DAY), at({ kind: 'restore' }));
    expect(statuses(back)).toBe('clientTransferProhibited');
    expect(seen(back, X)).toBe('203.0.113.9');
    expect(paidOf(back).slice(-3)).toEqual([
      '07-09T09:00 Ines > route53 8000 restoration',
      '07-09T09:00 Ines > route53 1500 renewal',
      '07-09T09:00 route53 > verisign 1026 wholesale',
    ]);
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['renewing',               0,       at({ kind: 'renew' }),                              { reason: 'deleted', isRedeemable: true }],
    ['other name servers',     0,       setNameServers('mine.com', 'ns1.a.org', 'ns2.a.org'), { reason: 'deleted', isRedeemable: true }],
    ['moving it away',         0,       at({ kind: 'transfer', registrar: 'hover' }),       { reason: 'deleted', isRedeemable: true }],
    ['deleting it again',      0,       at({ kind: 'delete-registration' }),                { reason: 'deleted', isRedeemable: true }],
    ['bringing it back late',  30 * DAY, at({ kind: 'restore' }),                           { reason: 'deleted', isRedeemable: false }],
  ])('refuses %s', (_, span, action, refusal) => {
    expect(refusalOf(played(deleted, wait(span)), action)).toMatchObject(refusal);
  });

  test('in its first five days is gone at once, and the registry gives the year back', () => {
    const world = played(holding('hover'), wait(5 * DAY - 1), at({ kind: 'delete-registration' }));
    expect(world.registrations.size).toBe(0);
    expect(paidOf(world).at(-1)).toBe('03-07T08:59 verisign > hover 1026 refund');
    expect(played(holding('hover'), wait(5 * DAY), at({ kind: 'delete-registration' })).registrations.size).toBe(1);
  });
});

describe('an address to verify', () => {
  const bought = (registrar: string) => played(inLife(), register('mine.com', registrar));

  // biome-ignore format: a table reads down its columns
  test.each([
    ['route53', 'clientHold',   15 * DAY - 1, false],
    ['route53', 'clientHold',   15 * DAY,     true],
    ['gandi',   'clientHold',   15 * DAY,     true],
  ])('at %s brings %s after %i ms: %s', (registrar, status, span, isSet) => {
    const world = played(bought(registrar), wait(span));
    expect(statuses(world).includes(status)).toBe(isSet);
  });

  test('parks the domain at a registrar that suspends so, and its own name servers come back with the click', () => {
    const parked = played(bought('hover'), wait(15 * DAY + HOUR));
    expect(publishedOf(of(parked)).nameServers[0]).toBe('dns1.hover-parked-example.net.');
    expect(seen(parked)).toBe('203.0.113.202');
    expect(refusalOf(parked, setNameServers('mine.com', 'ns1.a.org', 'ns2.a.org'))).toMatchObject({ reason: 'parked' });
    const back = played(parked, at({ kind: 'verify-contact' }), wait(5 * MINUTE));
    expect(publishedOf(of(back)).nameServers).toEqual(['ns1.hover.com.', 'ns2.hover.com.']);
  });

  test('is not asked again of somebody whom the registrar knows', () => {
    const known = played(bought('route53'), at({ kind: 'verify-contact' }), register('other.com', 'route53'));
    expect(of(known, name('other.com')).contact).toBeUndefined();
  });

  test('at the domain itself cannot be verified once the domain leads nowhere', () => {
    const own = played(holding('route53'), at({ kind: 'set-contact', email: 'ines@mine.com' }));
    expect(refusalOf(own, at({ kind: 'verify-contact' }))).toBeUndefined();
    const held = played(own, wait(15 * DAY));
    expect(refusalOf(held, at({ kind: 'verify-contact' }))).toMatchObject({ reason: 'mail-cannot-arrive' });
    const elsewhere = played(
      held,
      at({ kind: 'set-contact', email: 'ines@else.example' }),
      at({ kind: 'verify-contact' }),
    );
    expect(statuses(elsewhere)).not.toContain('clientHold');
  });
});

describe('a move to another registrar', () => {
  const old = played(holding('hover'), wait(61 * DAY));
  const unlocked = played(old, at({ kind: 'set-status', status: 'clientTransferProhibited', isOn: false }));
  const coded = played(unlocked, at({ kind: 'issue-auth-code' }));
  const code = of(coded).authCode!;
  const move = (given?: string) =>
    at({ kind: 'transfer', registrar: 'gandi', ...(given === undefined ? {} : { code: given }) });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['of a locked domain',        old,                                       move(code),   { reason: 'prohibited', status: 'clientTransferProhibited' }],
    ['without the code',          coded,                                     move(),       { reason: 'wrong-auth-code', isGiven: false }],
    ['with another code',         coded,                                     move('nope'), { reason: 'wrong-auth-code', isGiven: true }],
    ['to where it is',            coded,                                     at({ kind: 'transfer', registrar: 'hover', code }), { reason: 'same-registrar' }],
    ['while another is under way', played(coded, move(code)),                move(code),   { reason: 'transfer-pending', to: 'gandi' }],
    ['and renewing meanwhile',    played(coded, move(code)),                 at({ kind: 'renew' }), { reason: 'transfer-pending', to: 'gandi' }],
    ['and its name servers',      played(coded, move(code)),                 setNameServers('mine.com', 'ns1.a.org', 'ns2.a.org'), { reason: 'transfer-pending' }],
  ])('is refused %s', (_, world, action, refusal) => {
    expect(refusalOf(world, action)).toMatchObject(refusal);
  });

  test('is refused in the first 60 days', () => {
    const young = played(
      holding('hover'),
      at({ kind: 'set-status', status: 'clientTransferProhibited', isOn: false }),
      at({ kind: 'issue-auth-code' }),
    );
    const action = at({ kind: 'transfer', registrar: 'gandi', code: of(young).authCode! });
    const until = later(START, 60 * DAY);
    expect(refusalOf(played(young, wait(60 * DAY - 1)), action)).toMatchObject({ reason: 'too-soon', until });
    expect(refusalOf(played(young, wait(60 * DAY)), action)).toBeUndefined();
  });

  test('completes after five days of silence, adds a year, locks again, and leaves the delegation as it was', () => {
    const asked = played(coded, move(code));
    expect(statuses(asked)).toBe('pendingTransfer');
    expect(of(played(asked, wait(5 * DAY - 1))).registrar).toBe('hover');
    const done = played(asked, wait(5 * DAY));
    expect(of(done)).toMatchObject({ registrar: 'gandi', account: 'Ines' });
    expect(formatInstant(of(done).expiresAt)).toBe('2028-03-02 09:00:00');
    expect(statuses(done)).toBe('clientTransferProhibited');
    expect(publishedOf(of(done))).toEqual(publishedOf(of(asked)));
    expect(paidOf(done).slice(-2)).toEqual([
      '05-07T09:00 Ines > gandi 2000 transfer',
      '05-07T09:00 gandi > verisign 1026 wholesale',
    ]);
  });

  test("ends the old registrar's own DNS, so that the delegation leads to servers without the zone", () => {
    expect(seen(played(coded, move(code)), X)).toBe('203.0.113.9');
    const done = played(coded, move(code), at({ kind: 'end-transfer', how: 'approve' }));
    expect(done.hostedZones.size).toBe(0);
    expect(seen(done, X)).toBe('SERVFAIL');
    expect(askNameServer(done, name('ns1.hover.com'), { qname: name(X), qtype: 'A' })).toMatchObject({
      rcode: 'REFUSED',
    });
  });

  test('does nothing to a zone at another host', () => {
    const elsewhere = played(
      coded,
      createZone('mine.com', 'route53'),
      addRecord('mine.com', 'route53', X, anAddress('203.0.113.77')),
      copyNameServers('mine.com', 'route53'),
    );
    const done = played(elsewhere, move(code), wait(6 * DAY));
    expect(of(done).registrar).toBe('gandi');
    expect(seen(done, X)).toBe('203.0.113.77');
  });

  test('rejected or cancelled leaves everything as it was', () => {
    for (const how of ['reject', 'cancel'] as const) {
      const ended = played(coded, move(code), at({ kind: 'end-transfer', how }));
      expect(of(ended)).toEqual(of(coded));
    }
  });

  test('under .uk goes by tag, at once', () => {
    const uk = name('mine.co.uk');
    const world = played(
      aWorld(),
      register('mine.co.uk', 'hover'),
      at({ kind: 'set-status', status: 'clientTransferProhibited', isOn: false }, uk),
    );
    const pull = at({ kind: 'transfer', registrar: 'gandi' }, uk);
    expect(refusalOf(world, pull)).toMatchObject({ reason: 'not-tagged' });
    const tagged = played(world, at({ kind: 'set-tag', registrar: 'gandi' }, uk));
    expect(of(played(tagged, pull), uk).registrar).toBe('gandi');
    expect(refusalOf(played(tagged, wait(5 * DAY)), pull)).toMatchObject({ reason: 'not-tagged' });
  });

  test('started while expired keeps everybody from renewing until it ends', () => {
    const expired = played(coded, off, wait(310 * DAY));
    expect(of(expired).expiredAt).toBeDefined();
    const moving = played(expired, move(of(expired).authCode!));
    expect(refusalOf(moving, at({ kind: 'renew' }))).toMatchObject({ reason: 'transfer-pending' });
    const done = played(moving, wait(5 * DAY));
    expect(of(done)).toMatchObject({ registrar: 'gandi' });
    expect(of(done).expiredAt).toBeUndefined();
    expect(statuses(done)).toBe('clientTransferProhibited');
  });
});

describe('holds and locks', () => {
  const held = holding('route53');
  const hold = (who: 'registrar' | 'registry', because: 'abuse' | 'dispute' | 'unpaid'): Action => ({
    ...{ kind: 'suspend', domain: DOMAIN, by: who, because },
  });
  const appeal = (to: 'registrar' | 'registry') => at({ kind: 'ask-release', of: to });

  test.each([
    ['registrar', 'abuse', 'clientHold'],
    ['registry', 'dispute', 'serverHold'],
  ] as const)(
    'the %s holds: %s shows as %s, nobody finds the domain, and only who set it lifts it',
    (who, because, status) => {
      const world = played(held, hold(who, because));
      expect(statuses(world)).toContain(status);
      expect(seen(world, X)).toBe('NXDOMAIN');
      const other = who === 'registrar' ? 'registry' : 'registrar';
      expect(refusalOf(world, appeal(other))).toMatchObject({ reason: 'suspended-by-other', by: who });
      expect(seen(played(world, appeal(who)), X)).toBe('203.0.113.9');
    },
  );

  test('for want of payment is settled by paying, not by asking', () => {
    const world = played(held, hold('registrar', 'unpaid'));
    expect(refusalOf(world, appeal('registrar'))).toMatchObject({ reason: 'settle-first', because: 'unpaid' });
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['update',   'clientUpdateProhibited', setNameServers('mine.com', 'ns1.a.org', 'ns2.a.org')],
    ['update',   'serverUpdateProhibited', setNameServers('mine.com', 'ns1.a.org', 'ns2.a.org')],
    ['update',   'clientUpdateProhibited', at({ kind: 'put-host', host: name('ns1.mine.com'), addresses: ['192.0.2.1'] })],
    ['delete',   'clientDeleteProhibited', at({ kind: 'delete-registration' })],
    ['renew',    'serverRenewProhibited',  at({ kind: 'renew' })],
  ] as const)('an order to %s is refused under %s, and the domain resolves', (_, status, action) => {
    const world = played(held, { kind: 'impose-status', domain: DOMAIN, status, isOn: true });
    expect(refusalOf(world, action)).toMatchObject({ reason: 'prohibited', status });
    expect(seen(world, X)).toBe('203.0.113.9');
  });

  test('the transfer lock stops no change of name servers', () => {
    expect(statuses(held)).toContain('clientTransferProhibited');
    expect(refusalOf(held, setNameServers('mine.com', 'ns1.a.org', 'ns2.a.org'))).toBeUndefined();
  });

  test('the registrar lifts its own lock through clientUpdateProhibited, and none of the registry', () => {
    const lock = (status: 'clientUpdateProhibited' | 'serverTransferProhibited', isOn: boolean) =>
      at({ kind: 'set-status', status, isOn });
    const locked = played(held, lock('clientUpdateProhibited', true));
    expect(statuses(played(locked, lock('clientUpdateProhibited', false)))).not.toContain('clientUpdateProhibited');
    const imposed = played(held, {
      kind: 'impose-status',
      domain: DOMAIN,
      status: 'serverTransferProhibited',
      isOn: true,
    });
    expect(refusalOf(imposed, lock('serverTransferProhibited', false))).toMatchObject({ reason: 'status-of-registry' });
  });
});

describe('a card that is declined', () => {
  test('lets the term end, and the domain is renewed once there is another', () => {
    const world = played(holding('route53'), { kind: 'decline-card', domain: DOMAIN }, wait(370 * DAY));
    expect(statuses(world)).toContain('clientHold');
    expect(refusalOf(world, at({ kind: 'renew' }))).toMatchObject({ reason: 'card-declined' });
    const paid = played(world, at({ kind: 'renew-card' }), at({ kind: 'renew' }));
    expect(seen(paid, X)).toBe('203.0.113.9');
  });
});

describe('host objects', () => {
  const ns = (label: string) => name(`${label}.mine.com`);
  const put = (label: string, ...addresses: string[]) => at({ kind: 'put-host', host: ns(label), addresses });
  const whiteLabel = () => {
    const world = holding('route53');
    const zone = [...world.hostedZones.values()][0]!;
    const addresses = zone.nameServers.map((server) => world.addresses.get(server)!);
    return { world, addresses };
  };

  test('are needed for name servers inside the domain, and lead there with glue', () => {
    const { world, addresses } = whiteLabel();
    const own = setNameServers('mine.com', 'ns1.mine.com', 'ns2.mine.com');
    expect(refusalOf(world, own)).toMatchObject({ reason: 'needs-glue', nameServer: 'ns1.mine.com.' });
    const known = played(world, put('ns1', addresses[0]!), put('ns2', addresses[1]!), own);
    expect(seen(known, X)).toBe('203.0.113.9');
    const referral = askNameServer(known, name('a.gtld-servers.net'), { qname: name(X), qtype: 'A' });
    expect(referral !== 'timeout' && referral?.additional.map(({ owner }) => owner)).toEqual([
      'ns1.mine.com.',
      'ns2.mine.com.',
    ]);
  });

  test('that are stale lead astray, whatever the zone says', () => {
    const { world, addresses } = whiteLabel();
    const own = setNameServers('mine.com', 'ns1.mine.com', 'ns2.mine.com');
    const right = played(world, put('ns1', addresses[0]!), put('ns2', addresses[1]!), own);
    const stale = played(right, put('ns1', '192.0.2.251'), put('ns2', '192.0.2.252'));
    expect(seen(stale, X)).toBe('SERVFAIL');
  });

  test('in use cannot be withdrawn, nor can the domain be deleted from under another', () => {
    const { world, addresses } = whiteLabel();
    const known = played(world, put('ns1', addresses[0]!), put('ns2', addresses[1]!), wait(6 * DAY));
    const other = by(
      'Ravi',
      known,
      register('other.com', 'hover'),
      setNameServers('other.com', 'ns1.mine.com', 'ns2.mine.com'),
    );
    expect(refusalOf(other, put('ns1'))).toMatchObject({ reason: 'host-in-use', by: ['other.com.'] });
    expect(refusalOf(other, at({ kind: 'delete-registration' }))).toMatchObject({ reason: 'host-in-use' });
    expect(refusalOf(known, put('ns1'))).toBeUndefined();
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['outside the domain',       at({ kind: 'put-host', host: name('ns1.other.com'), addresses: ['192.0.2.1'] }), 'host-outside-domain'],
    ['with no address',          put('ns1', 'nowhere'),                 'not-an-address'],
    ['with two of one kind',     put('ns1', '192.0.2.1', '192.0.2.2'),  'too-many-addresses'],
    ['that is not there',        put('ns1'),                            'no-such-host-object'],
  ])('are refused %s', (_, action, reason) => {
    expect(refusalOf(holding('route53'), action)).toMatchObject({ reason });
  });
});

describe('accounts', () => {
  test('a domain in another account of theirs is not found in this one, and says in which', () => {
    const world = played(aWorld(), { ...register('mine.com', 'route53'), account: 'work' } as Action);
    const servers = setNameServers('mine.com', 'ns1.a.org', 'ns2.a.org');
    expect(refusalOf(world, servers)).toEqual({ reason: 'in-other-account', domain: DOMAIN, account: 'Ines/work' });
    expect(refusalOf(world, { ...servers, account: 'work' } as Action)).toBeUndefined();
    expect(refusalOf(world, servers, 'Ravi')).toMatchObject({ reason: 'not-your-domain', holder: 'Ines' });
    const moved = played(world, { ...at({ kind: 'move-account', to: 'Ines' }), account: 'work' } as Action);
    expect(refusalOf(moved, servers)).toBeUndefined();
  });
});

describe('at the pace of life', () => {
  test('the registry has a change in its database at once, and in its zone after its delay, and not a second sooner', () => {
    const world = played(inLife(), register('mine.com', 'route53'), wait(HOUR));
    const changed = played(world, setNameServers('mine.com', 'ns1.a.org', 'ns2.a.org'));
    expect(of(changed).nameServers).toEqual(['ns1.a.org.', 'ns2.a.org.']);
    expect(publishedOf(of(changed))).toEqual(publishedOf(of(world)));
    expect(publishedOf(of(played(changed, wait(5 * MINUTE - 1)))).nameServers).toHaveLength(4);
    expect(publishedOf(of(played(changed, wait(5 * MINUTE)))).nameServers).toEqual(['ns1.a.org.', 'ns2.a.org.']);
  });

  test('two changes before one publication come with it', () => {
    const world = played(
      inLife(),
      register('mine.com', 'route53'),
      wait(HOUR),
      setNameServers('mine.com', 'ns1.a.org', 'ns2.a.org'),
      wait(MINUTE),
      setNameServers('mine.com', 'ns3.a.org', 'ns4.a.org'),
    );
    const dues = upcoming(world).filter(({ kind }) => kind === 'publication');
    expect(dues).toHaveLength(1);
    expect(publishedOf(of(played(world, wait(4 * MINUTE)))).nameServers).toEqual(['ns3.a.org.', 'ns4.a.org.']);
  });
});
