import { describe, expect, test } from 'vitest';
import { dsOf, makeKeys } from '../../../src/dns/dnssec/keys.ts';
import type { Question } from '../../../src/dns/message.ts';
import { name } from '../../../src/dns/name.ts';
import type { RdataOf } from '../../../src/dns/record.ts';
import { EXAMPLE } from './example-zones.ts';
import { type Plans, signedInternet, type Tamper, Validator, type ZonePlan } from './signed-internet.ts';
import { at, denied, eachSet, forged, signaturesWith, without, withoutSignatures } from './tamper.ts';

const SHOP = ['198.51.100.10', '198.51.100.11'];
const COM = ['198.51.100.2'];
const ROOT = ['198.51.100.1'];

/** The example with one zone's plan changed. */
const but = (origin: string, change: Partial<ZonePlan>): Plans => ({
  ...EXAMPLE,
  [origin]: { ...EXAMPLE[origin]!, ...change },
});
const shopDs = (seed = 'a'): RdataOf<'DS'> => dsOf(name('shop.com.'), makeKeys(name('shop.com.'), seed).ksk.dnskey)!;

/** Only for questions of a type, or of all others. */
const asking =
  (wanted: (question: Question) => boolean, tamper: Tamper): Tamper =>
  (response, address) =>
    wanted(response.question) ? tamper(response, address) : response;
const forKeys = (tamper: Tamper) => asking(({ qtype }) => qtype === 'DNSKEY', tamper);
const forData = (tamper: Tamper) => asking(({ qtype }) => qtype !== 'DNSKEY' && qtype !== 'DS', tamper);

const SOA = {
  type: 'SOA',
  mname: name('ns.invalid.'),
  rname: name('x.invalid.'),
  serial: 1,
  refresh: 1,
  retry: 1,
  expire: 1,
  minimum: 1,
} as const;

interface Case {
  readonly says: string;
  readonly plans?: Plans;
  readonly tamper?: Tamper;
  readonly ask?: string;
  readonly code: number;
  readonly text: string;
}

