import type { RoundQuestion, RoundResponse } from '../store/rounds.ts';
import { countingIn } from './scores.ts';
import { mostTempting, type PressedPresentation, pressed, type Tally, type Tempting, tallyOf } from './tally.ts';

/** What a round shows that a group should look at again. */
export interface Retro {
  /** Most missed first; at most two, none that nobody missed. */
  readonly missed: readonly ConceptTally[];
  /** The wrong option that most were tempted by, in all questions; undefined if nobody was. */
  readonly tempting?: Tempting & {
    readonly number: number;
    readonly all: number;
    readonly presentation: PressedPresentation;
  };
}
export interface ConceptTally {
  readonly concept: string;
  readonly right: number;
  readonly all: number;
}

const MISSED = 2;

/** Over the questions that count. */
export function retroOf(questions: readonly RoundQuestion[], responses: readonly RoundResponse[]): Retro {
  const told = countingIn(questions).map((question) => {
    const presentation = pressed(question);
    return { ...question, presentation, tally: tallyFor(question, responses) };
  });
  const missed = [...Map.groupBy(told, ({ concept }) => concept)]
    .map(([concept, own]) => ({
      concept,
      right: own.reduce((sum, { tally }) => sum + tally.right, 0),
      all: own.reduce((sum, { tally }) => sum + tally.all, 0),
    }))
    .filter(({ right, all }) => right < all)
    .toSorted((one, other) => shareOf(one) - shareOf(other) || other.all - one.all);
  const [tempting] = told
    .flatMap(({ number, presentation, tally }) => {
      const found = mostTempting(presentation.form, tally);
      return found ? [{ ...found, number, all: tally.all, presentation }] : [];
    })
    .toSorted((one, other) => other.chosenBy - one.chosenBy || one.all - other.all);
  return { missed: missed.slice(0, MISSED), ...(tempting && { tempting }) };
}

/** How the responses to one question of a round fall. */
export const tallyFor = (question: RoundQuestion, responses: readonly RoundResponse[]): Tally =>
  tallyOf(
    pressed(question).form,
    responses.flatMap(({ number, response }) => (number === question.number ? [response] : [])),
  );

const shareOf = ({ right, all }: ConceptTally): number => right / all;
