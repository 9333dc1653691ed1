import { describe, expect, test } from 'vitest';
import { asksIn } from './asks-in.ts';
import { EXAMPLE } from './example-zones.ts';
import { type Plans, signedInternet, Validator } from './signed-internet.ts';
import { at, forged, without, withoutSignatures } from './tamper.ts';

const internet = signedInternet(EXAMPLE);
const [FIRST, SECOND] = ['198.51.100.10', '198.51.100.11'] as const;

describe('what is checked is remembered', () => {
  test('a checked answer is secure from the cache, and nobody is asked', () => {
    const resolver = new Validator(internet);
    for (const text of ['www.shop.com', 'nothing.shop.com', 'www.shop.com MX', 'www.old.shop.com', 'x.wild.shop.com']) {
      resolver.ask(text);
      const again = resolver.ask(text);
      expect([text, again.security, again.ad, asksIn(again)]).toEqual([text, 'secure', true, []]);
    }
  });

  test('what is insecure is so from the cache too', () => {
    const resolver = new Validator(internet);
    for (const text of ['www.plain.com', 'nothing.plain.com', 'to-plain.shop.com']) {
      resolver.ask(text);
      const again = resolver.ask(text);
      expect([text, again.security, again.ad, asksIn(again)]).toEqual([text, 'insecure', false, []]);
    }
  });

  test('the keys of a zone are asked for once', () => {
    const resolver = new Validator(internet);
    expect(asksIn(resolver.ask('www.shop.com'))).toEqual([
      'www.shop.com A',
      'www.shop.com A',
      'www.shop.com A',
      '. DNSKEY',
      'com DNSKEY',
      'shop.com DNSKEY',
    ]);
    expect(asksIn(resolver.ask('zzz.shop.com'))).toEqual(['zzz.shop.com A']);
    expect(asksIn(resolver.ask('www.plain.com'))).toEqual(['www.plain.com A', 'www.plain.com A']);
  });

  test('a DS that came with no referral is asked of the parent', () => {
    const resolver = new Validator(internet, { validate: { trustAnchors: [] } });
    resolver.ask('www.shop.com');
    const strict = new Validator(internet);
    strict.cache = resolver.cache;
    strict.wait(3601); // the DS is forgotten, the delegation is not
    expect(asksIn(strict.ask('zzz.shop.com'))).toContain('shop.com DS');
  });

  test('an address looked up to reach a server is not checked until somebody asks for it', () => {
    const guest: Plans = {
      ...EXAMPLE,
      'com.': { ...EXAMPLE['com.']!, records: [...EXAMPLE['com.']!.records, 'guest 86400 NS zzz.shop'] },
      'guest.com.': { at: ['192.0.2.84'], records: ['@ NS zzz.shop.com.', 'www 300 A 192.0.2.99'], unsigned: true },
    };
    const resolver = new Validator(signedInternet(guest));
    expect(resolver.ask('www.guest.com').security).toBe('insecure');
    expect(asksIn(resolver.ask('zzz.shop.com'))).not.toContain('zzz.shop.com A');
    expect(resolver.ask('zzz.shop.com').security).toBe('secure');

    const stripped = new Validator(signedInternet(guest, at([FIRST, SECOND], withoutSignatures('A'))));
    expect(stripped.ask('www.guest.com').security).toBe('insecure');
    expect(stripped.ask('zzz.shop.com').security).toBe('bogus');
  });
});

