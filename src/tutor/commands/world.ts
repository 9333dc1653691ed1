import { displayName, type Name } from '../../dns/name.ts';
import { type Content, type Context, declare } from '../command.ts';
import { evidence } from '../evidence.ts';
import { roleIn, roleWords, seesIn } from '../labs/role.ts';
import { domainsIn } from '../leads-to.ts';
import { paceWords } from '../pace-words.ts';
import { drawn } from '../pictures.ts';
import { focusOnQuestion } from '../question-world.ts';
import { registerForm } from '../register-form.ts';
import { type Block, button, type Choice, code, notice, type Reply, reply, text } from '../reply.ts';
import { shown } from '../shown.ts';
import { readPresentation } from '../stored.ts';
import { ownZones } from '../tell-own.ts';
import { oneSide, whoHoldsWhat } from '../who-holds-what.ts';
import { clockOf, focusOnSandbox, type OpenWorld, openFocus, worldBefore } from '../worlds.ts';

export const world = declare({
  name: 'world',
  summary: 'Show who holds what, where the delegation leads, and who was paid.',
  options: {
    which: {
      type: 'choice',
      choices: ['sandbox', 'question', 'lesson', 'lab', 'own'],
      about: 'which world look-ups ask from now on',
    },
    domain: { type: 'name', about: 'of which domain the picture is; of the newest unless you say' },
    presentation: {
      type: 'presentation',
      about: "which question's, as its button has it; the last one's unless you say",
    },
  },
  examples: ['/world', '/world sandbox', '/world question', '/world lesson', '/world lab', '/world own'],
  async handle(context, { which, domain, presentation: id }) {
    const { store, learner } = context;
    if (id !== undefined || which === 'question') return worldOfQuestion(context, id);
    if (which === 'sandbox') await focusOnSandbox(context);
    if (which === 'lesson') {
      const [latest] = await store.lessonRuns(learner);
      if (!latest) return notice('You have not begun any lesson yet.', [button('Lessons', '/lesson list')]);
      await store.setDesk(learner, { ...(await store.desk(learner)), focus: latest.id });
    }
    if (which === 'lab') {
      const [latest] = await store.labRuns(learner);
      if (!latest) return notice('You have not begun any lab yet.', [button('Labs', '/lab list')]);
      await store.setDesk(learner, { ...(await store.desk(learner)), focus: latest.id });
    }
    if (which === 'own') {
      const { own, ...others } = await store.desk(learner);
      if (own === undefined) return notice('You have not brought any zone of your own yet.', [bringOne]);
      await store.setDesk(learner, { ...others, own, focus: own });
    }
    const open = await openFocus(context);
    if (which === 'own' && open.kind !== 'own') return notice(NO_LONGER, [bringOne]);
    const hasQuestion = (await store.latestPresentation(learner))?.world !== undefined;
    const hasOwn = (await store.desk(learner)).own !== undefined;
    const blocks = await inWorld(context, open, domain);
    const pace = open.kind === 'own' ? '' : ` ${paceWords(open.world)}`;
    return reply([...blocks, text(`${clockOf(open)}${pace}`)], nextIn(open, { hasQuestion, hasOwn }, context.content));
  },
});

/** Who holds what; of somebody's own zones, who answers for them; in a lab for several what the learner's role shows. */
async function inWorld(context: Context, open: OpenWorld, domain?: Name): Promise<readonly Block[]> {
  const { world } = open;
  const before = await worldBefore(context, open);
  const map = drawn(context.pictures, world, (draw, of) => draw.map(world, of, before ? { before } : {}), domain);
  if (open.kind === 'own') return [...map, ...ownZones(world)];
  const role = await roleIn(context, open);
  if (role === undefined) return [...map, ...whoHoldsWhat(world)];
  const sees = seesIn(role);
  return [
    text(`You are ${roleWords(role)}.`),
    ...(sees === 'nothing'
      ? [text('You see what everybody can look up, and nothing more.')]
      : oneSide(open.world, sees)),
  ];
}

const bringOne = button('Bring a zone', '/import');
const NO_LONGER = 'Those zones were given when I was started, and this time they were not.';

/** Puts the world of a question on the desk, and says what to ask it: once there is a response, what shows the key. */
async function worldOfQuestion(context: Context, id: string | undefined): Promise<Reply> {
  const { store, learner } = context;
  const put = await (id === undefined ? store.latestPresentation(learner) : store.presentation(learner, id));
  if (!put && id !== undefined) return notice(`You have no question ${shown(`#${id}`)}.`, [nextQuestion]);
  const presentation = put && readPresentation(put.body);
  const open = presentation && (await focusOnQuestion(context, put, presentation));
  if (!open)
    return notice(`${id === undefined ? 'The last' : 'That'} question had no world of its own.`, [nextQuestion]);
  const review = await store.reviewOf(put.id);
  const onDesk = 'The world of the question is on your desk: look-ups now ask it, and change nothing of your sandbox.';
  const others = [button('Who holds what', '/world'), button('My sandbox', '/world sandbox'), nextQuestion];
  if (!review) return reply([text(onDesk), text(clockOf(open))], others);
  const { evidence: commands } = presentation;
  return reply(
    [text(`${onDesk} What shows it best:`), code(commands.join('\n')), text(clockOf(open))],
    [...evidence(presentation), ...others.filter((choice) => !commands.includes(commandOf(choice)))],
  );
}

const nextQuestion = button('Next question', '/quiz');
const commandOf = (choice: Choice): string => (choice.kind === 'button' ? choice.command : '');

/** Which other worlds there are. */
interface Others {
  readonly hasQuestion: boolean;
  readonly hasOwn: boolean;
}

/** What to look at in a world, and the way to the other one. */
function nextIn({ kind, world }: OpenWorld, { hasQuestion, hasOwn }: Others, content: Content): readonly Choice[] {
  if (kind === 'own')
    return [button('Predict a look-up', '/predict'), button('My sandbox', '/world sandbox'), nextQuestion];
  const latest = domainsIn(world).at(-1);
  const www = latest && `www.${displayName(latest)}`;
  const look =
    www === undefined ? [] : [button('Trace it', `/trace ${www}`), button('Predict first', `/predict ${www} A`)];
  if (kind === 'lesson')
    return [...look, button('Back to the lesson', '/lesson'), button('My sandbox', '/world sandbox')];
  if (kind === 'lab')
    return [
      ...look,
      button('How it stands', '/status'),
      button('Hint', '/hint'),
      button('My sandbox', '/world sandbox'),
    ];
  if (kind === 'question') return [...look, button('My sandbox', '/world sandbox'), nextQuestion];
  const begin = latest === undefined ? registerForm(content) : [];
  const back = [
    ...(hasQuestion ? [button("The question's world", '/world question')] : []),
    ...(hasOwn ? [button('My own zones', '/world own')] : []),
  ];
  return [...look, ...begin, ...back, nextQuestion];
}
