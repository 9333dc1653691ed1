import { describe, expect, test } from 'vitest';
import { dsOf, makeKeys } from '../../../src/dns/dnssec/keys.ts';
import { withSignatures } from '../../../src/dns/dnssec/with-signatures.ts';
import { displayName, name } from '../../../src/dns/name.ts';
import { typeOf } from '../../../src/dns/record.ts';
import { emptyCache } from '../../../src/dns/resolver/cache.ts';
import { resolveIn } from '../../../src/dns/resolver/internet.ts';
import { parseQType } from '../../../src/dns/rr-type.ts';
import { CASES } from './cases.ts';
import { EXAMPLE } from './example-zones.ts';
import { type Plans, START } from './signed-internet.ts';
import { simulatedInternet } from './simulated-internet.ts';

function ask(plans: Plans, text: string) {
  const { internet, trustAnchors } = simulatedInternet(plans);
  const [qname = '', qtype = 'A'] = text.split(' ');
  const config = { validate: { trustAnchors } };
  return resolveIn(
    internet,
    { qname: name(qname), qtype: parseQType(qtype)! },
    { cache: emptyCache, now: START, config },
  );
}

test.each(CASES)('%s of simulated servers is %s', (text, security, outcome) => {
  const resolution = ask(EXAMPLE, text);
  expect([resolution.security, resolution.outcome, resolution.ad]).toEqual([security, outcome, security === 'secure']);
});

describe('a client that wants signatures', () => {
  const sets = (text: string) => {
    const { answer, authority } = withSignatures(ask(EXAMPLE, text));
    return [answer, authority].map((section) => section.map((set) => `${displayName(set.owner)} ${typeOf(set)}`));
  };

  test('gets them beside what they cover', () => {
    expect(sets('www.shop.com')).toEqual([['www.shop.com A', 'www.shop.com RRSIG'], []]);
    expect(sets('www.plain.com')).toEqual([['www.plain.com A'], []]);
  });

  test('gets the proof of a denial, and of an answer made from a wildcard', () => {
    expect(sets('www.shop.com MX')).toEqual([
      [],
      ['shop.com SOA', 'shop.com RRSIG', 'www.shop.com NSEC', 'www.shop.com RRSIG'],
    ]);
    expect(sets('x.wild.shop.com')).toEqual([
      ['x.wild.shop.com A', 'x.wild.shop.com RRSIG'],
      ['here.wild.shop.com NSEC', 'here.wild.shop.com RRSIG'],
    ]);
  });
});

test('a DS left behind when hosting moved makes a domain fail for who checks, and for nobody else', () => {
  const ds = [dsOf(name('shop.com.'), makeKeys(name('shop.com.'), 'a').ksk.dnskey)!];
  const moved: Plans = { ...EXAMPLE, 'shop.com.': { ...EXAMPLE['shop.com.']!, unsigned: true, ds } };
  expect(ask(moved, 'www.shop.com')).toMatchObject({ rcode: 'SERVFAIL', security: 'bogus' });
  const { internet } = simulatedInternet(moved);
  const plain = resolveIn(internet, { qname: name('www.shop.com.'), qtype: 'A' }, { cache: emptyCache, now: START });
  expect(plain).toMatchObject({ rcode: 'NOERROR', outcome: 'answer' });
});