describe('how long', () => {
  const shop = (change: Partial<Plans[string]>): Plans => ({
    ...EXAMPLE,
    'shop.com.': { ...EXAMPLE['shop.com.']!, ...change },
  });

  test('no longer than the signature holds', () => {
    const resolver = new Validator(signedInternet(shop({ expiration: 100 })));
    expect(resolver.ask('www.shop.com').answer[0]?.ttl).toBe(100);
    expect(resolver.ask('nothing.shop.com').authority[0]?.ttl).toBe(100);
    resolver.wait(60);
    expect(resolver.ask('www.shop.com').answer[0]?.ttl).toBe(40);
    resolver.wait(41);
    expect(resolver.ask('www.shop.com').extendedErrors?.[0]?.code).toBe(7);
  });

  test('no longer than the TTL that was signed', () => {
    const longer = signedInternet(EXAMPLE, (response) => ({
      ...response,
      answer: response.answer.map((set) => ({ ...set, ttl: 86_400 })),
    }));
    const resolver = new Validator(longer);
    expect(resolver.ask('www.shop.com').answer[0]?.ttl).toBe(300);
    expect(resolver.ask('www.shop.com').answer[0]?.ttl).toBe(300);
  });

  test('a denial no longer than its proof', () => {
    const shorter = signedInternet(EXAMPLE, (response) => ({
      ...response,
      authority: response.authority.map((set) => (set.rdata[0]?.type === 'NSEC' ? { ...set, ttl: 17 } : set)),
    }));
    const resolver = new Validator(shorter);
    expect(resolver.ask('nothing.shop.com').authority[0]?.ttl).toBe(17);
    resolver.wait(18);
    expect(asksIn(resolver.ask('nothing.shop.com'))).toEqual(['nothing.shop.com A']);
  });
});

describe('what is bogus', () => {
  test('is forgotten, and looked for again at the next question', () => {
    const resolver = new Validator(signedInternet(EXAMPLE, at([FIRST, SECOND], forged)));
    for (const text of ['www.shop.com', 'alias.shop.com']) expect(resolver.ask(text).security).toBe('bogus');
    resolver.internet = internet;
    for (const text of ['www.shop.com', 'alias.shop.com']) expect(resolver.ask(text).security).toBe('secure');
  });

  test('is remembered as a failure for as long as failures are', () => {
    const resolver = new Validator(signedInternet(EXAMPLE, at([FIRST, SECOND], forged)), { failureTtl: 30 });
    resolver.ask('www.shop.com');
    resolver.internet = internet;
    expect(resolver.ask('www.shop.com')).toMatchObject({ rcode: 'SERVFAIL', reason: 'remembered-failure' });
    resolver.wait(31);
    expect(resolver.ask('www.shop.com').security).toBe('secure');
  });

  test('of one server is mended by another', () => {
    for (const bad of [FIRST, SECOND]) {
      for (const tamper of [forged, without('DNSKEY'), withoutSignatures(), without('NSEC')]) {
        const resolver = new Validator(signedInternet(EXAMPLE, at([bad], tamper)));
        expect(resolver.ask('www.shop.com')).toMatchObject({ security: 'secure', rcode: 'NOERROR' });
        expect(resolver.ask('x.wild.shop.com')).toMatchObject({ security: 'secure', rcode: 'NOERROR' });
        expect(resolver.ask('nothing.shop.com')).toMatchObject({ security: 'secure', rcode: 'NXDOMAIN' });
      }
    }
  });

  test('is given as it is to who disables checking, and not remembered as good', () => {
    const resolver = new Validator(signedInternet(EXAMPLE, at([FIRST, SECOND], forged)));
    const found = resolver.ask('www.shop.com', true);
    expect(found).toMatchObject({ rcode: 'NOERROR', security: 'bogus', ad: false });
    expect(found.answer[0]?.rdata).toEqual([{ type: 'A', address: '203.0.113.66' }]);
    expect(resolver.ask('www.shop.com')).toMatchObject({ rcode: 'SERVFAIL', security: 'bogus' });
  });

  test('a DS withdrawn at the parent makes the zone insecure once the old one is forgotten', () => {
    const moved: Plans = { ...EXAMPLE, 'shop.com.': { ...EXAMPLE['shop.com.']!, unsigned: true, ds: [] } };
    const resolver = new Validator(internet);
    resolver.ask('www.shop.com');
    resolver.internet = signedInternet(moved);
    expect(resolver.ask('zzz.shop.com').security).toBe('bogus');
    resolver.wait(86_401);
    expect(resolver.ask('zzz.shop.com').security).toBe('insecure');
  });
});
