import { pick, seededRng } from './base/random.ts';
import { type Estimate, estimateOf } from './items/estimate.ts';
import { present } from './items/present.ts';
import { letterOf, type Presentation } from './items/presentation.ts';
import { showValue } from './items/value.ts';
import type { Content } from './tutor/command.ts';

/** What is drawn, and how it is shown. */
export interface Sample {
  readonly seed: number;
  readonly count: number;
  readonly keys: boolean;
  readonly pack?: string;
}

/** So many questions drawn at random, as a learner reads them; the same for the same seed. Refuses a pack that is not there. */
export function drawSample({ items, packs, catalogue }: Content, { seed, count, keys, pack }: Sample): string {
  const from = [...items.values()].filter((item) => pack === undefined || item.pack === pack);
  if (from.length === 0) return `There is no pack ${pack}; there are ${[...packs.keys()].join(', ')}.\n`;
  const rng = seededRng(seed);
  const concepts = new Map(
    [...packs.values()].flatMap((each) => each.concepts.map((concept) => [concept.id, concept])),
  );
  const drawn = Array.from({ length: count }, (_, place) => {
    const item = pick(rng, from);
    const owner = packs.get(item.pack);
    const put = owner && present(item, owner, catalogue, rng.integer(0, 2 ** 31 - 1));
    return put?.ok
      ? show(put.value, place + 1, keys ? estimateOf(item, put.value, concepts) : undefined)
      : `${place + 1}. ${item.id} cannot be put.\n`;
  });
  return drawn.join('\n');
}

/** @param estimate what is supposed of it, where its key is shown too */
function show(put: Presentation, number: number, estimate: Estimate | undefined): string {
  const { form, story, stem } = put;
  const options = form.kind === 'typed' ? [] : form.options.map(({ text }, place) => `   ${letterOf(place)}) ${text}`);
  return [
    `${number}. ${ASKS[form.kind]}`,
    ...story.map((sentence) => `   - ${sentence}`),
    `   ${stem}`,
    ...options,
    ...(estimate ? keyOf(put, estimate) : []),
    '',
  ].join('\n');
}

const ASKS = {
  'single-choice': 'Choose one.',
  'select-all': 'Select all that apply.',
  'true-false': 'True or false?',
  order: 'Put into order.',
  typed: 'Type it.',
} as const;

function keyOf(
  { item, concept, form, rationale, misconceptions, sources, evidence }: Presentation,
  { difficulty, readingSeconds }: Estimate,
): readonly string[] {
  const behind = (id: string | undefined) => (id === undefined ? '' : `: ${id}, ${misconceptions[id]?.belief ?? ''}`);
  const key = form.kind === 'typed' ? showValue(form.key) : [form.key].flat().map(letterOf).join(' ');
  const wrong = 'tempting' in form ? temptingOf(form) : wrongOf(form);
  return [
    `   [${item}, about ${concept}; difficulty ${difficulty} of 5, ${readingSeconds} s to read]`,
    `   KEY ${key}`,
    ...wrong.map(([response, misconception]) => `   not ${response}${behind(misconception)}`),
    `   WHY ${rationale}`,
    `   FROM ${sources.join('; ')}`,
    ...(evidence.length > 0 ? [`   SHOWN BY ${evidence.join('; ')}`] : []),
  ];
}

type Form = Presentation['form'];
type Wrong = readonly (readonly [response: string, misconception: string | undefined])[];

const wrongOf = (form: Extract<Form, { kind: 'single-choice' | 'true-false' | 'select-all' }>): Wrong =>
  form.options.flatMap(({ misconception }, place) =>
    [form.key].flat().includes(place) ? [] : [[letterOf(place), misconception] as const],
  );

const temptingOf = (form: Extract<Form, { kind: 'order' | 'typed' }>): Wrong =>
  form.kind === 'typed'
    ? form.tempting.map(({ value, misconception }) => [showValue(value), misconception] as const)
    : form.tempting.map(({ order, misconception }) => [order.map(letterOf).join(' '), misconception] as const);
