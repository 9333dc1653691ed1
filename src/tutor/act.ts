import { seededRng } from '../base/random.ts';
import { type Action, decide } from '../world/action.ts';
import { replay } from '../world/apply.ts';
import { afterRefusal } from './after-refusal.ts';
import type { Context } from './command.ts';
import { describeRefusal } from './describe-refusal.ts';
import { button, type Choice, notice, type Reply, reply, text } from './reply.ts';
import { tellEvents } from './tell-events.ts';
import { clockOf, focusOnSandbox, keepStep, type OpenWorld, openSandbox } from './worlds.ts';

const OVERTAKEN =
  'Another command of yours changed the sandbox at the same moment, so this one did nothing. Please send it again.';

/**
 * Does something in the learner's sandbox: the party concerned decides, what follows is kept, and the reply tells who
 * did what. A refusal changes nothing and says the party's reason.
 */
export async function actInSandbox(
  context: Context,
  makeAction: (open: OpenWorld) => Action | { readonly problem: string },
  next: readonly Choice[] = [],
): Promise<Reply> {
  const open = await openSandbox(context);
  await focusOnSandbox(context);
  const action = makeAction(open);
  if ('problem' in action) return notice(action.problem, afterProblem(context));
  const decision = decide(open.world, open.actor, action, seededRng(context.newSeed()));
  if (decision.kind === 'refused') {
    const { refusal } = decision;
    return notice(describeRefusal(open.world, refusal), afterRefusal(open.world, refusal));
  }
  if (!(await keepStep(context, open, decision.events)))
    return notice(OVERTAKEN, [button('Send it again', context.line)]);
  const now = { ...open, world: replay(open.world, decision.events) };
  return reply([...tellEvents(open.world, decision.events), text(clockOf(now))], next);
}

/** How the command works, which only the line still tells, and what there is. */
function afterProblem({ line }: Context): readonly Choice[] {
  const [, name = ''] = /^\/(\w+)/.exec(line.trim()) ?? [];
  return [button('Who holds what', '/world'), button('Help', `/help ${name}`.trim())];
}
