import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { toRegistrarAction } from '../../src/items/registrar-happening.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { aWorld, catalogue, played, register } from '../support/world.ts';

const domain = name('mine.com');
const world = played(aWorld(), register('mine.com', 'route53'), { kind: 'offer-account', domain, to: 'work' });
const scenario = { world, catalogue, cast: { domain, host: 'route53', oldHost: 'gandi' } } as unknown as Scenario;
const password = world.registrations.get(domain)?.offer?.password;

// biome-ignore format: a table reads down its columns
test.each([
  ['give',      'mine.com work',        { kind: 'offer-account', domain, to: 'work' }],
  ['end-offer', 'accept mine.com work', { kind: 'end-offer', domain, how: 'accept', account: 'work', password }],
  ['end-offer', 'reject mine.com work', { kind: 'end-offer', domain, how: 'reject', account: 'work' }],
  ['end-offer', 'cancel mine.com',      { kind: 'end-offer', domain, how: 'cancel' }],
] as const)('%s: %s', (what, text, action) => {
  expect(toRegistrarAction(what, text, scenario)).toEqual({ ok: true, value: action });
});

test.each([
  ['give', 'mine.com'],
  ['give', 'mine.com work home'],
  ['end-offer', 'approve mine.com'],
  ['end-offer', 'accept'],
] as const)('%s: %s is unreadable', (what, text) => {
  expect(toRegistrarAction(what, text, scenario)).toMatchObject({ ok: false, problem: expect.stringContaining(text) });
});
