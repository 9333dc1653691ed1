import { VALIDATING } from '../../world/population.ts';
import type { Context } from '../command.ts';
import { button, fields, heading, notice, type Reply, reply, text } from '../reply.ts';

/** All moves, with what each is about. */
export function listMoves({ content }: Context): Reply {
  const moves = [...content.moves.values()];
  if (moves.length === 0) return notice('There are no moves yet.', [button('Next question', '/quiz')]);
  return reply(
    [
      heading('Moves'),
      text(
        `Each has steps to be put in order. Your order is then played, and its outage measured at 50 resolvers of all kinds, ${VALIDATING} in 10 of which check signatures.`,
      ),
      fields(...moves.map(({ id, title, about }) => [`${title} (${id})`, about] as const)),
    ],
    [
      {
        kind: 'menu',
        label: 'Choose a move',
        values: moves.map(({ id, title }) => ({ label: title, value: id })),
        most: 1,
        command: '/move {}',
      },
    ],
  );
}
