import { describe, expect, test } from 'vitest';
import { DAY, formatDuration, HOUR, instant, later, MINUTE, SECOND } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import type { Action } from '../../src/world/action.ts';
import { agenda } from '../../src/world/agenda.ts';
import { ask as askNow } from '../../src/world/ask.ts';
import { momentOf, type Until } from '../../src/world/until.ts';
import { newWorld, START, type World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  ask,
  aWorld,
  catalogue,
  copyNameServers,
  createZone,
  played,
  register,
  wait,
} from '../support/world.ts';

const inLife = newWorld(catalogue, START, 'as-in-life');
/** Asks a resolver, by its name. */
const at = (resolver: string, qname: string): Action => ({
  ...{ kind: 'ask', question: { qname: name(qname), qtype: 'A' }, resolver },
});
/** `mine.com` at Hover, with a zone at Route 53 that is filled. */
const filled: readonly Action[] = [
  register('mine.com', 'hover'),
  createZone('mine.com', 'route53'),
  addRecord('mine.com', 'route53', 'www.mine.com', anAddress('203.0.113.9')),
];
const move = copyNameServers('mine.com', 'route53');

/** How long there is to wait, or why there is nothing to wait for. */
function spanOf(world: World, until: Until): string {
  const moment = momentOf(world, until);
  return moment.kind === 'moment' ? formatDuration(moment.at - world.now) : moment.none.reason;
}
const delegation: Until = { kind: 'delegation-fresh' };
const published: Until = { kind: 'published' };
const expiry: Until = { kind: 'expiry' };
const next: Until = { kind: 'next' };
const www: Until = { kind: 'name-fresh', name: name('www.mine.com'), type: 'A' };
const change = (address: string): Action => ({
  ...{ kind: 'put-record', origin: name('mine.com'), host: 'route53' },
  request: { action: 'change', owner: name('www.mine.com'), rdata: { type: 'A', address } },
});

// biome-ignore format: a table reads down its columns
test.each<[string, World, readonly Action[], Until, string]>([
  ['a delegation that a resolver remembers',         aWorld(), [...filled, ask('www.mine.com'), move],                          delegation, '2d'],
  ['the same, an hour later',                        aWorld(), [...filled, ask('www.mine.com'), move, wait(HOUR)],              delegation, '1d23h'],
  ['the one that was remembered last',               aWorld(), [...filled, ask('www.mine.com'), wait(HOUR), at('isp', 'www.mine.com'), move], delegation, '2d'],
  ['a delegation that nobody remembers',             aWorld(), [...filled, move],                                               delegation, 'delegation-is-fresh'],
  ['one that is remembered as it stands',            aWorld(), [...filled, move, ask('www.mine.com')],                          delegation, 'delegation-is-fresh'],
  ['the name servers of the child, where they count', aWorld(), [...filled, move, at('office', 'www.mine.com'), wait(DAY), copyNameServers('mine.com', 'hover')], delegation, '1d'],
  ['that there was no such domain',                  aWorld(), [ask('mine.com'), register('mine.com', 'hover')],                delegation, '15m'],
  ['what is not published yet, and nobody remembers', inLife,  [...filled, wait(HOUR), move],                                   delegation, '5m'],
  ['what is not published yet, and is remembered',   inLife,   [...filled, wait(HOUR), ask('www.mine.com'), wait(MINUTE), move], delegation, '1d23h59m'],
  ['a domain that nobody holds',                     aWorld(), [...filled],                                                     { ...published, domain: name('others.com') }, 'not-registered'],
  ['no domain at all',                               aWorld(), [],                                                              delegation, 'no-domains'],
  ['a registry that has nothing to publish',         inLife,   [...filled, wait(HOUR)],                                         published, 'nothing-to-publish'],
  ['a registry that has',                            inLife,   [...filled, wait(HOUR), move, wait(2 * MINUTE)],                 published, '3m'],
  ['no domain, but a zone',                          inLife,   [createZone('other.com', 'route53'), wait(HOUR)],                { ...published, domain: name('other.com') }, 'nothing-to-publish'],
  ['the end of the term',                            aWorld(), [...filled, wait(DAY)],                                          expiry, '364d'],
  ['the end of the first of several',                aWorld(), [register('a.com', 'hover', 3), wait(DAY), register('b.com', 'hover', 2)], expiry, '731d'],
  ['the end of one of several',                      aWorld(), [register('a.com', 'hover', 3), wait(DAY), register('b.com', 'hover', 2)], { kind: 'expiry', domain: name('a.com') }, '1095d'],
  ['the next thing: a fee',                          aWorld(), [createZone('mine.com', 'route53')],                             next, '12h'],
  ['the next thing: something forgotten',            aWorld(), [...filled, ask('www.mine.com')],                                next, '15m'],
  ['no next thing',                                  aWorld(), [],                                                              next, 'nothing-due'],
  ['an address that was changed',                    aWorld(), [...filled, move, ask('www.mine.com'), wait(MINUTE), change('203.0.113.8')], www, '4m'],
  ['an address that nobody remembers',               aWorld(), [...filled, move],                                               www, 'name-is-fresh'],
  ['an address behind an old delegation',            aWorld(), [...filled, ask('www.mine.com'), move],                          www, '2d'],
  ['a name that was missing',                        aWorld(), [...filled, move, ask('a.mine.com'), addRecord('mine.com', 'route53', 'a.mine.com', anAddress('203.0.113.7'))], { ...www, name: name('a.mine.com') }, '15m'],
  ['an address behind what is not published yet',    inLife,   [...filled, wait(HOUR), move, wait(MINUTE)],                     www, '4m'],
  ['a moment that is to come',                       aWorld(), [],                                                              { kind: 'instant', at: later(START, 90 * MINUTE) }, '1h30m'],
  ['this very moment',                               aWorld(), [],                                                              { kind: 'instant', at: START }, 'past'],
])('waiting for %s', (_, world, deeds, until, span) => {
  expect(spanOf(played(world, ...deeds), until)).toBe(span);
});

