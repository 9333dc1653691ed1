import { describe, expect, test } from 'vitest';
import { type Nsec, provesCut, provesNoName, provesNoType, provesWildcard } from '../../../src/dns/dnssec/denial.ts';
import { name, parseNameIn } from '../../../src/dns/name.ts';
import type { RRType } from '../../../src/dns/record.ts';

/** NSEC sets of `shop.` from lines `owner next types…`. */
function nsecs(...lines: readonly string[]): Nsec[] {
  return lines.map((line) => {
    const [owner = '', next = '', ...types] = line.split(' ');
    return {
      owner: inShop(owner),
      ttl: 300,
      rdata: [{ type: 'NSEC', next: inShop(next), types: [...(types as RRType[]), 'RRSIG', 'NSEC'] }],
    };
  });
}
function inShop(text: string) {
  const parsed = parseNameIn(text, name('shop.'));
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const APEX = '@ c SOA NS';

describe('NXDOMAIN', () => {
  // biome-ignore format: a table reads down its columns
  test.each<[says: string, qname: string, proven: boolean, lines: string[]]>([
    ['a gap around the name and one around the wildcard',         'm',     true,  [APEX, 'c x A']],
    ['the last gap of a zone reaches to its end',                 'z',     true,  [APEX, 'x @ A']],
    ['one gap may do for both',                                   'b',     true,  [APEX]],
    ['the wildcard may exist',                                    'm',     false, ['c x A']],
    ['the wildcard to deny is below the closest encloser',         'b.x',   false, [APEX, 'a.x c.x A']],
    ['its gap below the closest encloser',                        'b.x',   true,  [APEX, 'x c.x A']],
    ['a name beside the gap',                                     'm',     false, [APEX, 'n x A']],
    ['the name itself',                                           'c',     false, [APEX, 'c x A']],
    ['the end of the gap',                                        'x',     false, [APEX, 'c x A']],
    ['something hangs below the name',                            'm',     false, [APEX, 'c a.m A']],
    ['the gap starts at a cut above the name',                    'a.c',   false, [APEX, 'c x NS']],
    ['the gap starts at a DNAME above the name',                  'a.c',   false, [APEX, 'c x DNAME']],
    ['the gap starts at a cut elsewhere',                         'm',     true,  [APEX, 'c x NS']],
    ['the last gap says nothing of other zones',                  'z.net.', false, [APEX, 'x @ A']],
    ['no NSEC at all',                                            'm',     false, []],
  ])('%s', (_, qname, proven, lines) => {
    expect(provesNoName(nsecs(...lines), inShop(qname))).toBe(proven);
  });
});

describe('NODATA', () => {
  // biome-ignore format: a table reads down its columns
  test.each<[says: string, qname: string, qtype: RRType, proven: boolean, lines: string[]]>([
    ['the type is not listed',                         'c',   'MX',   true,  ['c x A']],
    ['the type is listed',                             'c',   'A',    false, ['c x A']],
    ['an alias is listed',                             'c',   'MX',   false, ['c x CNAME']],
    ['another name',                                   'd',   'MX',   false, ['c x A']],
    ['an empty non-terminal',                          'm',   'A',    true,  ['c a.m A']],
    ['a wildcard without the type',                    'm',   'MX',   true,  ['c x A', '* c A']],
    ['a wildcard with the type',                       'm',   'A',    false, ['c x A', '* c A']],
    ['a wildcard, but the name may exist',             'm',   'MX',   false, ['* c A']],
    ['a wildcard further up than the encloser',        'a.x', 'MX',   false, ['x z A', '* c A']],
    ['the parent’s NSEC at a cut, for another type',   'c',   'A',    false, ['c x NS']],
    ['the parent’s NSEC at a cut, for its DS',         'c',   'DS',   true,  ['c x NS']],
    ['the child’s NSEC at its apex, for its DS',       '@',   'DS',   false, [APEX]],
    ['the child’s NSEC at its apex, for another type', '@',   'MX',   true,  [APEX]],
  ])('%s', (_, qname, qtype, proven, lines) => {
    expect(provesNoType(nsecs(...lines), inShop(qname), qtype)).toBe(proven);
  });

  test('the root has no DS', () => {
    const root = {
      owner: name('.'),
      ttl: 1,
      rdata: [{ type: 'NSEC', next: name('com.'), types: ['SOA', 'NS'] }],
    } as const;
    expect(provesNoType([root], name('.'), 'DS')).toBe(true);
  });
});

describe('an answer from a wildcard', () => {
  // biome-ignore format: a table reads down its columns
  test.each<[says: string, qname: string, source: string, proven: boolean, lines: string[]]>([
    ['the name is in a gap',                       'm',   '*',   true,  ['c x A']],
    ['the name may exist',                         'm',   '*',   false, ['n x A']],
    ['a nearer wildcard may exist',                'a.x', '*',   false, ['x z A']],
    ['the wildcard below the closest encloser',    'a.x', '*.x', true,  ['x z A']],
  ])('%s', (_, qname, source, proven, lines) => {
    expect(provesWildcard(nsecs(...lines), inShop(qname), inShop(source))).toBe(proven);
  });
});

describe('a delegation', () => {
  // biome-ignore format: a table reads down its columns
  test.each<[says: string, kind: 'unsigned-cut' | 'no-cut' | undefined, lines: string[]]>([
    ['NS without DS',                    'unsigned-cut', ['c x NS']],
    ['NS and DS',                        undefined,      ['c x NS DS']],
    ['the child’s apex',                 undefined,      ['c x NS SOA']],
    ['neither',                          'no-cut',       ['c x A']],
    ['the name is not there',            'no-cut',       ['a x A']],
    ['the name is an empty non-terminal', 'no-cut',      ['a b.c A']],
    ['another name',                     undefined,      ['d x NS']],
    ['nothing',                          undefined,      []],
  ])('%s', (_, kind, lines) => {
    expect(provesCut(nsecs(...lines), inShop('c'))).toBe(kind);
  });
});
