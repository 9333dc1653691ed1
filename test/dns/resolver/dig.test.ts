import { expect, test } from 'vitest';
import { instant } from '../../../src/base/time.ts';
import { name } from '../../../src/dns/name.ts';
import { digResolver, digServer } from '../../../src/dns/resolver/dig.ts';
import { askServer } from '../../../src/dns/resolver/internet.ts';
import { makeNameServer, respond } from '../../../src/dns/zone/name-server.ts';
import { zone } from '../../support/zone.ts';
import { Client, internetOf, ROOT_ADDRESS } from './little-internet.ts';

const internet = internetOf({
  [ROOT_ADDRESS]: [
    zone('.', '. NS a.root.', 'a.root. A 198.51.100.1', 'shop. 86400 NS ns1.shop.', 'ns1.shop. 86400 A 198.51.100.2'),
  ],
  '198.51.100.2': [
    zone('shop.', '@ 172800 NS ns1', 'ns1 A 198.51.100.2', 'www 300 A 192.0.2.80', 'www 300 A 192.0.2.81'),
  ],
});
const askAt = (address: string, qname: string) => {
  const response = askServer(internet, address, { qname: name(qname), qtype: 'A' });
  if (response === 'timeout') throw new Error('no reply');
  return response;
};

test('a name server’s answer looks as dig shows it, AA set', () => {
  expect(
    digServer(askAt('198.51.100.2', 'www.shop.'), { server: { address: '198.51.100.2', name: name('ns1.shop.') } }),
  ).toBe(
    `;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa;
;; QUERY: 1, ANSWER: 2, AUTHORITY: 1, ADDITIONAL: 1

;; QUESTION SECTION:
;www.shop. IN A

;; ANSWER SECTION:
www.shop. 300 IN A 192.0.2.80
www.shop. 300 IN A 192.0.2.81

;; AUTHORITY SECTION:
shop. 172800 IN NS ns1.shop.

;; ADDITIONAL SECTION:
ns1.shop. 3600 IN A 198.51.100.2

;; SERVER: 198.51.100.2#53 (ns1.shop.)`,
  );
});

test('a referral has no answer section, and AA clear', () => {
  const text = digServer(askAt(ROOT_ADDRESS, 'www.shop.'));
  expect(text).toContain(';; flags: qr;\n;; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 1\n');
  expect(text).not.toContain('ANSWER SECTION');
  expect(text).not.toContain('SERVER:');
});

test('a resolver’s answer has RD and RA set and AA clear', () => {
  const resolution = new Client().ask(internet, 'www.shop.');
  const text = digResolver(resolution, {
    server: { address: '192.0.2.53' },
    when: instant(1_795_415_880_000),
    id: 4711,
  });
  expect(text).toContain(
    'status: NOERROR, id: 4711\n;; flags: qr rd ra;\n;; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 0',
  );
  expect(text.endsWith(';; SERVER: 192.0.2.53#53\n;; WHEN: 2026-11-23 06:38:00 UTC')).toBe(true);
});

test('columns are as wide as what stands in their section, and no wider', () => {
  const sets = [
    { owner: name('a.shop.'), ttl: 300, rdata: [{ type: 'A', address: '192.0.2.1' } as const] },
    { owner: name('mail.shop.'), ttl: 5, rdata: [{ type: 'AAAA', address: '2001:db8::1' } as const] },
  ];
  const response = { ...askAt('198.51.100.2', 'shop.'), answer: sets };
  expect(digServer(response)).toContain('a.shop.    300 IN A    192.0.2.1\nmail.shop. 5   IN AAAA 2001:db8::1\n');
});

test('an SOA shows what each of its numbers is', () => {
  expect(digServer(askAt('198.51.100.2', 'no.shop.'))).toContain(`shop. 900 IN SOA (
  ns.invalid.
  hostmaster.invalid.
  1       ; serial
  7200    ; refresh
  900     ; retry
  1209600 ; expire
  900     ; minimum
)`);
});

test('a cut-short response shows TC', () => {
  expect(digServer({ ...askAt('198.51.100.2', 'www.shop.'), tc: true })).toContain(';; flags: qr aa tc;');
});

test('an address nobody serves never replies', () => {
  expect(askServer(internet, '203.0.113.1', { qname: name('shop.'), qtype: 'A' })).toBe('timeout');
});

test('a name server’s reply has names in the letters of its zone', () => {
  const odd = zone(
    'example.',
    '$ORIGIN Example.',
    '@ 9 SOA NS h 1 2 3 4 5',
    '@ 9 NS NS',
    'WwW 9 CNAME Web',
    'Web 9 A 192.0.2.1',
  );
  const said = digServer(respond(makeNameServer([odd]), { qname: name('www.example'), qtype: 'A' }));
  expect(said).toContain(';www.example. IN A');
  expect(said).toMatch(/^WwW\.Example\. 9 IN CNAME Web\.Example\.$/m);
  expect(said).toMatch(/^Web\.Example\. 9 IN A +192\.0\.2\.1$/m);
  expect(said).toMatch(/^Example\. 9 IN NS NS\.Example\.$/m);
});
