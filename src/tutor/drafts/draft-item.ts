import { type Rng, seededRng, shuffle } from '../../base/random.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { type Form, type Item, namedBy, type RecordedWorld } from '../../items/item.ts';
import { proveItem, seedsToProve } from '../../items/prove-item.ts';
import { type LookUp, writeLookUp } from '../../lessons/look-up.ts';
import { pickWorthPredicting } from '../../lessons/worth-predicting.ts';
import { replay } from '../../world/apply.ts';
import { newWorld } from '../../world/world.ts';
import type { Content } from '../command.ts';
import { DRAFTED, draftedPack } from '../packs/drafted-pack.ts';
import { type Asked, askedOf } from './asked-of.ts';

/** What is to be asked: of which look-up, about which concept; chosen unless said. */
export interface Wanted {
  readonly lookUp?: LookUp | undefined;
  readonly concept?: string | undefined;
}
/** `nothing-to-ask`: nobody holds a zone, or of what was named no question can be made whose key is the only right one. */
export type DraftProblem =
  | { readonly kind: 'nothing-to-ask' }
  | { readonly kind: 'no-concept'; readonly concepts: readonly string[] };

/** So many look-ups are tried. */
const MOST_TRIES = 25;
const PROOFS = 10;

/** Makes a question of a world, its key a fact of it; it is proven, as those of packs are. Refuses where nothing can be asked. */
export function draftItem(
  content: Content,
  recorded: RecordedWorld,
  { lookUp, concept }: Wanted,
  id: string,
): Result<Item, DraftProblem> {
  const { pace, events } = recorded;
  const empty = newWorld(content.catalogue);
  const world = replay(pace ? { ...empty, pace, hostPace: pace } : empty, events);
  const rng = seededRng(recorded.seed);
  const unheard = new Set<string>();
  for (let tried = 0; tried < (lookUp ? 1 : MOST_TRIES); tried += 1) {
    const chosen = lookUp ?? pickWorthPredicting(world, rng)?.lookUp;
    if (!chosen) break;
    for (const asked of likeliestFirst(rng, askedOf(world, chosen, recorded))) {
      const about = conceptFor(content, asked, concept);
      if (about === undefined) asked.concepts.map((each) => unheard.add(each));
      const item = about === undefined ? undefined : itemOf(content, recorded, chosen, asked, about, id);
      if (item && proofsOf(content, item).length === 0) return ok(item);
    }
  }
  return fail(unheard.size > 0 ? { kind: 'no-concept', concepts: [...unheard] } : { kind: 'nothing-to-ask' });
}

/** What keeps an item from being put in this content. */
export function proofsOf(content: Content, item: Item): readonly string[] {
  if (!content.concepts.some(({ id }) => id === item.concept))
    return [`no pack that is used here has the concept \`${item.concept}\` any more`];
  const pack = draftedPack([...content.packs.values()], [item]);
  return proveItem(item, pack, content.catalogue, seedsToProve(item, PROOFS));
}

/** Any of them; but those that have something wrong to choose from come before the others. */
const likeliestFirst = (rng: Rng, all: readonly Asked[]): readonly Asked[] =>
  shuffle(rng, all).toSorted((one, other) => temptingIn(other.form) - temptingIn(one.form));

const temptingIn = (form: Form): number => {
  if (form.kind === 'typed') return Math.min(1, form.tempting.length);
  return form.kind === 'single-choice' && form.of === 'values' ? Math.min(1, form.distractors.length - 1) : 0;
};

function conceptFor({ concepts }: Content, asked: Asked, wanted: string | undefined): string | undefined {
  if (wanted !== undefined) return wanted;
  return asked.concepts.find((each) => concepts.some(({ id }) => id === each));
}

/** Undefined where nothing wrong is left to choose. */
function itemOf(
  content: Content,
  recorded: RecordedWorld,
  lookUp: LookUp,
  { stem, form, rationale, sources }: Asked,
  concept: string,
  id: string,
): Item | undefined {
  const known = withKnownBeliefs(content, form);
  if (!known) return undefined;
  return {
    ...{ id: `drafted.${id}`, pack: DRAFTED, concept, scenario: { architecture: 'both', stage: 'empty', recorded } },
    ...{ story: true, stem, form: known, rationale, sources, evidence: evidenceOf(lookUp) },
  };
}

const evidenceOf = (lookUp: LookUp): readonly string[] => [
  `/dig ${writeLookUp(lookUp)}`,
  ...(lookUp.server === undefined ? [`/trace ${writeLookUp(lookUp)}`] : []),
];

/** Without what tempts by a belief that no pack here has. */
function withKnownBeliefs({ packs }: Content, form: Form): Form | undefined {
  const beliefs = new Set([...packs.values()].flatMap((pack) => namedBy(pack).misconceptions.map(({ id }) => id)));
  const isKnown = ({ misconception }: { readonly misconception: string }): boolean => beliefs.has(misconception);
  if (form.kind === 'typed') return { ...form, tempting: form.tempting.filter(isKnown) };
  if (form.kind !== 'single-choice' || form.of !== 'values') return undefined;
  const distractors = form.distractors.filter(isKnown);
  return distractors.length === 0 ? undefined : { ...form, distractors };
}
