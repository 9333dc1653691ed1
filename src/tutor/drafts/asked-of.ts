import { displayName, isAtOrBelow, type Name } from '../../dns/name.ts';
import { lookup } from '../../dns/zone/lookup.ts';
import type { HostedZone } from '../../hosting/hosted-zone.ts';
import type { Distractor, Form, RecordedWorld } from '../../items/item.ts';
import { bareCompany, type Outcome } from '../../items/value.ts';
import { type Arrival, arrivalOf } from '../../lessons/expectation.ts';
import { type LookUp, lookUpIn, resolverFor } from '../../lessons/look-up.ts';
import { type Reason, reasonOf } from '../../lessons/reason.ts';
import { suffixOf } from '../../registration/registry.ts';
import { hostOf, registrarOf, registryOf } from '../../world/catalogue.ts';
import { resolverOf } from '../../world/resolvers.ts';
import type { World } from '../../world/world.ts';
import { arrivalWords } from '../lessons/comparison.ts';
import { reasonWords } from '../lessons/reason-words.ts';

/** A question about one look-up: its form, whose key is a fact of the world, and what goes with that. */
export interface Asked {
  readonly stem: string;
  readonly form: Form;
  readonly rationale: string;
  readonly sources: readonly string[];
  /** Concepts that it may be about, the aptest first. */
  readonly concepts: readonly string[];
}

/**
 * All that can be asked about a look-up in a world, of those who are told by what commands it came about: they cannot
 * know what stands in a zone that came by itself. Nothing where the name server is none of it.
 */
export function askedOf(world: World, lookUp: LookUp, { tells, pace }: RecordedWorld): readonly Asked[] {
  const came = lookUpIn(world, lookUp);
  if (!came) return [];
  const arrival = arrivalOf(world, came);
  const reason = reasonOf(world, came);
  const why = [`${arrivalWords(world.catalogue, arrival)}.`, ...(reason ? [reasonWords(reason)] : [])].join(' ');
  const isResolver = lookUp.server === undefined;
  const told = tells.join('\n');
  const isGiven = arrival.data.some((each) => told.includes(` ${each} `));
  const isFilled = arrival.host === undefined || new RegExp(`/host create .* ${arrival.host}\\b`).test(told);
  const isPlain = arrival.outcome === 'answer' && reason?.kind !== 'wildcard';
  const all = [
    ...(isResolver && arrival.outcome === 'answer' && isGiven ? whichAddress(world, lookUp, arrival, why) : []),
    ...(isResolver && arrival.host !== undefined ? [whoAnswers(world, lookUp, arrival.host, why)] : []),
    ...(isFilled && !isPlain
      ? [whatComes(world, lookUp, arrival, why)].map((each) => ({
          ...each,
          concepts: [...(reason ? CONCEPTS_OF_REASONS[reason.kind] : []), ...each.concepts],
        }))
      : []),
  ];
  const begun = pace ? `${TYPED} ${SLOWLY}` : TYPED;
  return all.map((each) => ({ ...each, stem: `${begun} ${each.stem}` }));
}

/** The one address that comes; tempting are those that other zones have. */
function whichAddress(world: World, lookUp: LookUp, { data }: Arrival, rationale: string): readonly Asked[] {
  const [address, ...more] = data;
  if (address === undefined || more.length > 0 || (lookUp.qtype !== 'A' && lookUp.qtype !== 'AAAA')) return [];
  const others = zonesAbout(world, lookUp.qname).flatMap((each) => addressesIn(each, lookUp));
  const tempting = [...new Set(others)].filter((each) => each !== address).map(valued('zone-is-enough'));
  return [
    {
      stem: `Which address does ${whom(lookUp)} give now for ${wanted(lookUp)}? Type it.`,
      form: { kind: 'typed', key: { fact: 'lookup-address', args: argsOf(lookUp), after: [] }, tempting },
      rationale,
      sources: ['RFC 1034 §4.3.2'],
      concepts: tempting.length > 0 ? ['zone-without-delegation', ...LOOKING_UP] : LOOKING_UP,
    },
  ];
}

/** The company whose name server it comes from; tempting are those that have a zone, or another job. */
function whoAnswers(world: World, lookUp: LookUp, host: string, rationale: string): Asked {
  const { catalogue } = world;
  const key = hostOf(catalogue, host).name;
  const zones = zonesAbout(world, lookUp.qname).map((zone) => hostOf(catalogue, zone.host).name);
  const held = [...world.registrations.values()].find(({ domain }) => isAtOrBelow(lookUp.qname, domain));
  const suffix = held && suffixOf(held.domain, catalogue.tlds);
  const wrong: readonly (readonly [name: string, misconception: string])[] = [
    ...zones.map((name) => [name, 'zone-is-enough'] as const),
    ...(held ? [[registrarOf(catalogue, held.registrar).name, 'registrar-answers-queries'] as const] : []),
    ...(suffix ? [[registryOf(catalogue, suffix.registry).name, 'zone-lives-at-the-registry'] as const] : []),
  ];
  const seen = new Set([bareCompany(key)]);
  const distractors = wrong.flatMap(([name, misconception]) => {
    if (seen.has(bareCompany(name))) return [];
    seen.add(bareCompany(name));
    return [valued(misconception)(name)];
  });
  const { name, type } = argsOf(lookUp);
  return {
    stem: `Whose name server does what ${whom(lookUp)} says of ${wanted(lookUp)} come from?`,
    form: {
      kind: 'single-choice',
      of: 'values',
      key: { fact: 'answering-host', args: { name, type }, after: [] },
      distractors,
    },
    rationale,
    sources: ['RFC 1034 §5.3.3'],
    concepts: ['zone-is-at-the-host', 'delegation-is-at-the-registry', 'parts', ...LOOKING_UP],
  };
}

