import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/base/time.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { name } from '../../src/dns/name.ts';
import type { Suspension } from '../../src/registration/registration.ts';
import type { Action } from '../../src/world/action.ts';
import { newWorld, START, type World } from '../../src/world/world.ts';
import { aWorld, catalogue, copyNameServers, played, register, wait } from '../support/world.ts';
import { amissIn, copyDs, DOMAIN, expectRow, filled, held, moved, type Row, recorded, sign, typed } from './worlds.ts';

const X = `\`${DOMAIN}\``;
const domain = name(DOMAIN);
const suspend = (because: Suspension['because'], by: 'registrar' | 'registry' = 'registrar'): Action => ({
  kind: 'suspend',
  domain,
  by,
  because,
});
const noAutoRenew: Action = { kind: 'set-auto-renew', domain, isOn: false };
const YEAR = 365 * DAY;
/** At a registrar that has what it suspends held, with its DNS at Cloudflare. */
const atRoute53 = (...actions: readonly Action[]): World =>
  held('route53', ...filled('cloudflare'), copyNameServers(DOMAIN, 'cloudflare'), ...actions);
/** Where registries publish in intervals and addresses have to be verified. */
const inLife = (...actions: readonly Action[]): World =>
  played(newWorld(catalogue, START, 'as-in-life'), register(DOMAIN, 'hover'), wait(10 * MINUTE), ...actions);

