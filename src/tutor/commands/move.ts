import { nearest } from '../../base/nearest.ts';
import { type Context, declare } from '../command.ts';
import { listMoves } from '../moves/list-moves.ts';
import { playOrder } from '../moves/play-order.ts';
import { putMove } from '../moves/put-move.ts';
import { walkMove } from '../moves/walk-move.ts';
import { entryNamed } from '../parse-option.ts';
import { button, notice, type Reply } from '../reply.ts';
import { shown } from '../shown.ts';

export const move = declare({
  name: 'move',
  summary: 'Put the steps of a move in order, and see the outage that your order causes.',
  options: {
    action: { type: 'choice', choices: ['list', 'walk'], about: '`walk` goes through the right order, step by step' },
    move: { type: 'listed', list: 'moves', about: 'which move' },
    order: { type: 'text', about: 'the letters of its steps in your order, as `c a b d`' },
  },
  examples: ['/move list', '/move hosting-in-use', '/move hosting-in-use c a b e d', '/move walk hosting-in-use'],
  async handle(context, { action, move: id, order }) {
    const { moves, lists } = context.content;
    const [first = '', ...rest] = (order ?? '').trim().split(/\s+/);
    const wanted = id === undefined ? entryNamed(lists.moves, order ?? first)?.id : id;
    const found = wanted === undefined ? undefined : moves.get(wanted);
    if (!found) return order === undefined || action === 'list' ? listMoves(context) : noMove(context, order);
    const said = id === undefined ? '' : (order ?? '').trim();
    if (action === 'walk') return walkMove(context, found, said);
    if (id !== undefined && first.toLowerCase() === 'walk') return walkMove(context, found, rest.join(' '));
    return said === '' ? putMove(context, found) : playOrder(context, found, said);
  },
});

function noMove({ content }: Context, words: string): Reply {
  const { moves } = content.lists;
  const near = nearest(
    words,
    moves.flatMap(({ id, label }) => [id, label]),
  );
  const meant = near === undefined ? undefined : entryNamed(moves, near);
  const instead = meant ? ` Did you mean \`${meant.id}\`, "${meant.label}"?` : '';
  return notice(`There is no move ${shown(words)}.${instead} \`/move list\` shows what there is.`, [
    ...(meant ? [button(`Move: ${meant.label}`, `/move ${meant.id}`)] : []),
    button('All moves', '/move list'),
  ]);
}
