import { seededRng, shuffle } from '../../base/random.ts';
import type { Instant } from '../../base/time.ts';
import type { Item } from '../../items/item.ts';
import type { Content, Deps } from '../command.ts';
import { presentItem } from '../present-item.ts';
import type { Round, RoundQuestion } from '../store/rounds.ts';
import { writePresentation } from '../stored.ts';
import { leastTime } from './reading-time.ts';
import { pressed } from './tally.ts';

/** The items that can be put to a channel, of some concepts or of all: those with options to press, one of which is right. */
export const roundItems = ({ items }: Content, concepts: readonly string[]): readonly Item[] =>
  [...items.values()].filter(
    (item) =>
      (item.form.kind === 'single-choice' || item.form.kind === 'true-false') &&
      (concepts.length === 0 || concepts.includes(item.concept)),
  );

type Making = Pick<Deps, 'content' | 'newSeed'>;

/** The question that follows those put, not kept yet; undefined if no item is left that the round has not had. */
export function makeQuestion(
  { content, newSeed }: Making,
  { id: round, concepts, pace }: Pick<Round, 'id' | 'concepts' | 'pace'>,
  put: readonly RoundQuestion[],
  putAt: Instant,
): RoundQuestion | undefined {
  const chosen = chooseItem(roundItems(content, concepts), put, newSeed());
  if (!chosen) return undefined;
  const { id: item, concept } = chosen;
  const body = writePresentation(presentItem(content, chosen, newSeed()));
  const leastMs = leastTime(pressed({ item, body }));
  return {
    ...{ round, number: put.length + 1, item, concept, body, putAt, isSkipped: false },
    ...(pace.kind === 'timed' && { leastMs, paceMs: Math.max(pace.ms, leastMs) }),
    ...(pace.kind === 'open' && { closesAt: pace.until }),
  };
}

/** As many questions as a round has that puts them at once; of one that does not, the first. */
export function firstQuestions(
  making: Making,
  round: Pick<Round, 'id' | 'concepts' | 'pace' | 'questions'>,
  putAt: Instant,
): readonly RoundQuestion[] {
  const questions: RoundQuestion[] = [];
  const wanted = round.pace.kind === 'open' ? round.questions : 1;
  while (questions.length < wanted) {
    const next = makeQuestion(making, round, questions, putAt);
    if (!next) break;
    questions.push(next);
  }
  return questions;
}

/** By chance, of a concept that has come least often in the round. */
function chooseItem(items: readonly Item[], put: readonly RoundQuestion[], seed: number): Item | undefined {
  const timesPut = ({ concept }: Item) => put.filter((question) => question.concept === concept).length;
  const fresh = items.filter(({ id }) => !put.some(({ item }) => item === id));
  const [chosen] = shuffle(seededRng(seed), fresh).toSorted((one, other) => timesPut(one) - timesPut(other));
  return chosen;
}
