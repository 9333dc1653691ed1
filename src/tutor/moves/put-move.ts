import { formatDuration } from '../../base/time.ts';
import { tell } from '../../items/expression.ts';
import { letterOf } from '../../items/presentation.ts';
import { lettered } from '../../moves/lettered.ts';
import type { Move, MoveStep } from '../../moves/move.ts';
import { beginMove } from '../../moves/play-move.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Context } from '../command.ts';
import { list } from '../names.ts';
import { button, type Choice, heading, type Reply, reply, text } from '../reply.ts';

/** A move as it is put: where things stand, what must not break, and its steps in no order. */
export function putMove({ content }: Context, move: Move): Reply {
  const start = beginMove(move, content.catalogue);
  if (!start.ok) throw new Error(`move ${move.id}: ${start.problem}`);
  return reply(
    [
      heading(move.title),
      text(`${move.about} ${mustNotBreak(move, start.value)}`),
      text('These are the steps, in no order. In which order do you take them?'),
      { kind: 'options', options: lettered(move).map((step) => stepText(step, start.value)) },
    ],
    [orderForm(move), button('Show me the right order', `/move walk ${move.id}`), button('All moves', '/move list')],
  );
}

/** Where an order is typed. */
export const orderForm = (move: Move): Choice => ({
  kind: 'form',
  label: 'Put them in order',
  placeholder: `the ${move.steps.length} letters in your order, as ${anOrder(move)}`,
  command: `/move ${move.id} {}`,
});

/** The letters backwards, as an example; forwards, where backwards would be right. */
function anOrder(move: Move): string {
  const letters = move.steps.map((_, place) => letterOf(place));
  const backwards = letters.toReversed().join(' ');
  return (backwards === rightLetters(move) ? letters.join(' ') : backwards).toLowerCase();
}

/** The letters of the right order. */
export function rightLetters(move: Move): string {
  const steps = lettered(move);
  return move.steps.map((step) => letterOf(steps.indexOf(step))).join(' ');
}

/** A step as it is told, with the wait after it where that is more than a few minutes. */
function stepText({ text: words, wait, happenings }: MoveStep, start: Scenario): string {
  const told = tell(words, start);
  if (!told.ok) throw new Error(told.problem);
  return happenings.length > 0 && wait >= LONG ? `${told.value} (Then ${formatDuration(wait)} go by.)` : told.value;
}

const LONG = 3_600_000;

function mustNotBreak({ lookUps }: Move, start: Scenario): string {
  const asked = lookUps.map(({ ask }) => {
    const told = tell(ask, start);
    return `\`${told.ok ? told.value : ask}\``;
  });
  return `All the while, 50 resolvers look up ${list(asked)} once a minute.`;
}
