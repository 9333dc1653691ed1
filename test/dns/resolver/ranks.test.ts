import { expect, test } from 'vitest';
import { cacheContents } from '../../../src/dns/resolver/cache.ts';
import { zone } from '../../support/zone.ts';
import { Client, internetOf, ROOT_ADDRESS } from './little-internet.ts';

const root = zone(
  '.',
  '. 9 SOA a.root. h. 1 2 3 4 5',
  '. 9 NS a.root.',
  'a.root. 9 A 198.51.100.1',
  'example. 9 NS ns.example.',
  'ns.example. 9 A 198.51.100.2',
);
const example = zone(
  'example.',
  '@ 9 SOA ns h 1 2 3 4 5',
  '@ 9 NS ns',
  'ns 9 A 198.51.100.2',
  'www 9 CNAME web',
  'web 9 A 203.0.113.1',
);

test('what is learnt from one answer and another is believed by where it stood', () => {
  const client = new Client({ nsFrom: 'child' });
  client.ask(internetOf({ [ROOT_ADDRESS]: [root], '198.51.100.2': [example] }), 'www.example');
  const ranks = cacheContents(client.cache, client.now).flatMap(({ entry }) =>
    entry.kind === 'rrset' ? [`${entry.owner} ${entry.rrset.rdata[0]?.type} ${entry.rank}`] : [],
  );
  expect(ranks.toSorted()).toEqual([
    'example. NS authority',
    'ns.example. A additional',
    'web.example. A answer',
    'www.example. CNAME authoritative-answer',
  ]);
});