/** What it comes to. */
function whatComes(world: World, lookUp: LookUp, { outcome }: Arrival, rationale: string): Asked {
  const elsewhere = zonesAbout(world, lookUp.qname).some(
    ({ zone }) => lookup(zone, lookUp.qname, lookUp.qtype).kind === 'answer',
  );
  const wrong: readonly (readonly [Outcome, string])[] = [
    ...TEMPTING[outcome],
    ...(elsewhere && outcome !== 'answer' && outcome !== 'referral' ? [['answer', 'zone-is-enough'] as const] : []),
  ];
  return {
    stem: `What does ${whom(lookUp)} say now to a query for ${wanted(lookUp)}?`,
    form: {
      ...{ kind: 'single-choice', of: 'values' },
      key: { fact: 'lookup-outcome', args: argsOf(lookUp), after: [] },
      distractors: wrong.map(([value, misconception]) => valued(misconception)(value)),
    },
    rationale,
    sources: [SOURCES[outcome]],
    concepts: CONCEPTS[outcome],
  };
}

const valued =
  (misconception: string) =>
  (literal: string): Distractor => ({ value: { literal }, misconception });

const DENIED = [
  ['nxdomain', 'no-record-means-no-name'],
  ['refused', 'no-record-means-no-name'],
] as const;
/** What people take each outcome for, and the belief behind it. */
const TEMPTING: Readonly<Record<Outcome, readonly (readonly [Outcome, string])[]>> = {
  answer: [['nxdomain', 'no-record-means-no-name']],
  referral: [...DENIED, ['answer', 'referral-is-authoritative']],
  nodata: [
    ['nxdomain', 'nodata-is-nxdomain'],
    ['refused', 'no-record-means-no-name'],
  ],
  nxdomain: [
    ['nodata', 'nodata-is-nxdomain'],
    ['refused', 'no-record-means-no-name'],
  ],
  refused: [['nxdomain', 'no-record-means-no-name']],
  servfail: [['nxdomain', 'no-record-means-no-name']],
  timeout: DENIED,
};
const SOURCES: Readonly<Record<Outcome, string>> = {
  answer: 'RFC 4592 §3.3.1',
  referral: 'RFC 1034 §4.3.2',
  nodata: 'RFC 2308 §2.2',
  nxdomain: 'RFC 2308 §2.1',
  refused: 'RFC 1035 §4.1.1',
  servfail: 'RFC 1035 §4.1.1',
  timeout: 'RFC 1034 §5.3.3',
};
const LOOKING_UP: readonly string[] = ['how-a-lookup-goes', 'referral-or-answer'];
const DENIALS: readonly string[] = ['nxdomain-or-nodata', ...LOOKING_UP];
const LAME: readonly string[] = ['lame-delegation', 'zone-without-delegation', ...LOOKING_UP];
/** Concepts of the built-in packs that an outcome is about. */
const CONCEPTS: Readonly<Record<Outcome, readonly string[]>> = {
  answer: LOOKING_UP,
  referral: ['reading-a-reply', 'referral-or-answer'],
  nodata: DENIALS,
  nxdomain: DENIALS,
  refused: ['reading-a-reply', ...LOOKING_UP],
  servfail: ['servfail-or-nxdomain', ...LAME],
  timeout: LAME,
};
/** And those that the rule behind it is about, which say more. */
const CONCEPTS_OF_REASONS: Readonly<Record<Reason['kind'], readonly string[]>> = {
  alias: ['alias-chains'],
  dname: ['alias-chains'],
  wildcard: ['wildcards'],
  'wildcard-without-type': ['wildcards'],
  'wildcard-blocked': ['wildcards'],
  'empty-non-terminal': ['empty-non-terminals'],
  cut: ['zone-cuts'],
};

/** The story is the commands. */
const TYPED = 'Somebody did this in a world that was empty.';
const SLOWLY = 'Registries and DNS hosts take their time there, as in life.';
const whom = (lookUp: LookUp): string =>
  lookUp.server === undefined
    ? resolverOf(resolverFor(lookUp)).title
    : `the name server \`${displayName(lookUp.server)}\``;
const wanted = ({ qname, qtype }: LookUp): string => `\`${displayName(qname)} ${qtype}\``;

const argsOf = (lookUp: LookUp) => ({
  ...{ name: displayName(lookUp.qname), type: lookUp.qtype },
  at: lookUp.server === undefined ? resolverFor(lookUp) : displayName(lookUp.server),
});

/** The public zones in which a name lies. */
const zonesAbout = ({ hostedZones }: World, qname: Name): readonly HostedZone[] =>
  [...hostedZones.values()].filter(({ zone, networks }) => !networks && isAtOrBelow(qname, zone.origin));

function addressesIn({ zone }: HostedZone, { qname, qtype }: LookUp): readonly string[] {
  const found = lookup(zone, qname, qtype);
  const sets = found.kind === 'answer' ? found.rrsets : [];
  return sets.flatMap(({ rdata }) =>
    rdata.flatMap((data) => (data.type === 'A' || data.type === 'AAAA' ? [data.address] : [])),
  );
}
