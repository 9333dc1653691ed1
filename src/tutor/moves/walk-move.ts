import { formatDuration, formatInstant, later, MINUTE } from '../../base/time.ts';
import { letterOf } from '../../items/presentation.ts';
import type { Hand } from '../../labs/hand.ts';
import { knownPlay } from '../../moves/known-play.ts';
import { lettered } from '../../moves/lettered.ts';
import type { Move } from '../../moves/move.ts';
import type { PlayedMove, PlayedStep } from '../../moves/play-move.ts';
import type { Context } from '../command.ts';
import { type Block, button, type Choice, fields, heading, type Reply, reply, text } from '../reply.ts';
import { sourceLinks } from '../source-link.ts';
import { tellEvents } from '../tell-events.ts';
import { agreementWords, outageWords, span } from './outage-words.ts';
import { orderForm } from './put-move.ts';

/** A step of a move in the right order: who does what, and how the resolvers fare until the next. */
export function walkMove({ content }: Context, move: Move, written: string): Reply {
  const played = knownPlay(move, content.catalogue);
  const last = played.steps.length;
  const number = Math.min(last, Math.max(1, Number.parseInt(written, 10) || 1));
  const step = played.steps[number - 1];
  if (!step) throw new Error(`move ${move.id} has no step ${number}`);
  const told: readonly Block[] = [
    heading(move.title),
    { kind: 'meter', label: 'Move', share: number / last, text: `step ${number} of ${last}` },
    text(`${letterOf(lettered(move).indexOf(step.step))}. ${step.text}`),
    text(`It is ${formatInstant(step.before.now)} UTC there. In hand: ${HAND_WORDS[step.step.party]}.`),
    ...tellEvents(step.before, step.done.history.slice(step.before.history.length)),
    text(afterwardsWords(played, step)),
    ...tellEvents(step.done, step.after.history.slice(step.done.history.length)),
    ...(number === last ? ending(move, played) : []),
  ];
  return { ...reply(told, onward(move, number, last)), replaces: true };
}

const HAND_WORDS: Readonly<Record<Hand, string>> = {
  'registrant-at-registrar': "whoever has the registrar's login",
  registrar: 'the registrar',
  registry: 'the registry',
  'customer-at-host': "whoever has the DNS host's login",
  registrant: 'the registrant in person',
  nobody: 'nobody; only time helps',
};

/** How many had what they should by the end of the wait after a step, and the least of them meanwhile. */
function afterwardsWords({ outage }: PlayedMove, { step, done }: PlayedStep): string {
  const from = Math.floor((done.now - outage.start) / MINUTE);
  const to = Math.floor((later(done.now, step.wait) - outage.start) / MINUTE);
  const meanwhile = outage.served.slice(from, Math.max(to, from + 1));
  const least = Math.min(...meanwhile);
  const wait = step.wait > 0 ? `Then ${formatDuration(step.wait)} go by. ` : '';
  if (least === outage.size) return `${wait}All ${outage.size} resolvers get what they should.`;
  const end = meanwhile.at(-1) ?? least;
  return `${wait}Of ${outage.size} resolvers ${least} get what they should at the worst moment, and ${end} at the end.`;
}

function ending(move: Move, { outage }: PlayedMove): readonly Block[] {
  const steps = lettered(move);
  const lettersOf = (order: readonly string[]) =>
    order.map((id) => letterOf(steps.findIndex((step) => step.id === id))).join(' ');
  return [
    text(`${outageWords(outage)} ${agreementWords(outage)} ${move.lesson.trim()}`),
    text('Orders that tempt:'),
    fields(
      ...move.wrong.map(({ order, tempts, outage: minutes, refused }) => {
        const cost =
          refused === undefined ? `It costs ${span(minutes)} at the worst resolver.` : 'A party refuses a step.';
        return [lettersOf(order), `${tempts.trim()} ${cost}`] as const;
      }),
    ),
  ];
}

function onward(move: Move, number: number, last: number): readonly Choice[] {
  const back = number > 1 ? [button('Back', `/move walk ${move.id} ${number - 1}`)] : [];
  if (number < last) return [button('Next', `/move walk ${move.id} ${number + 1}`), ...back, orderForm(move)];
  return [orderForm(move), ...back, button('All moves', '/move list'), ...sourceLinks(move.sources).slice(0, 2)];
}