// biome-ignore format: a table reads down its columns
const BOGUS: readonly Case[] = [
  { says: 'a DS was left behind when the zone moved to a host that does not sign', plans: but('shop.com.', { unsigned: true, ds: [shopDs()] }),
    code: 9, text: 'The DS for shop.com at its parent names key 7326, but shop.com shows no DNSKEY: the registrant must replace or remove the DS at the registrar, or the DNS host of shop.com must sign the zone.' },
  { says: 'a DS was left behind when the zone moved to a host with other keys', plans: but('shop.com.', { seed: 'b', ds: [shopDs()] }),
    code: 9, text: 'The DS for shop.com at its parent names key 7326, but shop.com has no such key: the registrant must replace or remove the DS at the registrar.' },
  { says: 'a DS has the right tag and another digest', plans: but('shop.com.', { ds: [{ ...shopDs(), digest: 'ab'.repeat(32) }] }),
    code: 9, text: 'names key 7326, but shop.com has no such key' },
  { says: 'a DS has another algorithm beside one known', plans: but('shop.com.', { ds: [{ ...shopDs(), digest: 'ab'.repeat(32) }, { ...shopDs(), algorithm: 8 }] }),
    code: 9, text: 'has no such key' },
  { says: 'the signatures have run out', plans: but('shop.com.', { expiration: -1 }),
    code: 7, text: 'The signature of shop.com DNSKEY has expired: the DNS host of shop.com must sign the zone anew.' },
  { says: 'the signatures are of tomorrow', plans: but('shop.com.', { inception: 1 }),
    code: 8, text: 'The signature of shop.com DNSKEY is not valid yet' },
  { says: 'a TLD’s signatures have run out', plans: but('com.', { expiration: -1 }),
    code: 7, text: 'The signature of com DNSKEY has expired: whoever runs com must sign the zone anew.' },
  { says: 'the data was changed on the way', tamper: at(SHOP, forData(forged)),
    code: 6, text: 'The signature of www.shop.com A by key 60253 of shop.com is wrong' },
  { says: 'the data was changed and the signatures cut out', tamper: at(SHOP, forData((response, address) => withoutSignatures()(forged(response, address), address))),
    code: 10, text: 'No signature covers www.shop.com A, though shop.com is signed: the DNS host of shop.com must sign it, or the registrant must replace or remove the DS at the registrar.' },
  { says: 'the signatures of an answer are missing', tamper: at(SHOP, forData(withoutSignatures())), code: 10, text: 'No signature covers www.shop.com A' },
  { says: 'the signatures of the keys are missing', tamper: at(SHOP, forKeys(withoutSignatures())), code: 10, text: 'No signature covers shop.com DNSKEY' },
  { says: 'the keys are missing', tamper: at(SHOP, forKeys(without('DNSKEY'))), code: 9, text: 'shows no DNSKEY' },
  { says: 'no server says what the keys are', tamper: at(SHOP, forKeys((response) => ({ ...response, rcode: 'SERVFAIL' }))), code: 9, text: 'shows no DNSKEY' },
  { says: 'the DS is not signed', tamper: at(COM, withoutSignatures('DS')), code: 10, text: 'No signature covers shop.com DS' },
  { says: 'the parent does not answer for a DS', tamper: at(COM, (response, address) => response.question.qtype === 'DS' ? { ...response, rcode: 'SERVFAIL' } : without('DS')(response, address)),
    code: 6, text: 'The servers of com do not say whether shop.com is signed: whoever runs com must mend its servers.' },
  { says: 'the DS was cut out to make the zone look unsigned', tamper: at(COM, (response, address) => ({ ...without('DS')(response, address) })), code: 12, text: 'No NSEC proves that shop.com DS is not there' },
  { says: 'another zone signed', tamper: at(SHOP, forData(signaturesWith({ signer: 'com.' }))), code: 6, text: 'The signature of www.shop.com A is not by shop.com, where it stands' },
  { says: 'a signer that is no zone', tamper: at(SHOP, forData(signaturesWith({ signer: 'www.shop.com.' }))), code: 6, text: 'is not by shop.com' },
  { says: 'a signer elsewhere', tamper: at(SHOP, forData(signaturesWith({ signer: 'club.org.' }))), code: 6, text: 'is not by shop.com' },
  { says: 'a key that is not there', tamper: at(SHOP, forData(signaturesWith({ keyTag: 4711 }))), code: 9, text: 'The signature of www.shop.com A is by key 4711, which is not among the keys of shop.com' },
  { says: 'an algorithm that no key has', tamper: at(SHOP, forData(signaturesWith({ algorithm: 8 }))), code: 9, text: 'is by key 60253, which is not' },
  { says: 'more labels than the name has', tamper: at(SHOP, forData(signaturesWith({ labels: 9 }))), code: 6, text: 'is wrong' },
  { says: 'a name passed off as made from a wildcard', tamper: at(SHOP, forData(signaturesWith({ labels: 2 }))), code: 6, text: 'is wrong' },
  { says: 'a wildcard’s answer without the proof', tamper: at(SHOP, without('NSEC')), ask: 'x.wild.shop.com', code: 12, text: 'No NSEC proves that x.wild.shop.com A is not there' },
  { says: 'a denial without its proof', tamper: at(SHOP, without('NSEC')), ask: 'nothing.shop.com', code: 12, text: 'No NSEC proves that nothing.shop.com A is not there' },
  { says: 'a denial whose proof is not signed', tamper: at(SHOP, withoutSignatures('NSEC')), ask: 'nothing.shop.com', code: 10, text: 'No signature covers ' },
  { says: 'a denial whose SOA is not signed', tamper: at(SHOP, withoutSignatures('SOA')), ask: 'nothing.shop.com', code: 10, text: 'No signature covers shop.com SOA' },
  { says: 'a denial without an SOA', tamper: at(SHOP, without('SOA')), ask: 'www.shop.com MX', code: 12, text: 'is not there' },
  { says: 'a type denied without its proof', tamper: at(SHOP, without('NSEC')), ask: 'www.shop.com MX', code: 12, text: 'www.shop.com MX is not there' },
  { says: 'a name that is there denied with another name’s proof', tamper: at(SHOP, (response) => response.question.qname === 'www.shop.com.' ? { ...signedNxdomain(), question: response.question } : response),
    code: 12, text: 'No NSEC proves that www.shop.com A is not there' },
  { says: 'a DS denied in the name of the child', tamper: at(COM, (response) => response.question.qname === 'plain.com.' && response.question.qtype === 'DS' ? { ...response, authority: [{ owner: name('plain.com.'), ttl: 900, rdata: [SOA] }] } : response), ask: 'plain.com DS', code: 12, text: 'No NSEC proves that plain.com DS is not there' },
  { says: 'an answer taken away', tamper: at(SHOP, forData(denied)), code: 12, text: 'is not there' },
  { says: 'an alias whose end is bogus', tamper: at(['198.51.100.20'], forData(forged)), ask: 'over.shop.com', code: 6, text: 'The signature of www.club.org A' },
  { says: 'an alias changed, its end not signed', tamper: at(SHOP, eachSet((set) => set.rdata[0]?.type === 'CNAME' ? { ...set, rdata: [{ type: 'CNAME', target: name('www.plain.com.') }] } : set)), ask: 'alias.shop.com',
    code: 6, text: 'The signature of alias.shop.com CNAME' },
  { says: 'an alias that a DNAME does not make', tamper: at(SHOP, eachSet((set) => set.rdata[0]?.type === 'DNAME' ? undefined : set)), ask: 'www.old.shop.com', code: 10, text: 'No signature covers www.old.shop.com CNAME' },
  { says: 'the root has other keys than the trust anchor', tamper: at(ROOT, forKeys(without('DNSKEY'))), code: 9, text: 'The trust anchor names key 58051, but the root shows no DNSKEY: whoever runs the resolver must replace the trust anchor' },
  { says: 'a registry’s keys are not those of the root’s DS', plans: but('com.', { ds: [shopDs()] }), code: 9, text: 'The DS for com at its parent names key 7326, but com has no such key: its registry must have the DS in the root replaced or removed.' },
];

