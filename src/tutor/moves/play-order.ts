import { letterOf } from '../../items/presentation.ts';
import { readPlaces } from '../../items/read-places.ts';
import { knownPlay } from '../../moves/known-play.ts';
import { lettered } from '../../moves/lettered.ts';
import type { Move } from '../../moves/move.ts';
import { isUndone, type PlayedMove, type PlayedStep, rightOrder } from '../../moves/play-move.ts';
import type { Context } from '../command.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { counted } from '../names.ts';
import { type Block, button, code, fields, heading, notice, type Reply, reply, text } from '../reply.ts';
import { shown } from '../shown.ts';
import { sourceLinks } from '../source-link.ts';
import { outageChart } from './outage-chart.ts';
import { agreementWords, outageWords, span } from './outage-words.ts';
import { orderForm, rightLetters } from './put-move.ts';
import { whoWasHit } from './who-was-hit.ts';

/** Plays a learner's order of a move: who did what at each step, the outage it causes, and that of the right order beside it. */
export function playOrder({ content }: Context, move: Move, written: string): Reply {
  const steps = lettered(move);
  const places = readPlaces(
    steps.map(() => ({ text: '' })),
    written,
  );
  const again = [orderForm(move), button('Show the steps', `/move ${move.id}`)];
  if (!places || places.length !== steps.length) return notice(unreadable(move, written, places), again);
  const order = places.map((place) => steps[place]?.id ?? '');
  const played = knownPlay(move, content.catalogue, order);
  const right = knownPlay(move, content.catalogue);
  const tempting = move.wrong.find((wrong) => wrong.order.join(' ') === order.join(' '));
  return reply(
    [
      heading(move.title),
      verdict(move, played, right),
      fields(...played.steps.map((step, place) => stepField(step, place, letterOf(steps.indexOf(step.step))))),
      fields(
        [
          'Your order',
          [outageWords(played.outage), whoWasHit(played), agreementWords(played.outage)]
            .filter((words) => words !== '')
            .join(' '),
        ],
        ['The right order', `${rightLetters(move)}: ${outageWords(right.outage)}`],
      ),
      ...(played.outage.lost > 0
        ? [text(`How many of ${played.outage.size} had an answer, over time:`), code(outageChart(played.outage))]
        : []),
      ...(tempting ? [text(`Why it tempts: ${tempting.tempts.trim()}`)] : []),
      text(move.lesson.trim()),
    ],
    [
      ...(isRight(move, order) ? [] : [orderForm(move)]),
      button('Walk through it', `/move walk ${move.id}`),
      button('All moves', '/move list'),
      ...sourceLinks(move.sources).slice(0, 2),
    ],
  );
}

const isRight = (move: Move, order: readonly string[]): boolean => order.join(' ') === rightOrder(move).join(' ');

function unreadable(move: Move, written: string, places: readonly number[] | undefined): string {
  const count = move.steps.length;
  const last = letterOf(count - 1);
  if (!places)
    return `I cannot read ${shown(written)} as an order. Type the ${count} letters, A to ${last}, each once.`;
  return `That names ${counted(places.length, 'step')}, and there are ${count}. Type every letter from A to ${last} once.`;
}

function verdict(move: Move, { steps, outage }: PlayedMove, right: PlayedMove): Block {
  const undone = steps.filter(isUndone).length;
  if (undone > 0)
    return {
      kind: 'verdict',
      verdict: 'incorrect',
      text: `${counted(undone, 'step')} could not be done in this order, so the move is not complete.`,
    };
  const more = outage.worst - right.outage.worst;
  if (more > 0)
    return {
      kind: 'verdict',
      verdict: 'incorrect',
      text: `This order costs ${span(more)} more at the worst resolver.`,
    };
  const isSame = steps.map(({ step }) => step.id).join(' ') === rightOrder(move).join(' ');
  return {
    kind: 'verdict',
    verdict: 'correct',
    text: isSame ? 'That is the right order.' : 'Another order, and as good: nobody is without for longer.',
  };
}

function stepField(
  { text: words, refusal, tooEarly, before }: PlayedStep,
  place: number,
  letter: string,
): readonly [string, string] {
  const name = `${place + 1}. ${letter}`;
  if (refusal) return [name, `${words} Refused: ${describeRefusal(before, refusal)}`];
  return [name, tooEarly === undefined ? words : `${words} Not possible yet: what it takes is not there.`];
}
