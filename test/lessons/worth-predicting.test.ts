import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { importInternet } from '../../src/dns/export/import-internet.ts';
import { name } from '../../src/dns/name.ts';
import { arrivalOf, differences } from '../../src/lessons/expectation.ts';
import { type LookUp, lookUpIn, writeLookUp } from '../../src/lessons/look-up.ts';
import { reasonOf } from '../../src/lessons/reason.ts';
import { POINTS, type Point, pickWorthPredicting } from '../../src/lessons/worth-predicting.ts';
import { ownWorld, type World } from '../../src/world/world.ts';
import { aWorld, catalogue, played } from '../support/world.ts';

const RICH = `$ORIGIN tilia.test.
$TTL 300
@ SOA ns1 hostmaster 1 7200 900 1209600 300
  NS ns1
  MX 10 mail
ns1 A 192.0.2.11
www A 192.0.2.80
shop CNAME www
a.b TXT "deep"
*.w A 192.0.2.90
x.w A 192.0.2.91
sub NS ns.sub
ns.sub A 192.0.2.100
old DNAME new
www.new A 192.0.2.71
mail A 192.0.2.25
`;

function worldOf(...texts: readonly string[]): World {
  const read = importInternet(new Map(texts.map((text, place) => [`${place}`, text])));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return ownWorld(catalogue, read.value, read.value.now);
}

function outcomeIn(world: World, lookUp: LookUp) {
  const came = lookUpIn(world, lookUp);
  if (!came) throw new Error(`nobody to ask for ${writeLookUp(lookUp)}`);
  return { came, arrival: arrivalOf(world, came) };
}

/** What each point comes to in that zone; each look-up that is offered for it has to. */
const OUTCOMES: Readonly<Record<Point, readonly string[]>> = {
  address: ['answer'],
  alias: ['answer'],
  'no-such-type': ['nodata'],
  'no-such-name': ['nxdomain'],
  'empty-non-terminal': ['nodata'],
  wildcard: ['answer'],
  'wildcard-without-type': ['nodata'],
  'wildcard-blocked': ['nxdomain'],
  'below-dname': ['answer', 'nxdomain'],
  'delegated-away': ['referral', 'servfail'],
  glue: ['referral'],
  'delegation-signer': ['nodata'],
  'parent-asked': ['referral'],
  'not-served-here': ['refused'],
  'at-the-apex': ['answer', 'nodata'],
};

test('of a zone that has it all, every point is made, and each comes to what it is about', () => {
  const world = worldOf(RICH);
  const met = new Map<Point, Set<string>>();
  for (let seed = 0; seed < 1500; seed += 1) {
    const found = pickWorthPredicting(world, seededRng(seed));
    if (!found) throw new Error('nothing was found');
    const { outcome } = outcomeIn(world, found.lookUp).arrival;
    expect(OUTCOMES[found.point], writeLookUp(found.lookUp)).toContain(outcome);
    met.set(found.point, (met.get(found.point) ?? new Set()).add(outcome));
    expect(found.origin).toBe('tilia.test.');
  }
  expect([...met.keys()].toSorted()).toEqual(POINTS.toSorted());
  for (const [point, outcomes] of met) expect([...outcomes].toSorted(), point).toEqual(OUTCOMES[point].toSorted());
});

// biome-ignore format: a table reads down its columns
test.each<[string, string, string | undefined]>([
  ['www.tilia.test',       'A',    undefined],
  ['nosuch.tilia.test',    'A',    undefined],
  ['www.tilia.test',       'MX',   undefined],
  ['shop.tilia.test',      'A',    '{"kind":"alias","owner":"shop.tilia.test.","target":"www.tilia.test."}'],
  ['shop.tilia.test',      'CNAME', undefined],
  ['b.tilia.test',         'A',    '{"kind":"empty-non-terminal","below":"a.b.tilia.test."}'],
  ['y.w.tilia.test',       'A',    '{"kind":"wildcard","source":"*.w.tilia.test."}'],
  ['y.w.tilia.test',       'MX',   '{"kind":"wildcard-without-type","source":"*.w.tilia.test."}'],
  ['y.x.w.tilia.test',     'A',    '{"kind":"wildcard-blocked","wildcard":"*.w.tilia.test.","encloser":"x.w.tilia.test."}'],
  ['www.old.tilia.test',   'A',    '{"kind":"dname","owner":"old.tilia.test.","target":"new.tilia.test."}'],
  ['www.sub.tilia.test @', 'A',    '{"kind":"cut","cut":"sub.tilia.test.","origin":"tilia.test."}'],
])('the reason for what comes of %s %s is %s', (asked, qtype, reason) => {
  const [qname = '', at] = asked.split(' ');
  const server = at === undefined ? {} : { server: name('ns1.tilia.test') };
  const world = worldOf(RICH);
  const { came } = outcomeIn(world, { qname: name(qname), qtype: qtype as 'A', ...server });
  expect(JSON.stringify(reasonOf(world, came))).toBe(reason);
});

const label = fc.constantFrom('a', 'b', 'c', 'www', '*');
const line = fc.oneof(
  fc.tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 250 })).map(([labels, host]) => {
    return `${labels.join('.')} A 192.0.2.${host}`;
  }),
  fc.tuple(label, label).map(([one, other]) => `${one}.alias CNAME ${other}.b`),
  fc.tuple(label, label).map(([one, other]) => `${one}.cut NS ns.${other}.cut`),
  label.map((one) => `${one}.tree DNAME b`),
);
const zone = fc
  .array(line, { maxLength: 12 })
  .map((lines) =>
    [
      '$ORIGIN drawn.test.\n$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 198.51.100.1',
      ...new Set(lines.filter((each) => !each.startsWith('*.cut') && !each.startsWith('*.tree'))),
    ].join('\n'),
  );

test('whatever the zone, what is picked can be asked, and expecting just what comes is met', () => {
  fc.assert(
    fc.property(zone, fc.nat(), (text, seed) => {
      const read = importInternet(new Map([['drawn', text]]));
      fc.pre(read.ok); // two aliases of one name are refused
      if (!read.ok) return;
      const world = ownWorld(catalogue, read.value, read.value.now);
      const found = pickWorthPredicting(world, seededRng(seed));
      if (!found) throw new Error('nothing was found');
      const { arrival } = outcomeIn(world, found.lookUp);
      const { outcome, data, source } = arrival;
      expect(differences({ outcome, data, ...(source && { from: source }) }, arrival)).toEqual([]);
      expect(found.lookUp.qname).not.toMatch(/\\/);
    }),
    { numRuns: 400 },
  );
});

test('a sandbox with a zone has something to offer too, and an empty one has not', () => {
  const domain = name('quillcove-example.com');
  expect(pickWorthPredicting(aWorld(), seededRng(1))).toBeUndefined();
  const world = played(aWorld(), { kind: 'create-zone', host: 'route53', origin: domain });
  const points = new Set<string>();
  for (let seed = 0; seed < 100; seed += 1) points.add(pickWorthPredicting(world, seededRng(seed))?.point ?? 'none');
  expect([...points].toSorted()).toEqual([
    'at-the-apex',
    'no-such-name',
    'no-such-type',
    'not-served-here',
    'parent-asked',
  ]);
});
