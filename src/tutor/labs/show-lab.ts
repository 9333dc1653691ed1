import { tell } from '../../items/expression.ts';
import type { Judged } from '../../labs/judge.ts';
import type { Role } from '../../labs/lab.ts';
import type { Context } from '../command.ts';
import { drawn, type Pictures } from '../pictures.ts';
import { type Block, button, type Choice, fieldsOf, heading, type Reply, reply, text } from '../reply.ts';
import { clockOf, openStored } from '../worlds.ts';
import { labNews } from './after-step.ts';
import { goalWords, standingWords } from './check-words.ts';
import { judgeLab, type OpenLab } from './open-lab.ts';
import { progress } from './progress.ts';
import { roleWords } from './role.ts';

/** The complaint, the goal and how far it is: what a learner sees who begins a lab, or comes back to it. */
export function showLab(open: OpenLab, role?: Role, pictures?: Pictures): Reply {
  const judged = judgeLab(open);
  const story = tell(open.lab.story, open.start);
  if (!story.ok) throw new Error(`the story of lab ${open.lab.id} cannot be told: ${story.problem}`);
  return reply(
    [
      heading(open.lab.title),
      text(story.value),
      ...goalBlocks(open, judged),
      progress(judged),
      ...(role === undefined ? mapOf(open, pictures) : []),
      text(worldWords(open, role)),
    ],
    [...looks(judged), ...ways],
  );
}

/** How it stands; once the learner has changed something, with that marked. */
const mapOf = ({ now, start, steps }: OpenLab, pictures: Pictures | undefined): readonly Block[] =>
  drawn(
    pictures,
    now.world,
    (draw, of) => draw.map(now.world, of, steps > 0 ? { before: start.world } : {}),
    now.cast.domain,
  );

const worldWords = ({ now }: OpenLab, role: Role | undefined): string =>
  role !== undefined
    ? `In this lab you are ${roleWords(role)}. Everybody can look with \`/dig\`, \`/trace\` and \`/whois\`, and let time go by with \`/wait\`.`
    : `You are ${now.cast.registrant} here, with every login that ${now.cast.registrant} has. Look with \`/dig\`, \`/trace\`, \`/whois\` and \`/world\`; change what you like. Looking and waiting cost no steps.`;

/** What is to be reached, a line a check. */
export function showGoal(open: OpenLab): Reply {
  const judged = judgeLab(open);
  return reply(
    [heading(`Goal: ${open.lab.title}`), ...goalBlocks(open, judged), progress(judged)],
    [button('How it stands', '/status'), button('Hint', '/hint')],
  );
}

const goalBlocks = ({ now }: OpenLab, judged: readonly Judged[]): readonly Block[] => [
  fieldsOf(
    judged.map((each) => ({ name: `${each.passes ? '✓' : '✗'} ${each.number}`, value: `${goalWords(each, now)}.` })),
  ),
];

/** How far it is, and of each check what was asked, what came, what was expected and why. */
export async function showStatus(context: Context, open: OpenLab): Promise<Reply> {
  const judged = judgeLab(open);
  const { blocks, choices } = await labNews(context, open, judged);
  const [line, ...verdict] = blocks;
  const rows = verdict.length > 0 ? [] : [standingFields(open, judged)];
  const world = await openStored(context, open.run.id);
  return reply(
    [...(line ? [line] : []), ...rows, ...verdict, ...(world ? [text(clockOf(world))] : [])],
    [...choices.filter((each) => each.kind !== 'button' || each.command !== '/goal'), ...ways],
  );
}

/** How a lab stands, without the time. */
export const standing = (open: OpenLab): Reply => reply([standingFields(open, judgeLab(open))], ways);

const standingFields = ({ now }: OpenLab, judged: readonly Judged[]): Block =>
  fieldsOf(
    judged.map((each) => ({
      name: `${each.passes ? '✓' : '✗'} ${each.number}. ${goalWords(each, now)}`,
      value: standingWords(each, now),
    })),
  );

const ways: readonly Choice[] = [
  button('Hint', '/hint'),
  button('Who holds what', '/world'),
  button('Start over', '/reset'),
  button('Solution', '/solution'),
];

/** The look-ups that the checks make, for the first that fail. */
function looks(judged: readonly Judged[]): readonly Choice[] {
  const lines = judged.flatMap((each) =>
    each.kind === 'look-up' && !each.passes ? [`/trace ${lineOf(each.wanted.lookUp)}`] : [],
  );
  return [...new Set(lines)].slice(0, 1).map((line) => button('Trace it', line));
}

const lineOf = ({ qname, qtype }: { readonly qname: string; readonly qtype: string }): string =>
  `${qname.replace(/\.$/, '')} ${qtype}`;
