import { type Context, declare } from '../command.ts';
import { commandsFor, SOME_CODE } from '../labs/model-solution.ts';
import { caseOf, type OpenLab } from '../labs/open-lab.ts';
import { whichLab } from '../labs/which-lab.ts';
import { button, code, heading, notice, type Reply, reply, text } from '../reply.ts';

export const solution = declare({
  name: 'solution',
  summary: 'Show the model solution of the lab you are in; after that little credit is left.',
  options: {
    action: { type: 'choice', choices: ['show'], about: 'without it you are asked whether you mean it' },
  },
  examples: ['/solution', '/solution show'],
  async handle(context, { action }) {
    const found = await whichLab(context);
    if (!found.ok) return found.problem;
    const { run } = found.value;
    if (action === 'show' || run.finished || run.solutionShownAt !== undefined) return show(context, found.value);
    return notice(
      'Shall I show the commands of the model solution? The lab then counts 10 of 100 this time; the next time it counts in full again. A hint costs less.',
      [button('Show it', '/solution show'), button('Hint', '/hint')],
    );
  },
});

const WHICH_CODE = `In the place of \`${SOME_CODE}\` goes the auth code that \`/registrar code\` gives you: it is another in every world.`;

async function show(context: Context, open: OpenLab): Promise<Reply> {
  const { store, content, now } = context;
  if (!open.run.finished) await store.showLabSolution(open.run.id, now);
  const { solution: happenings, steps } = caseOf(content, open);
  const commands = commandsFor(happenings, open.start);
  const wait = commands.some((command) => command.startsWith('/wait')) ? ' Waiting counts as no step.' : '';
  return reply(
    [
      heading(`Solution: ${open.lab.title}`),
      text(`From where the lab begins, in ${steps === 1 ? '1 step' : `${steps} steps`}:${wait}`),
      code(commands.join('\n')),
      ...(commands.some((command) => command.includes(`code=${SOME_CODE}`)) ? [text(WHICH_CODE)] : []),
      text('What you have done already need not be done again; `/reset` takes you back to the beginning.'),
    ],
    [...commands.slice(0, 1).map((command) => button('Do the first', command)), button('Start over', '/reset')],
  );
}
