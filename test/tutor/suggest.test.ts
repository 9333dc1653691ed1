import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { OptionDeclaration } from '../../src/tutor/command.ts';
import { suggest } from '../../src/tutor/suggest.ts';
import { contentWith, lists } from '../support/commands.ts';
import { noCourier } from '../support/courier.ts';
import { NOON } from '../support/store.ts';

const option = (over: Partial<OptionDeclaration>): OptionDeclaration => ({
  type: 'word',
  about: 'what it is',
  ...over,
});
const LISTED = option({ type: 'listed', list: 'dns-hosts' });
const LIST = option({ type: 'list', list: 'dns-hosts' });
const CHOICE = option({ type: 'choice', choices: ['create', 'delete'] });

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing typed gives all',               CHOICE,                       '',        ['create', 'delete']],
  ['the start of a word',                   CHOICE,                       'del',     ['delete']],
  ['in any case',                           CHOICE,                       'DEL',     ['delete']],
  ['what starts so before what contains it', option({ type: 'rr-type' }), 's',       ['SOA', 'SRV', 'SSHFP', 'SVCB', 'NS', 'DS', 'DNSKEY', 'TLSA', 'HTTPS', 'RRSIG', 'NSEC']],
  ['an entry by its label gives its id',    LISTED,                       'cloud d', ['google-cloud-dns']],
  ['a zone by its city',                    option({ type: 'zone' }),     'lisb',    ['Europe/Lisbon']],
  ['days of the week',                      option({ type: 'days' }),     'we',      ['weekdays', 'weekends', 'wed']],
  ['one more of several',                   LIST,                         'route53, cloud d', ['route53,google-cloud-dns']],
  ['nonsense gives none',                   LISTED,                       '…',       []],
  ['free text gives none',                  option({ type: 'text' }),     '',        []],
  ['a name, in a world that is not there yet', option({ type: 'name' }),  '',        []],
])('%s', async (_, declared, word, wanted) => {
  const store = await openStore(':memory:');
  const deps = { store, content: contentWith(lists), newSeed: () => 7, newId: () => 'x', courier: noCourier };
  const account = { platform: 'discord', space: 'dm', user: '1' } as const;
  expect((await suggest(deps, account, NOON, declared, word)).map(({ value }) => value)).toEqual(wanted);
  await store.close();
});
