import { type Context, declare } from '../command.ts';
import { roleIn } from '../labs/role.ts';
import { counted } from '../names.ts';
import { type Block, button, code, notice, type Reply, reply, text } from '../reply.ts';
import { type SharedWorld, writeShareCode } from '../sharing/share-code.ts';
import { type NotShared, sharedWorld } from '../sharing/shared-world.ts';
import { shown } from '../shown.ts';
import { type OpenWorld, openFocus, worldName } from '../worlds.ts';

export const share = declare({
  name: 'share',
  summary: 'Get a code of the world you are in: whoever loads it has the same, anywhere.',
  options: {},
  examples: ['/share'],
  async handle(context) {
    const open = await openFocus(context);
    if (await isSeenInPart(context, open))
      return notice(
        'Each of you sees only a part of this lab until it is done: then it can be shared. Share your sandbox instead.',
        [button('My sandbox', '/world sandbox')],
      );
    const shared = await sharedWorld(context, open);
    if (!shared.ok) return whyNot(worldName(open), shared.problem);
    const letters = writeShareCode(shared.value);
    if (letters === undefined)
      return notice(`More was done in ${worldName(open)} than a code can hold.`, [look, button('Undo', '/undo')]);
    return withCode(context, worldName(open), shared.value, letters);
  },
});

/** Whether it is a lab for several that is not done yet: a code would show each of them all of it. */
async function isSeenInPart(context: Context, open: OpenWorld): Promise<boolean> {
  const role = await roleIn(context, open);
  const run = role && (await context.store.labRun(context.learner, open.id));
  return run !== undefined && run.finished === undefined;
}

const look = button('Who holds what', '/world');

/** A code that is longer than this is given as a file: a message could not hold it. */
const MOST_IN_MESSAGE = 1500;
const LETTERS_IN_LINE = 60;

function withCode(context: Context, world: string, { actions }: SharedWorld, letters: string): Reply {
  const done = actions.length === 0 ? 'as it began' : `with ${counted(actions.length, 'thing')} done in it`;
  return reply(
    [
      text(
        `This is the code of ${world}, ${done}. It says what was done, and nothing of you. \`/load\` makes the same world of it, for anybody, in any place.`,
      ),
      block(context, letters),
    ],
    [look],
  );
}

/** In a terminal it stays one line, as each line typed there is a command; elsewhere it is broken into lines. */
function block({ account }: Context, letters: string): Block {
  if (account.platform === 'terminal') return code(letters);
  const lines = letters.match(new RegExp(`.{1,${LETTERS_IN_LINE}}`, 'g')) ?? [];
  if (letters.length <= MOST_IN_MESSAGE) return code(lines.join('\n'));
  return { kind: 'file', name: 'world.txt', description: 'The code of a world', text: lines.join('\n') };
}

function whyNot(world: string, problem: NotShared): Reply {
  if (problem.kind === 'other-kind')
    return notice(`What can be shared are your sandbox, a lesson and a lab; look-ups ask ${world} now.`, [
      button('My sandbox', '/world sandbox'),
      look,
    ]);
  if (problem.kind === 'brought')
    return notice(
      `Your sandbox began with a domain that you brought, and a code has no room for that. Whoever is to have the same sends \`/import\` what you sent; \`/reset\`, twice if you did something since, gives you an empty sandbox, which can be shared.`,
      [look, button('Start over', '/reset')],
    );
  return notice(
    `I cannot tell any more how ${shown(problem.command)} came about, so that ${world} has no code. Begin anew with \`/reset\`, and it can be shared from then on.`,
    [look, button('Begin anew', '/reset')],
  );
}
