import { expect, test } from 'vitest';
import { digResolver } from '../../../src/dns/resolver/dig.ts';
import { formatTrace } from '../../../src/dns/resolver/trace.ts';
import { EXAMPLE } from './example-zones.ts';
import { type Plans, signedInternet, Validator } from './signed-internet.ts';
import { at, forged } from './tamper.ts';

const internet = signedInternet(EXAMPLE);

/** The lines from one that starts so. */
const from = (text: string, start: string): string => text.slice(text.indexOf(start));

test('a trace shows how trust comes down from the anchor', () => {
  const text = formatTrace(new Validator(internet).ask('www.club.org'));
  expect(from(text, 'Check: is club.org signed?')).toBe(`Check: is club.org signed? Its DS at org says:
   The cache answers club.org DS, with what is left of
      the TTL:
      club.org 3600 DS 27840 13 2 0df45eee…
Check: that DS, signed by org, names key 27840. Get
   the keys of club.org:
   The cache knows the servers of club.org for 1d
      more, as the parent named them: ns1.club.org.
   6. Ask ns1.club.org (198.51.100.20), for club.org:
      club.org DNSKEY
      Answer (answer section, AA set):
      club.org 7200 DNSKEY 257 3 13 wTq7NNsK…
        (key 27840)
      club.org 7200 DNSKEY 256 3 13 ywI6FTDr…
        (key 41492)
Check: that key 27840 is there and signs all keys of
   club.org: they are good.
Check: www.club.org A is signed by key 41492 of
   club.org: secure.

Result: NOERROR, secure, after 6 queries
  www.club.org 300 A 192.0.2.91`);
});

test('a trace shows what is proven not to be there, and what is not signed', () => {
  const resolver = new Validator(internet);
  expect(from(formatTrace(resolver.ask('nothing.shop.com')), 'Check: NSEC')).toContain(
    `Check: NSEC records signed by key 60253 of shop.com
   prove that nothing.shop.com does not exist: secure.

Result: NXDOMAIN, secure, after 6 queries`,
  );
  expect(from(formatTrace(resolver.ask('www.shop.com MX')), 'Check: NSEC')).toContain(
    `prove that there is no www.shop.com MX: secure.

Result: NOERROR, no such records (NODATA), secure,`,
  );
  expect(from(formatTrace(resolver.ask('www.plain.com')), 'Check: com')).toBe(
    `Check: com proves (NSEC) that plain.com has no DS: it
   is not signed (insecure).

Result: NOERROR, insecure, after 2 queries
  www.plain.com 300 A 192.0.2.90`,
  );
  expect(formatTrace(resolver.ask('x.wild.shop.com'))).toContain('x.wild.shop.com A, made from *.wild.shop.com,');
});

test('a trace ends with what is bogus and who must act', () => {
  const left: Plans = { ...EXAMPLE, 'club.org.': { ...EXAMPLE['club.org.']!, ds: OTHER_DS } };
  const text = formatTrace(new Validator(signedInternet(left)).ask('www.club.org'));
  expect(from(text, 'Check: bogus.')).toBe(`Check: bogus. The DS for club.org at its parent names
   key 7326, but club.org has no such key: the
   registrant must replace or remove the DS at the
   registrar.

Result: SERVFAIL (what was found is bogus: it does not
  pass the check of its signatures), after 6 queries
  EDE: 9 (DNSKEY Missing): (The DS for club.org at its
    parent names key 7326, but club.org has no such
    key: the registrant must replace or remove the DS
    at the registrar.)`);
});

const OTHER_DS = [{ type: 'DS', keyTag: 7326, algorithm: 13, digestType: 2, digest: 'ab'.repeat(32) }] as const;

test('a trace shows that other servers are tried', () => {
  const text = formatTrace(
    new Validator(signedInternet(EXAMPLE, at(['198.51.100.10', '198.51.100.11'], forged))).ask('zzz.shop.com'),
  );
  expect(text).toContain('Perhaps only this server is');
});

test('dig shows AD for what is secure, and the extended error for what is bogus', () => {
  const resolver = new Validator(internet);
  expect(digResolver(resolver.ask('www.shop.com'))).toContain('\n;; flags: qr rd ra ad;\n');
  expect(digResolver(resolver.ask('www.plain.com'))).toContain('\n;; flags: qr rd ra;\n');
  const bad = new Validator(signedInternet(EXAMPLE, at(['198.51.100.10', '198.51.100.11'], forged)));
  expect(digResolver(bad.ask('www.shop.com'))).toContain(
    `;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL
;; flags: qr rd ra;
;; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0

;; OPT PSEUDOSECTION:
; EDE: 6 (DNSSEC Bogus): (The signature of www.shop.com A by key 60253 of shop.com is wrong:`,
  );
});
