import type { Security } from '../../../src/dns/record.ts';
import type { Outcome } from '../../../src/dns/resolver/resolution.ts';

/** What a resolver that validates makes of questions about the example. */
// biome-ignore format: a table reads down its columns
export const CASES: readonly (readonly [text: string, security: Security, outcome: Outcome])[] = [
  ['www.shop.com A',            'secure',   'answer'],
  ['alias.shop.com A',          'secure',   'answer'],
  ['over.shop.com A',           'secure',   'answer'],
  ['to-plain.shop.com A',       'insecure', 'answer'],
  ['gone.shop.com A',           'secure',   'nxdomain'],
  ['x.wild.shop.com A',         'secure',   'answer'],
  ['x.y.wild.shop.com A',       'secure',   'answer'],
  ['x.wild.shop.com MX',        'secure',   'nodata'],
  ['x.here.wild.shop.com A',    'secure',   'nxdomain'],
  ['below.shop.com A',          'secure',   'nodata'],
  ['down.below.shop.com MX',    'secure',   'nodata'],
  ['www.old.shop.com A',        'secure',   'answer'],
  ['nothing.old.shop.com A',    'secure',   'nxdomain'],
  ['www.shop.com MX',           'secure',   'nodata'],
  ['nothing.shop.com A',        'secure',   'nxdomain'],
  ['zzzz.shop.com A',           'secure',   'nxdomain'],
  ['shop.com DS',               'secure',   'answer'],
  ['shop.com DNSKEY',           'secure',   'answer'],
  ['shop.com SOA',              'secure',   'answer'],
  ['plain.com DS',              'secure',   'nodata'],
  ['plain.com DNSKEY',          'insecure', 'nodata'],
  ['www.plain.com A',           'insecure', 'answer'],
  ['nothing.plain.com A',       'insecure', 'nxdomain'],
  ['to-shop.plain.com A',       'insecure', 'answer'],
  ['www.sub.club.org A',        'secure',   'answer'],
  ['. DS',                      'secure',   'nodata'],
  ['. DNSKEY',                  'secure',   'answer'],
  ['nothing A',                 'secure',   'nxdomain'],
  ['shop.com ANY',              'secure',   'answer'],
];
