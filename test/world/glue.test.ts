import { expect, test } from 'vitest';
import { HOUR } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { fillText } from '../../src/items/fill-text.ts';
import { labScenario } from '../../src/labs/begin.ts';
import type { Action } from '../../src/world/action.ts';
import { ask, askNameServer } from '../../src/world/ask.ts';
import { nameServerAddress } from '../../src/world/internet.ts';
import type { World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  aWorld,
  by,
  catalogue,
  createZone,
  played,
  register,
  setNameServers,
  wait,
  zoneAt,
} from '../support/world.ts';

const DOMAIN = 'quillcove-example.com';
const OWN = ['ns1', 'ns2'].map((label) => name(`${label}.${DOMAIN}`));
const www = { qname: name(`www.${DOMAIN}`), qtype: 'A' } as const;

const registered = played(
  { ...aWorld(), pace: 'as-in-life' },
  register(DOMAIN, 'route53'),
  addRecord(DOMAIN, 'route53', `www.${DOMAIN}`, anAddress('203.0.113.7')),
);
const machines = zoneAt(registered, 'route53', DOMAIN).nameServers.map(
  (server) => nameServerAddress(registered, server)!,
);
const glue = (place: number, ...addresses: readonly string[]): Action => ({
  ...{ kind: 'put-host', domain: name(DOMAIN), host: OWN[place]!, addresses },
});
/** With name servers named under the domain, at these addresses. */
const whiteLabel = (first: string, second: string): World =>
  played(registered, glue(0, first), glue(1, second), setNameServers(DOMAIN, ...OWN), wait(HOUR));

test('name servers under the domain itself are found by their glue, and can be asked by name', () => {
  const world = whiteLabel(machines[0]!, machines[1]!);
  expect(ask(world, www, 'fresh').answer[0]?.rdata).toEqual([anAddress('203.0.113.7')]);
  expect(askNameServer(world, OWN[1]!, www)).toMatchObject({ aa: true });
  expect(askNameServer(registered, OWN[1]!, www)).toBeUndefined();
});

test('glue that leads nowhere is of no use, and one of two that is right is enough', () => {
  const half = whiteLabel('192.0.2.200', machines[1]!);
  expect(ask(half, www, 'fresh').rcode).toBe('NOERROR');
  expect(askNameServer(half, OWN[0]!, www)).toBe('timeout');
  expect(ask(whiteLabel('192.0.2.200', '192.0.2.201'), www, 'fresh').rcode).toBe('SERVFAIL');
});

test('texts can name where the name servers of both hosts listen', () => {
  const scenario = labScenario(catalogue, { architecture: 'hosting-only', stage: 'records', seed: 11 });
  const { world, cast } = scenario;
  const [first] = zoneAt(world, cast.host, cast.domain).nameServers;
  const [, second] = zoneAt(world, cast.oldHost, cast.domain).nameServers;
  expect(fillText('{ns1-address} {old-ns2-address}', scenario)).toEqual({
    ok: true,
    value: `${nameServerAddress(world, first!)} ${nameServerAddress(world, second!)}`,
  });
});

test('and those of a zone below the domain', () => {
  const scenario = labScenario(catalogue, { architecture: 'both', seed: 11 });
  const { cast } = scenario;
  const team = `team.${cast.domain}`;
  const world = by(cast.registrant, scenario.world, createZone(team, cast.host));
  const [first] = zoneAt(world, cast.host, team).nameServers;
  const value = nameServerAddress(world, first!);
  expect(value).not.toBe(nameServerAddress(world, zoneAt(world, cast.host, cast.domain).nameServers[0]!));
  expect(fillText('{team-ns1-address}', { ...scenario, world })).toEqual({ ok: true, value });
});
