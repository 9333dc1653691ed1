import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { ask } from '../../src/world/ask.ts';
import { type Supplement, supplemented } from '../../src/world/supplement.ts';
import { newWorld } from '../../src/world/world.ts';
import { by, catalogue } from '../support/world.ts';

const SUPPLEMENT: Supplement = {
  suffixes: [name('de.'), name('com.au.')],
  operators: [{ holder: 'otterhost.de', nameServers: [name('ns1.otterhost.de.'), name('ns2.otterhost.de.')] }],
  hosts: [{ id: 'elsewhere', name: 'another DNS host' }],
};

test('a suffix that the catalogue lacks, or lacked when it was supplemented, is registered under, delegated and resolved as .com is', () => {
  const domain = name('leuchtfeuer.de.');
  const world = by(
    'you',
    newWorld(supplemented(catalogue, SUPPLEMENT)),
    { kind: 'register', domain, registrar: 'gandi' },
    { kind: 'create-zone', origin: domain, host: 'route53' },
    { kind: 'copy-name-servers', domain, host: 'route53' },
  );
  expect(world.registrations.get(domain)?.registry).toBe('registry-of-de');
  expect(ask(world, { qname: domain, qtype: 'SOA' }, 'validating')).toMatchObject({
    outcome: 'answer',
    security: 'insecure',
  });
  expect(ask(world, { qname: name('nobody.com.au.'), qtype: 'A' }, 'validating')).toMatchObject({
    outcome: 'nxdomain',
    security: 'secure',
  });
});

test('name servers of other operators stand under their own domains', () => {
  const world = newWorld(supplemented(catalogue, SUPPLEMENT));
  expect(ask(world, { qname: name('ns2.otterhost.de.'), qtype: 'A' }).outcome).toBe('answer');
  expect(ask(world, { qname: name('ns3.otterhost.de.'), qtype: 'A' }).outcome).toBe('nxdomain');
});

test('the same supplement makes the same catalogue, and none changes nothing that was there', () => {
  expect(supplemented(catalogue, SUPPLEMENT)).toBe(supplemented(catalogue, structuredClone(SUPPLEMENT)));
  const none = supplemented(catalogue, { suffixes: [], operators: [], hosts: [] });
  expect([...none.tlds.keys(), ...none.hosts.keys()]).toEqual([...catalogue.tlds.keys(), ...catalogue.hosts.keys()]);
});