function signedNxdomain() {
  const response = signedInternet(EXAMPLE).ask('198.51.100.10', { qname: name('nothing.shop.com.'), qtype: 'A' });
  if (response === 'timeout') throw new Error('no reply');
  return response;
}

describe('bogus', () => {
  test.each(BOGUS)('$says', ({ plans = EXAMPLE, tamper, ask = 'www.shop.com', code, text }) => {
    const resolver = new Validator(signedInternet(plans, tamper));
    const resolution = resolver.ask(ask);
    const [error] = resolution.extendedErrors ?? [];
    expect([error?.text, resolution.security, error?.code]).toEqual([expect.stringContaining(text), 'bogus', code]);
    expect(resolution).toMatchObject({ rcode: 'SERVFAIL', outcome: 'failure', reason: 'bogus', answer: [], ad: false });
  });

  test.each(BOGUS)(
    '$says: a resolver that does not check is none the wiser',
    ({ plans = EXAMPLE, tamper, ask = 'www.shop.com' }) => {
      const resolution = new Validator(signedInternet(plans, tamper), { validate: false }).ask(ask);
      expect(resolution.outcome).not.toBe('failure');
      expect(resolution).not.toHaveProperty('security');
      expect(resolution).not.toHaveProperty('ad');
    },
  );
});

describe('insecure', () => {
  // biome-ignore format: a table reads down its columns
  test.each<{ says: string; plans: Plans; ask?: string; code?: number }>([
    { says: 'a signed zone without DS',        plans: but('shop.com.', { ds: [] }) },
    { says: 'an unsigned TLD',                 plans: but('com.', { unsigned: true }) },
    { says: 'a DS of another algorithm',       plans: but('shop.com.', { ds: [{ ...shopDs(), algorithm: 8 }] }), code: 1 },
    { says: 'a DS of another digest',          plans: but('shop.com.', { ds: [{ ...shopDs(), digestType: 3 }] }), code: 2 },
    { says: 'an alias into an unsigned zone',  plans: EXAMPLE, ask: 'to-plain.shop.com' },
    { says: 'an alias out of an unsigned zone', plans: EXAMPLE, ask: 'to-shop.plain.com' },
    { says: 'nothing in an unsigned zone',     plans: EXAMPLE, ask: 'nothing.plain.com' },
    { says: 'a child below a signed zone without DS', plans: but('club.org.', { ds: [] }), ask: 'www.sub.club.org' },
  ])('$says', ({ plans, ask = 'www.shop.com', code }) => {
    const resolution = new Validator(signedInternet(plans)).ask(ask);
    expect([resolution.security, resolution.ad, resolution.extendedErrors?.[0]?.code]).toEqual(['insecure', false, code]);
  });
});

describe('indeterminate', () => {
  test('without a trust anchor', () => {
    const resolution = new Validator(signedInternet(EXAMPLE), { validate: { trustAnchors: [] } }).ask('www.shop.com');
    expect(resolution).toMatchObject({ security: 'indeterminate', rcode: 'NOERROR', ad: false });
    expect(resolution.extendedErrors).toMatchObject([{ code: 5 }]);
  });

  test('outside what the trust anchors speak of, and secure inside', () => {
    const shop = { owner: name('shop.com.'), ds: [shopDs()] };
    const resolver = new Validator(signedInternet(EXAMPLE), { validate: { trustAnchors: [shop] } });
    expect(resolver.ask('www.club.org').security).toBe('indeterminate');
    expect(resolver.ask('www.shop.com').security).toBe('secure');
    expect(resolver.ask('over.shop.com').security).toBe('indeterminate');
  });
});
