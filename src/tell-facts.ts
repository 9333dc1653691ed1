import { evaluate } from './items/expression.ts';
import type { ArgumentKind, Fact } from './items/fact.ts';
import { FACTS } from './items/fact-list.ts';
import { CAST_WORDS, fillText } from './items/fill-text.ts';
import { HAPPENINGS } from './items/happening.ts';
import { HAPPENING_EXAMPLES } from './items/happening-examples.ts';
import { itemWorld } from './items/item-world.ts';
import { showValue } from './items/value.ts';
import { ARCHITECTURES, STAGES } from './scenario/architecture.ts';
import type { Scenario } from './scenario/scenario.ts';
import type { Catalogue } from './world/catalogue.ts';

/** What an argument of each kind may be, for examples: the first that leads to a value is shown. */
const ARGUMENTS: Readonly<Record<ArgumentKind, readonly string[]>> = {
  name: ['{www}', '{domain}'],
  'rr-type': ['A', 'NS', 'SOA'],
  host: ['host', 'old-host'],
  where: ['resolver', 'suffix', 'host'],
  purpose: ['registration', 'zone'],
  event: ['delegation-published', 'registry-told'],
  status: ['clientTransferProhibited'],
  number: ['1'],
  happening: ['delegate-to host'],
  reason: ['unchanged'],
};

/** All that a pack may ask a world and let happen in it, each with an example computed in worlds of that seed. */
export function tellFacts(catalogue: Catalogue, seed: number): string {
  const worlds = worldsOf(catalogue, seed);
  const [first] = worlds;
  const facts = Object.entries(FACTS).map(([name, fact]) => tellFact(name, fact, worlds));
  const words = Object.keys(CAST_WORDS).map((word) => {
    const filled = first ? fillText(`{${word}}`, first.scenario) : undefined;
    return `  {${word}}`.padEnd(24) + (filled?.ok ? filled.value : '');
  });
  const happenings = HAPPENINGS.map((word) => `  - ${word}: '${HAPPENING_EXAMPLES[word]}'`);
  return [
    `Facts: what an item may ask a world, here of seed ${seed}. In texts: {=fact argument=value}.`,
    ...facts,
    'Words that texts may hold in braces:',
    ...words,
    '',
    'What may happen, in `since:`, `after:` and `do:`:',
    ...happenings,
    '',
    `Scenarios: architecture ${ARCHITECTURES.join(', ')}; stage empty, ${STAGES.join(', ')}.`,
    'Claims: a fact by itself; with `is:` or `is-not:` a value or another fact; `all: [...]`, `any: [...]`, true, false.',
    '',
  ].join('\n');
}

interface NamedWorld {
  readonly name: string;
  readonly scenario: Scenario;
}

/** From the most usual on, since a fact need not have a value in each; the last is one right after a purchase. */
function worldsOf(catalogue: Catalogue, seed: number): readonly NamedWorld[] {
  const bought = { tells: 'It was bought.', happenings: [{ do: 'register', with: 'registrar' }] } as const;
  const fresh = itemWorld({ architecture: 'both', stage: 'empty', since: [bought] }, catalogue, seed);
  const usual = (['settled', 'delegated', 'records', 'looked-up'] as const).flatMap((stage) =>
    (['hosting-only', 'both', 'registrar-only'] as const).flatMap((architecture) => {
      const made = itemWorld({ architecture, stage }, catalogue, seed);
      return made.ok ? [{ name: `${architecture}/${stage}`, scenario: made.value.scenario }] : [];
    }),
  );
  return [...usual, ...(fresh.ok ? [{ name: 'both/empty, registered', scenario: fresh.value.scenario }] : [])];
}

function tellFact(name: string, fact: Fact, worlds: readonly NamedWorld[]): string {
  const args = Object.entries(fact.args).map(([arg, kind]) => `${arg}: ${kind}`);
  return [
    `  ${name} → ${fact.type}${args.length > 0 ? `  (${args.join(', ')})` : ''}`,
    `      ${fact.about}`,
    `      ${exampleOf(name, fact, worlds) ?? 'It has no value in these worlds.'}`,
    '',
  ].join('\n');
}

function exampleOf(name: string, fact: Fact, worlds: readonly NamedWorld[]): string | undefined {
  const choices = argumentsOf(Object.entries(fact.args));
  for (const { name: world, scenario } of worlds)
    for (const args of choices) {
      const value = evaluate({ fact: name, args, after: [] }, scenario);
      if (!value.ok) continue;
      const written = Object.entries(args).map(([arg, text]) => `, ${arg}: '${text}'`);
      return `{ fact: ${name}${written.join('')} }  in ${world}: ${showValue(value.value)}`;
    }
  return undefined;
}

/** Some ways of filling arguments in: with few of them at first, since most can be left out. */
function argumentsOf(args: readonly (readonly [string, ArgumentKind])[]): readonly Readonly<Record<string, string>>[] {
  const asked = args.filter(([arg, kind]) => arg === 'name' || !OPTIONAL.includes(kind));
  const placed = args.filter(([arg, kind]) => asked.some(([each]) => each === arg) || kind === 'where');
  const fill = (some: typeof args, turn: number) =>
    Object.fromEntries(some.map(([arg, kind]) => [arg, ARGUMENTS[kind][turn % ARGUMENTS[kind].length] ?? '']));
  return [asked, placed, args].flatMap((some) => [0, 1, 2].map((turn) => fill(some, turn)));
}

const OPTIONAL: readonly ArgumentKind[] = ['host', 'number', 'where', 'name'];
