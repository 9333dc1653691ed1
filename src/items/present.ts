import { type Rng, seededRng, shuffle } from '../base/random.ts';
import { assertNever, fail, ok, type Result } from '../base/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Catalogue } from '../world/catalogue.ts';
import { afterwards, tell } from './expression.ts';
import { type Form, type Item, type ItemScenario, namedBy, type Pack } from './item.ts';
import { itemWorld } from './item-world.ts';
import { keepFew, type Weighed } from './keep-few.ts';
import { presentChoice } from './present-choice.ts';
import { presentOrder } from './present-order.ts';
import { presentTyped } from './present-typed.ts';
import type { Presentation, PresentedForm } from './presentation.ts';
import { supposed } from './supposed.ts';
import { versionOf } from './version.ts';

/** What makes an item unfit to be put in some world: its key cannot be computed, or is not the only right one. */
export type Unfit = readonly string[];

export interface PresentOptions {
  /** Misconceptions by id: of more than four options those that detect these are kept. All are kept if it is absent. */
  readonly prefer?: ReadonlySet<string>;
  /** Builds the world of an item's scenario; as `itemWorld` does, if absent. */
  readonly build?: (scenario: ItemScenario, seed: number) => ReturnType<typeof itemWorld>;
}

/**
 * Puts an item: builds its world, computes the key, fills the texts and shuffles the options, once. The same seed gives
 * the same presentation. Refuses: items whose key is missing, double or equal to a distractor, every reason at once.
 */
export function present(
  item: Item,
  pack: Pack,
  catalogue: Catalogue,
  seed: number,
  { prefer, build = (scenario, of) => itemWorld(scenario, catalogue, of) }: PresentOptions = {},
): Result<Presentation, Unfit> {
  const built = item.scenario && build(item.scenario, seed);
  if (built && !built.ok) return fail([built.problem]);
  const scenario = built?.value.scenario;
  const few: Few = (options) =>
    prefer === undefined ? options : keepFew(options, prefer, seededRng(orderSeed(`${item.id} few`, seed)));
  const form = presentForm(item.form, scenario, seededRng(orderSeed(item.id, seed)), few);
  const texts = [item.stem, item.rationale, ...item.evidence].map((text) => tell(text, scenario));
  const faults = [...texts.flatMap((text) => (text.ok ? [] : [text.problem])), ...(form.ok ? [] : form.problem)];
  if (faults.length > 0 || !form.ok) return fail(faults);
  const [stem = '', rationale = '', ...evidence] = texts.map((text) => (text.ok ? text.value : ''));
  return ok({
    item: item.id,
    version: versionOf(item),
    pack: item.pack,
    concept: item.concept,
    ...built?.value.kept,
    story: item.story ? (scenario?.story ?? []) : [],
    stem,
    form: form.value,
    rationale,
    sources: item.sources,
    evidence,
    ...supposedEvents(item, scenario),
    misconceptions: detected(form.value, pack),
  });
}

/**
 * A seed for the order of the options that follows neither the cast, which is drawn from the seed itself, nor the order
 * of another item that is put at the same seed.
 */
const orderSeed = (id: string, seed: number): number =>
  [...id].reduce((mixed, letter) => (Math.imul(mixed, 31) + letter.charCodeAt(0)) | 0, seed + 104_729);

/** Which of many options are put. */
type Few = <Option extends Weighed>(options: readonly Option[]) => readonly Option[];

/** Puts a form by itself: computes its key in a scenario, and shuffles its options, of which all are put unless said. */
export function presentForm(
  form: Form,
  scenario: Scenario | undefined,
  rng: Rng,
  few: Few = (options) => options,
): Result<PresentedForm, Unfit> {
  switch (form.kind) {
    case 'single-choice':
    case 'select-all':
    case 'true-false':
      return presentChoice(form, scenario, (options) => shuffle(rng, few(options)));
    case 'order':
      return presentOrder(form, scenario, (options) => shuffle(rng, options));
    case 'typed':
      return presentTyped(form, scenario);
    default:
      return assertNever(form);
  }
}

function supposedEvents({ form }: Item, scenario: Scenario | undefined): Pick<Presentation, 'supposes'> {
  const then = scenario && afterwards(scenario, supposed(form));
  const events = then?.ok ? then.value.world.history.slice(scenario?.world.history.length) : [];
  return events.length > 0 ? { supposes: events } : {};
}

function detected(form: PresentedForm, pack: Pack): Presentation['misconceptions'] {
  const named = form.kind === 'typed' || form.kind === 'order' ? form.tempting : form.options;
  const ids = new Set(named.map(({ misconception }) => misconception));
  const used = namedBy(pack).misconceptions.filter(({ id }) => ids.has(id));
  return Object.fromEntries(used.map(({ id, ...said }) => [id, said]));
}