describe('at the moment that is told, and not a second before', () => {
  const answer = (world: World, resolver: string) =>
    JSON.stringify(askNow(world, { qname: name('www.mine.com'), qtype: 'A' }, resolver).answer[0]?.rdata);
  const isNew = (world: World) => [...world.caches.keys()].map((resolver) => answer(world, resolver).includes('.9"'));

  // biome-ignore format: a table reads down its columns
  test.each([
    ['at once',    aWorld()],
    ['as in life', inLife],
  ])('the last resolver follows a new delegation, %s', (_, start) => {
    const asked = ['resolver', 'isp', 'office', 'mobile'].flatMap((each) => [at(each, 'www.mine.com'), wait(7 * MINUTE)]);
    const world = played(start, ...filled, wait(HOUR), ...asked, move);
    const moment = momentOf(world, www);
    if (moment.kind !== 'moment') throw new Error(moment.none.reason);
    const span = moment.at - world.now;
    expect(isNew(played(world, wait(span)))).toEqual([true, true, true, true]);
    expect(isNew(played(world, wait(span - SECOND)))).toContain(false);
    expect(moment).toEqual(momentOf(world, delegation));
  });
});

test('the agenda tells what parties do and what resolvers forget, in the order of moments', () => {
  const world = played(aWorld(), ...filled, ask('www.mine.com'), at('isp', 'www.mine.com'), move);
  const rows = agenda(world).map((each) => [
    each.kind === 'registration' ? each.due.what : each.kind === 'forgetting' ? each.what : each.kind,
    formatDuration(each.at - world.now),
    ...(each.kind === 'forgetting' ? [each.resolvers.join(), String(each.isStale)] : []),
  ]);
  expect(rows).toEqual([
    ['records', '15m', 'resolver,isp', 'false'],
    ['zone-charge', '12h'],
    ['delegation', '2d', 'resolver,isp', 'true'],
    ['period-ends', '5d'],
    ['renewal', '365d'],
  ]);
});

test('a wait to the next thing, again and again, passes by nothing', () => {
  let world = played(aWorld(), ...filled, ask('www.mine.com'), move);
  const told = agenda(world).map((each) => each.at);
  for (const expected of new Set(told)) {
    if (expected - START > 6 * DAY) break; // by then there are new ones
    const moment = momentOf(world, next);
    expect(moment).toEqual({ kind: 'moment', at: instant(expected) });
    world = played(world, wait(expected - world.now));
  }
});
