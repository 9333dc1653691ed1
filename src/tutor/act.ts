import { type Action, decide } from '../world/action.ts';
import type { World } from '../world/world.ts';
import { afterRefusal } from './after-refusal.ts';
import { chanceIn } from './chance-in.ts';
import type { Context } from './command.ts';
import { describeRefusal } from './describe-refusal.ts';
import { withLabNews } from './labs/after-step.ts';
import { roleIn, whyNotInRole } from './labs/role.ts';
import { drawn, drawnBeside, mainDomain } from './pictures.ts';
import { type Block, button, type Choice, notice, type Reply, reply, text } from './reply.ts';
import { tellEvents } from './tell-events.ts';
import { clockOf, keepStep, MOST_HAPPENED, type OpenWorld, openWorkplace, worldName } from './worlds.ts';

const overtaken = (open: OpenWorld): string =>
  `Another command of yours changed ${worldName(open)} at the same moment, so this one did nothing. Please send it again.`;

const tooMuch = (open: OpenWorld): Reply =>
  notice(
    `With that, more than ${MOST_HAPPENED.toLocaleString('en-US')} things would have happened in ${worldName(open)}, which is more than I keep of one world. Nothing was changed. Take something back, or begin anew.`,
    [button('Undo', '/undo'), button('Begin anew', '/reset')],
  );

/**
 * Does something in the learner's sandbox, or in the world of the lesson or the lab that they are in: the party concerned decides, what follows is kept, and the reply tells who
 * did what. A refusal changes nothing and says the party's reason.
 */
export async function actInWorld(
  context: Context,
  makeAction: (open: OpenWorld) => Action | { readonly problem: string },
  next: readonly Choice[] = [],
  where: (context: Context) => Promise<OpenWorld> = openWorkplace,
): Promise<Reply> {
  const open = await where(context);
  const action = makeAction(open);
  if ('problem' in action) return notice(action.problem, afterProblem(context));
  const role = await roleIn(context, open);
  const why = role && whyNotInRole(role, action);
  if (why !== undefined) return notice(why, [button('The lab', '/lab'), button('Goal', '/goal')]);
  const decision = decide(open.world, open.actor, action, chanceIn(open.world, open.seed));
  if (decision.kind === 'refused') {
    const { refusal } = decision;
    return notice(describeRefusal(open.world, refusal), afterRefusal(open.world, refusal));
  }
  if (open.world.history.length + decision.events.length > MOST_HAPPENED) return tooMuch(open);
  const now = await keepStep(context, open, decision.events, action);
  if (!now) return notice(overtaken(open), [button('Send it again', context.line)]);
  const told = reply(
    [
      ...tellEvents(open.world, decision.events, MOST_OF[action.kind]),
      ...(role === undefined ? pictureOf(context, open.world, now.world, action) : []),
      text(clockOf(now)),
    ],
    withPrediction(next),
  );
  return now.kind === 'lab' ? withLabNews(context, now.id, told) : told;
}

/** What the world is like now, with what has changed marked; after a while went by, what resolvers remember. */
function pictureOf({ pictures }: Context, before: World, after: World, action: Action): readonly Block[] {
  if (action.kind === 'wait') return drawn(pictures, after, (draw, domain) => draw.clock(after, domain));
  const domain = 'domain' in action ? action.domain : 'origin' in action ? action.origin : mainDomain(after);
  return drawnBeside(pictures, after, (draw, of) => draw.map(after, of, { before }), domain);
}

/** What is many steps in one tells each of them. */
const MOST_OF: Partial<Record<Action['kind'], number>> = { 'white-label': 24 };

/** How the command works, which only the line still tells, and what there is. */
function afterProblem({ line }: Context): readonly Choice[] {
  const [, name = ''] = /^\/(\w+)/.exec(line.trim()) ?? [];
  return [button('Who holds what', '/world'), button('Help', `/help ${name}`.trim())];
}

/** A look-up that is offered can be predicted first. */
const withPrediction = (next: readonly Choice[]): readonly Choice[] =>
  next.flatMap((choice) => {
    const [, lookUp] = choice.kind === 'button' ? (/^\/dig (.+)$/.exec(choice.command) ?? []) : [];
    return lookUp === undefined ? [choice] : [choice, button('Predict first', `/predict ${lookUp}`)];
  });
