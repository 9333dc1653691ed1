import { expect, test } from 'vitest';
import { originOfFile } from '../../../src/dns/zone/origin-of-file.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['the SOA’s name',                        'zone',              'shop.example. 300 IN SOA a. b. 1 2 3 4 5',                     'shop.example.'],
  ['the origin before the SOA',             'zone',              '$TTL 60\n$ORIGIN shop.example. ; ours\n@ SOA a b (\n1 2 3 4 5)', 'shop.example.'],
  ['the name of the SOA below the origin',  'zone',              '$ORIGIN example.\nshop SOA a b 1 2 3 4 5',                    'shop.example.'],
  ['not an origin further down',            'shop.example.zone', '@ SOA a b 1 2 3 4 5\n$ORIGIN sub.shop.example.\nx A 192.0.2.1', 'shop.example.'],
  ['the SOA’s name before an origin',       'zone',              'shop.example. SOA a b 1 2 3 4 5\n$ORIGIN sub.shop.example.',  'shop.example.'],
  ['not what a comment says',               'db.shop.example',   '; the SOA of other.test.\n@ 60 SOA a b 1 2 3 4 5',           'shop.example.'],
  ['the first origin where no SOA is',      'zone',              '$ORIGIN shop.example.\nwww A 192.0.2.1\n$ORIGIN sub.shop.example.', 'shop.example.'],
  ['what the file is called',               'a/b/Shop.example.db', 'www A 192.0.2.1',                                            'shop.example.'],
  ['the root',                              'root',              '. 60 SOA a. b. 1 2 3 4 5',                                     '.'],
  ['nothing where nothing says it',         'zone.txt',          '@ SOA a b 1 2 3 4 5',                                          undefined],
] as const)('a file’s zone is %s', (_, file, text, origin) => {
  expect(originOfFile(file, text)).toBe(origin);
});
