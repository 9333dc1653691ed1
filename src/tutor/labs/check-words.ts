import { assertNever } from '../../base/result.ts';
import { formatInstant, instant, SECOND } from '../../base/time.ts';
import type { Hand } from '../../labs/hand.ts';
import type { Judged } from '../../labs/judge.ts';
import type { Wanted } from '../../labs/wanted.ts';
import { writeLookUp } from '../../lessons/look-up.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { registrarOf } from '../../world/catalogue.ts';
import { arrivalWords, expectedWords } from '../lessons/comparison.ts';
import { capitalised, list } from '../names.ts';
import { spanInWords } from '../span-words.ts';

/** What a check asks for, as a sentence without its end: `www.example.com A brings …, at a resolver that remembers nothing`. */
export function goalWords(judged: Judged, { catalogue }: Scenario): string {
  if (judged.kind === 'holds') return capitalised(judged.says);
  const asked = `\`${writeLookUp(judged.wanted.lookUp)}\``;
  const brings = wantedWords(judged.wanted, { catalogue });
  if (judged.kind === 'unbroken') return `${asked} brings ${brings}, without a minute's outage for any resolver`;
  return `${asked} brings ${brings}${placeWords(judged)}`;
}

function placeWords({ check, wanted }: Extract<Judged, { kind: 'look-up' }>): string {
  if (wanted.lookUp.server !== undefined || check.kind !== 'look-up') return '';
  return `, ${PLACES[check.at]}`;
}

const PLACES = {
  fresh: 'at a resolver that remembers nothing',
  warm: 'at the resolver, with what it remembers',
  every: 'at every resolver, whatever it remembers',
  validating: 'at a resolver that checks signatures',
} as const;

const wantedWords = ({ expected }: Wanted, { catalogue }: Pick<Scenario, 'catalogue'>): string =>
  list(
    expected.map((each) => uncapitalised(expectedWords(catalogue, each))),
    'or',
  );

const uncapitalised = (words: string): string =>
  /^[A-Z]{2}/.test(words) ? words : words.slice(0, 1).toLowerCase() + words.slice(1);

/** What was asked, what came, what was expected, and why it has to be so; of a check that holds only why. */
export function standingWords(judged: Judged, scenario: Scenario): string {
  const why = `Why: ${judged.why}`;
  if (judged.passes) return why;
  const lines = [...found(judged, scenario), why, `In whose hand it is: ${handWords(judged.check.party, scenario)}.`];
  return lines.join('\n');
}

function found(judged: Judged, scenario: Scenario): readonly string[] {
  const { catalogue } = scenario;
  switch (judged.kind) {
    case 'holds':
      return [`Found: ${judged.found}.`];
    case 'look-up': {
      const came = arrivalWords(catalogue, judged.found.arrival);
      return [
        `Asked: \`${commandOf(judged)}\`${judged.last ? whoWords(judged.last) : ''}.`,
        `Came: ${came}.`,
        `Expected: ${wantedWords(judged.wanted, scenario)}.`,
        ...(judged.last ? [untilWords(judged.last, scenario)] : []),
      ];
    }
    case 'unbroken': {
      const came = judged.found ? arrivalWords(catalogue, judged.found.arrival) : '';
      return [
        `Asked: \`/dig ${writeLookUp(judged.wanted.lookUp)}\`, by all kinds of resolvers at all times.`,
        `Came: ${came}; for ${spanInWords(judged.outage)} in all.`,
        `Expected: ${wantedWords(judged.wanted, scenario)}, at all times.`,
      ];
    }
    default:
      return assertNever(judged);
  }
}

/** The command that shows the same. */
function commandOf({ check, found, wanted }: Extract<Judged, { kind: 'look-up' }>): string {
  const isFresh = check.kind === 'look-up' && (check.at === 'fresh' || check.at === 'validating');
  if (!isFresh || wanted.lookUp.server !== undefined) return `/dig ${writeLookUp(found.came.lookUp)}`;
  return `/trace ${writeLookUp(wanted.lookUp)}`;
}

type Last = NonNullable<Extract<Judged, { kind: 'look-up' }>['last']>;

const whoWords = ({ asked }: Last): string => `, of a resolver that asked before at ${formatInstant(asked)} UTC`;

function untilWords({ until }: Last, { world }: Scenario): string {
  if (until === 'never') return 'Waiting will not change that.';
  const then = instant(Math.ceil(until / SECOND) * SECOND);
  return `It may go on so until ${formatInstant(then)} UTC: ${spanInWords(then - world.now)} from now.`;
}

/** Who has something in hand, by the names that they have in a world. */
export function handWords(hand: Hand, { catalogue, cast }: Scenario): string {
  const { registrant } = cast;
  switch (hand) {
    case 'registrant-at-registrar':
      return `${registrant}, at the registrar ${registrarOf(catalogue, cast.registrar).name}`;
    case 'registrar':
      return `the registrar, ${registrarOf(catalogue, cast.registrar).name}`;
    case 'registry':
      return 'the registry';
    case 'customer-at-host':
      return `${registrant}, at the DNS host of the zone that is asked`;
    case 'registrant':
      return `${registrant} in person`;
    case 'nobody':
      return "nobody's; it takes time";
    default:
      return assertNever(hand);
  }
}