// biome-ignore format: a table reads down its rows
const ROWS: readonly Row[] = [
  ['nobody has registered it', aWorld(),
   `Whoever wants ${X} has to register it at a registrar first: nobody holds it.`,
   'registry B02_NO_DELEGATION'],
  ['there is a zone, and nobody has registered it', played(aWorld(), ...filled('route53')),
   `Whoever wants ${X} has to register it at a registrar first: nobody holds it, and a zone at a DNS host changes nothing about that.`,
   'registry B02_NO_DELEGATION'],
  ['no registry keeps the suffix', aWorld(),
   'No registry here keeps the suffix of `quillcove.nowhere`, so nobody can register it.',
   'B02_NO_DELEGATION', 'quillcove.nowhere'],
  ['no name servers, and one zone', recorded(held('hover'), { nameServers: [] }),
   `Ines has to set the name servers of ${X} at Hover (registrar) to the two of the zone at Hover, \`ns1.hover.com\` and \`ns2.hover.com\`: Verisign has none on record, so for resolvers there is no ${X}.`,
   'registry B02_NO_DELEGATION'],
  ['no name servers, and two zones', recorded(held('hover', ...filled('route53')), { nameServers: [] }),
   `Ines has to set the name servers of ${X} at Hover (registrar) to …, or to those of another zone of that name, whichever is meant: Verisign has none on record…`,
   'registry B02_NO_DELEGATION'],
  ['no name servers, and no zone', { ...recorded(held('hover'), { nameServers: [] }), hostedZones: new Map() },
   `Ines has to create a zone for ${X} at a DNS host and set its name servers at Hover (registrar): Verisign has none on record, so for resolvers there is no ${X}.`,
   'registry B02_NO_DELEGATION'],
  ['held: the address was not verified', atRoute53(suspend('unverified')),
   `Ines has to verify the contact address of ${X} with Amazon Route 53 (registrar), by the link that was sent there: Amazon Route 53 has the registry leave ${X} out of its zone (\`clientHold\`).`,
   'registry B02_NO_DELEGATION'],
  ['held: not paid', atRoute53(suspend('unpaid')),
   `Ines has to pay Amazon Route 53 (registrar) for ${X}: Amazon Route 53 has the registry leave …`,
   'registry B02_NO_DELEGATION'],
  ['held: somebody complained', atRoute53(suspend('abuse')),
   `Ines has to settle with Amazon Route 53 (registrar) the report of abuse about ${X}: …`,
   'registry B02_NO_DELEGATION'],
  ['parked: the address was not verified', moved(suspend('unverified')),
   `Ines has to verify the contact address of ${X} with Hover (registrar), by the link that was sent there: Hover has put name servers of its own, which lead to its page.`,
   'registry'],
  ['held by the registry', moved(suspend('dispute', 'registry')),
   `Ines has to turn to Verisign (registry), through Hover, about ${X}: the registry holds it (\`serverHold\`), and only the registry lifts that.`,
   'registry B02_NO_DELEGATION'],
  ['expired today', moved(noAutoRenew, wait(YEAR + HOUR)),
   `Ines has to renew ${X} at Hover (registrar), before it is suspended: it has expired.`,
   'registry'],
  ['expired and parked', moved(noAutoRenew, wait(YEAR + 2 * DAY)),
   `Ines has to renew ${X} at Hover (registrar): Hover has put name servers of its own, which lead to its page.`,
   'registry'],
  ['expired and held', atRoute53(noAutoRenew, wait(YEAR + 2 * DAY)),
   `Ines has to renew ${X} at Amazon Route 53 (registrar): Amazon Route 53 has the registry leave ${X} out of its zone (\`clientHold\`).`,
   'registry B02_NO_DELEGATION'],
  ['deleted, and still to be had', moved(wait(6 * DAY), { kind: 'delete-registration', domain }),
   `Ines has to have Hover (registrar) restore ${X}: it was deleted, and is in its redemption period.`,
   'registry B02_NO_DELEGATION'],
  ['deleted for good', moved(wait(6 * DAY), { kind: 'delete-registration', domain }, wait(31 * DAY)),
   `Nobody can do anything for ${X}: it was deleted, and Verisign releases it soon; then anyone may register it.`,
   'registry B02_NO_DELEGATION'],
  ['gone', moved(wait(6 * DAY), { kind: 'delete-registration', domain }, wait(60 * DAY)),
   `Whoever wants ${X} has to register it at a registrar first: nobody holds it, and a zone at a DNS host changes nothing about that.`,
   'registry B02_NO_DELEGATION'],
  ['other name servers, not yet in the zone above', inLife(...filled('route53'), copyNameServers(DOMAIN, 'route53'), wait(2 * MINUTE)),
   `Nothing is to be done: Verisign has … on record for ${X}, and brings its zone up to date in 3 minutes.`, ''],
  ['a DS, not yet in the zone above', inLife(sign('hover'), copyDs('hover'), wait(MINUTE)),
   `Nothing is to be done: Verisign has another DS on record for ${X}, and brings its zone up to date in 4 minutes.`, 'DS07_NO_DS_FOR_SIGNED_ZONE'],
  ['registered, and not yet in the zone above', played(newWorld(catalogue, START, 'as-in-life'), register(DOMAIN, 'hover')),
   `Nothing is to be done: Verisign has \`ns1.hover.com\` and \`ns2.hover.com\` on record for ${X}, and brings its zone up to date in 5 minutes.`, 'B02_NO_DELEGATION'],
  ['an address that has to be verified soon', inLife(),
   `Nothing is wrong, but Ines has to verify the contact address of ${X} until 2026-03-17 09:00 UTC, or Hover (registrar) suspends it.`, ''],
  ['locked against changes, and one server missing', played(typed(([, ...others]) => others), { kind: 'set-status', domain, status: 'clientUpdateProhibited', isOn: true }),
   `Ines has to add \`ns-…\` to the name servers of ${X} at Hover (registrar), as soon as \`clientUpdateProhibited\` is lifted: the zone has four, and only three of them are set there.`, ''],
];

test.each(ROWS.map((row) => [row[0], row] as const))('%s', (_, row) => expectRow(row));

test('statuses that only forbid changes are no finding', () => {
  const world = moved({ kind: 'set-status', domain, status: 'clientDeleteProhibited', isOn: true });
  const { kind, findings } = diagnose(world, domain);
  expect([kind, findings.filter(({ test }) => test === 'registry')]).toEqual(['nothing', []]);
});

test('why a domain is suspended is told only to who may look into the registrant’s account', () => {
  const found = diagnose(atRoute53(suspend('unpaid')), domain, { accountsOf: ['Tomasz'] });
  expect(found.sentence).toContain(
    `Ines has to ask Amazon Route 53 (registrar) why ${X} is suspended, and settle that`,
  );
  expect(amissIn(found)).toContain('registry');
  expect(JSON.stringify(found)).not.toContain('unpaid');
});
