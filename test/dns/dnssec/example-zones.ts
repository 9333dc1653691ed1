import type { Plans } from './signed-internet.ts';

/** A root, two TLDs, and domains that are signed, not signed, and signed with a child. */
export const EXAMPLE: Plans = {
  '.': {
    at: ['198.51.100.1'],
    records: [
      '. NS a.root.',
      'a.root. A 198.51.100.1',
      'com. 86400 NS a.com.',
      'a.com. 86400 A 198.51.100.2',
      'org. 86400 NS a.org.',
      'a.org. 86400 A 198.51.100.3',
    ],
  },
  'com.': {
    at: ['198.51.100.2'],
    records: [
      '@ NS a',
      'a A 198.51.100.2',
      'shop 86400 NS ns1.shop',
      'shop 86400 NS ns2.shop',
      'ns1.shop 86400 A 198.51.100.10',
      'ns2.shop 86400 A 198.51.100.11',
      'plain 86400 NS ns1.plain',
      'ns1.plain 86400 A 198.51.100.12',
    ],
  },
  'org.': {
    at: ['198.51.100.3'],
    records: ['@ NS a', 'a A 198.51.100.3', 'club 86400 NS ns1.club', 'ns1.club 86400 A 198.51.100.20'],
  },
  'shop.com.': {
    at: ['198.51.100.10', '198.51.100.11'],
    records: [
      '@ NS ns1',
      '@ NS ns2',
      'ns1 A 198.51.100.10',
      'ns2 A 198.51.100.11',
      'www 300 A 192.0.2.80',
      'alias 300 CNAME www',
      'over 300 CNAME www.club.org.',
      'to-plain 300 CNAME www.plain.com.',
      'round CNAME round',
      'gone 300 CNAME nothing',
      '*.wild 300 A 192.0.2.81',
      'here.wild 300 TXT "here"',
      'deep.down.below 300 A 192.0.2.82',
      'old 300 DNAME new',
      'www.new 300 A 192.0.2.83',
      'zzz 300 A 192.0.2.84',
    ],
  },
  'plain.com.': {
    at: ['198.51.100.12'],
    records: ['@ NS ns1', 'ns1 A 198.51.100.12', 'www 300 A 192.0.2.90', 'to-shop 300 CNAME www.shop.com.'],
    unsigned: true,
  },
  'club.org.': {
    at: ['198.51.100.20'],
    records: [
      '@ NS ns1',
      'ns1 A 198.51.100.20',
      'www 300 A 192.0.2.91',
      'sub 300 NS ns1.sub',
      'ns1.sub 300 A 198.51.100.21',
    ],
  },
  'sub.club.org.': { at: ['198.51.100.21'], records: ['@ NS ns1', 'ns1 A 198.51.100.21', 'www 300 A 192.0.2.92'] },
};
