import { assertNever } from '../../base/result.ts';
import { asWritten } from '../as-written.ts';
import { type Context, declare } from '../command.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { withLabNews } from '../labs/after-step.ts';
import { counted } from '../names.ts';
import { button, type Choice, notice, type Reply, reply, text } from '../reply.ts';
import { loadWorld } from '../sharing/load-world.ts';
import { type RebuildProblem, rebuild } from '../sharing/rebuild.ts';
import { readShareCode, type ShareCodeProblem, type SharedStart } from '../sharing/share-code.ts';
import { shown } from '../shown.ts';
import { whoHoldsWhat } from '../who-holds-what.ts';
import { clockOf, MOST_HAPPENED, openFocus } from '../worlds.ts';

export const load = declare({
  name: 'load',
  summary: 'Make the world of a code that `/share` gave; your own is put aside.',
  options: { code: { type: 'text', about: 'the code, in one line or several; I ask for it unless you say' } },
  examples: ['/load', '/load 1000W…'],
  async handle(context, { code }) {
    if (code === undefined)
      return notice('Send me the code of a world, and I make the same for you.', askForCode(context));
    const read = readShareCode(context.content.catalogue, asWritten(code));
    if (!read.ok) return notice(`${ofCode(read.problem)} Nothing was changed.`, askForCode(context));
    const rebuilt = await rebuild(context.content, read.value);
    if (!rebuilt.ok) return notice(`${ofWorld(rebuilt.problem)} Nothing was changed.`, askForCode(context));
    await loadWorld(context, read.value.start, rebuilt.value);
    return loaded(context, read.value.start, read.value.actions.length);
  },
});

/** A form for a code, which may be of several lines; a terminal has none. */
function askForCode({ account }: Context): readonly Choice[] {
  if (account.platform === 'terminal') return [button('Help', '/help load')];
  return [{ kind: 'form', label: 'Send a code', placeholder: '1000W…', command: '/load {lines}' }];
}

async function loaded(context: Context, start: SharedStart, actions: number): Promise<Reply> {
  const open = await openFocus(context);
  const done = `${counted(actions, 'thing')} ${actions === 1 ? 'was' : 'were'} done in it. ${clockOf(open)}`;
  switch (start.kind) {
    case 'sandbox':
      return reply(
        [
          text(`This world is now your sandbox: ${done} I have put the old one aside: \`/undo\` brings it back.`),
          ...whoHoldsWhat(open.world),
        ],
        [button('Who holds what', '/world'), button('Share it', '/share')],
      );
    case 'lesson':
      return notice(`You are in the lesson of the code, at its step ${start.step}: ${done}`, [
        button('The lesson', '/lesson'),
        button('Who holds what', '/world'),
      ]);
    case 'lab': {
      const credit = actions === 0 ? '' : ' It counts as a lab whose solution was shown.';
      const told = notice(`You are in the lab of the code: ${done}${credit}`, [
        button('The lab', '/lab'),
        button('Who holds what', '/world'),
      ]);
      return withLabNews(context, open.id, told);
    }
    default:
      return assertNever(start);
  }
}

function ofCode(problem: ShareCodeProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'There is no code in that.';
    case 'not-a-letter':
      return `That is no code of a world: ${shown(problem.letter)} does not stand in any.`;
    case 'version':
      return 'That is no code of this version: those begin with `1`. Ask for it to be made again with `/share`.';
    case 'cut':
      return `That code is cut short: ${problem.number} of its ${problem.of} letters are here.`;
    case 'changed':
      return 'That code has been changed on its way: a letter of it is wrong, or one too many. Copy it once more.';
    case 'unreadable':
      return 'That code is whole, and says things that I do not know: another version of this program made it.';
    default:
      return assertNever(problem);
  }
}

function ofWorld(problem: RebuildProblem): string {
  switch (problem.kind) {
    case 'no-lesson':
      return `That code is of a step of the lesson ${shown(problem.id)}, which is not among the lessons here.`;
    case 'no-lab':
      return `That code is of the lab ${shown(problem.id)}, which is not among the labs here.`;
    case 'refused':
      return `Thing number ${problem.number} that was done in that world is refused here. ${describeRefusal(problem.world, problem.refusal)}`;
    case 'too-much':
      return `More than ${MOST_HAPPENED.toLocaleString('en-US')} things would happen in the world of that code, which is more than I keep of one world.`;
    case 'differs':
      return 'That code comes to another world here than where it was made: lessons, labs, or the figures of registrars and hosts have changed since.';
    default:
      return assertNever(problem);
  }
}
