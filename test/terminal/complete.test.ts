import { expect, test } from 'vitest';
import { completeLine } from '../../src/terminal/complete.ts';
import { declarations, lists } from '../support/commands.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['a command',                            '/di',                        ['/dig '],                         '/di'],
  ['all commands, and how to leave',       '/',                          ['/dig ', '/host ', '/record ', '/wait ', '/mood ', '/put ', '/respond ', '/rule ', '/announce ', '/remind ', '/quit ', '/exit '], '/'],
  ['a choice',                             '/host del',                  ['delete '],                       'del'],
  ['a listed value, in any case',          '/host example.com CLOUD',    ['cloudflare '],                   'CLOUD'],
  ['a record type',                        '/dig example.com AA',        ['AAAA '],                         'AA'],
  ['the name of an option',                '/record a.test TXT "x" tt',  ['ttl='],                          'tt'],
  ['a value after the name of its option', '/host at=cl',                ['at=cloudflare '],                'at=cl'],
  ['what a new word could be',             '/host create ',              ['route53 ', 'cloudflare ', 'google-cloud-dns ', 'r53 ', 'r-53 '], ''],
  ['one of a list',                        '/put hosts=cl',              ['hosts=cloudflare '],             'hosts=cl'],
  ['nothing for an option that is given',  '/dig example.com MX A',      [],                                'A'],
  ['nothing for a command nobody has',     '/nothing a',                 [],                                'a'],
  ['nothing for a response',               'the reg',                    [],                                'reg'],
])('Tab offers %s', (_, line, candidates, word) => {
  expect(completeLine(line, declarations, lists)).toEqual([candidates, word]);
});
