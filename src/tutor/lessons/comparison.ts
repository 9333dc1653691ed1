import { assertNever } from '../../base/result.ts';
import { displayName, type Name, parentOf } from '../../dns/name.ts';
import { outcomeOf } from '../../items/facts/lookups.ts';
import type { Outcome } from '../../items/value.ts';
import {
  type Arrival,
  arrivalOf,
  type Difference,
  differences,
  type Expectation,
  type Source,
} from '../../lessons/expectation.ts';
import { type Came, resolverFor } from '../../lessons/look-up.ts';
import { type Reason, reasonOf } from '../../lessons/reason.ts';
import { type Catalogue, hostOf, registryOf } from '../../world/catalogue.ts';
import { resolverOf } from '../../world/resolvers.ts';
import type { World } from '../../world/world.ts';
import { capitalised, counted, inCode, list } from '../names.ts';
import { type Block, type Field, fieldsOf, text } from '../reply.ts';
import { reasonWords } from './reason-words.ts';

/** What was expected of a look-up beside what came of it. */
export interface Comparison {
  readonly met: boolean;
  readonly blocks: readonly Block[];
}

/** Lays the two side by side, names each difference, and says why it came so. */
export function compare(world: World, expected: Expectation, came: Came): Comparison {
  const arrival = arrivalOf(world, came);
  const found = differences(expected, arrival);
  const { catalogue } = world;
  const sides: readonly Field[] = [
    { name: 'You expected', value: expectedWords(catalogue, expected) },
    { name: 'What came', value: arrivalWords(catalogue, arrival) },
    ...found.map((difference) => differenceField(catalogue, difference)),
  ];
  const met = found.length === 0;
  return {
    met,
    blocks: [
      {
        kind: 'verdict',
        verdict: met ? 'correct' : found.length === 1 && found[0]?.kind === 'source' ? 'partial' : 'incorrect',
        text: met ? 'As you expected.' : `Not as you expected: ${counted(found.length, 'difference')}.`,
      },
      fieldsOf(sides),
      text(whyItCame(world, came, arrival)),
    ],
  };
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  answer: 'an answer',
  referral: 'a referral',
  nodata: 'no data: the name, without such a record',
  nxdomain: 'NXDOMAIN: no such name',
  refused: 'REFUSED',
  servfail: 'SERVFAIL: no usable answer from anyone',
  timeout: 'no reply',
};

/** An expectation in words: `An answer, 203.0.113.7, from Hover`. */
export function expectedWords(catalogue: Catalogue, { outcome, data, from }: Expectation): string {
  const what = [...(outcome ? [OUTCOMES[outcome]] : []), ...data.map(inTicks)];
  return capitalised([...what, ...(from ? [`from ${sourceWords(catalogue, from)}`] : [])].join(', '));
}

/** What came, in words: `An answer, 203.0.113.7, from ns1.hover.com (Hover)`. */
export function arrivalWords(catalogue: Catalogue, { outcome, data, source, host }: Arrival): string {
  const owner = host === undefined ? '' : ` (${hostOf(catalogue, host).name})`;
  const from = source ? [`from ${sourceWords(catalogue, source)}${owner}`] : [];
  return capitalised([OUTCOMES[outcome], ...data.map(inTicks), ...from].join(', '));
}

function differenceField(catalogue: Catalogue, difference: Difference): Field {
  switch (difference.kind) {
    case 'outcome':
      return {
        name: 'Another outcome',
        value: `${OUTCOMES[difference.came]}, instead of ${OUTCOMES[difference.expected]}`,
      };
    case 'data': {
      const { missing, unexpected } = difference;
      const parts = [
        ...(missing.length > 0 ? [`${list(missing.map(inTicks))} did not come`] : []),
        ...(unexpected.length > 0 ? [`${list(unexpected.map(inTicks))} came`] : []),
      ];
      return { name: 'Other data', value: list(parts) };
    }
    case 'source': {
      const came = difference.came ? sourceWords(catalogue, difference.came) : 'nobody';
      return {
        name: 'Another source',
        value: `from ${came}, instead of ${sourceWords(catalogue, difference.expected)}`,
      };
    }
    default:
      return assertNever(difference);
  }
}

function sourceWords(catalogue: Catalogue, source: Source): string {
  switch (source.kind) {
    case 'cache':
      return "the resolver's cache";
    case 'server':
      return inCode(source.server);
    case 'host':
      return hostOf(catalogue, source.host).name;
    default:
      return assertNever(source);
  }
}

const inTicks = (word: string): string => `\`${word}\``;

/** Who was asked, and why the last of them could say no more nor less. */
function whyItCame(world: World, came: Came, { outcome }: Arrival): string {
  const { asked, reply, from, lookUp, why } = came;
  if (reply === 'timeout') return 'Nothing answers at that address.';
  const soa = reply.authority.find(({ rdata }) => rdata[0]?.type === 'SOA')?.owner;
  const plainly = BECAUSE[outcomeOf({ aa: false, additional: [], ...reply })](soa && zoneWords(world, soa));
  const because = withReason(reasonOf(world, came), outcome, plainly);
  if (lookUp.server !== undefined) return `Only ${inCode(lookUp.server)} was asked. ${because}`;
  const resolver = capitalised(resolverOf(resolverFor(lookUp)).title);
  if (why !== undefined) return `${resolver} has no answer that it can trust: ${why.replace(/\.$/, '')}.`;
  if (asked === 0)
    return `${resolver} asked nobody: it remembered this, and will until its TTL has run out. ${because}`;
  const who = from === undefined ? '' : ` The last word came from ${inCode(from)}.`;
  return `${resolver} asked ${counted(asked ?? 0, 'name server')}${outcome === 'servfail' ? ', and got nothing it can use' : ''}.${who} ${because}`;
}

/** The rule that was at work, if any, in place of what can be said plainly; at the end of an alias without an answer, both. */
function withReason(reason: Reason | undefined, outcome: Outcome, plainly: string): string {
  if (reason === undefined) return plainly;
  const isAlias = reason.kind === 'alias' || reason.kind === 'dname';
  return isAlias && outcome !== 'answer' ? `${reasonWords(reason)} ${plainly}` : reasonWords(reason);
}

const BECAUSE: Readonly<Record<Outcome, (zone: string | undefined) => string>> = {
  answer: () => 'It has a zone that holds such records.',
  referral: () => 'It does not answer for that name itself, and names the servers to ask next.',
  nodata: (zone) => `The name is there${zone ? `, in ${zone}` : ''}, and has no record of that type.`,
  nxdomain: (zone) => `There is no such name${zone ? ` in ${zone}` : ''}.`,
  refused: () => 'It has no zone with that name in it.',
  servfail: () => 'None of the name servers that are listed gave a usable answer.',
  timeout: () => 'Nobody replied.',
};

/** A zone, and whose it is where that is a registry. */
function zoneWords({ catalogue, own }: World, zone: Name): string {
  const tld = own ? undefined : catalogue.tlds.get(zone);
  if (tld) return `the zone of \`.${displayName(zone)}\`, which ${registryOf(catalogue, tld.registry).name} keeps`;
  return parentOf(zone) === undefined ? 'the root zone' : `the zone ${inCode(zone)}`;
}
