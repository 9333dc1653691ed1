import type { Lab, Role } from '../../labs/lab.ts';
import type { Context } from '../command.ts';
import { makeLinkCode, readLinkCode } from '../link-code.ts';
import { list } from '../names.ts';
import { entryNamed } from '../parse-option.ts';
import { button, notice, type Reply, text } from '../reply.ts';
import { shown } from '../shown.ts';
import { beginLab } from './begin-lab.ts';
import { openLab } from './open-lab.ts';
import { roleName } from './role.ts';
import { showLab } from './show-lab.ts';

const all = [button('All labs', '/lab list')];

/** Begins a lab for several people: one world, and a role for each. Whoever begins has the first, and a code for the others. */
export async function pairLab(context: Context, words: string): Promise<Reply> {
  const { content, store, learner, newId, now } = context;
  const named = entryNamed(content.lists.labs, words);
  const lab = named && content.labs.get(named.id);
  if (!lab) return notice(`There is no lab ${shown(words)}. \`/lab list\` shows what there is.`, all);
  const [role, ...others] = lab.roles;
  if (role === undefined || others.length === 0) return notForSeveral(context, lab);
  const attempts = (await store.labRuns(learner)).filter((run) => run.lab === lab.id && run.learner === learner);
  const open = await beginLab(context, lab, Math.max(0, ...attempts.map(({ attempt }) => attempt)));
  const code = makeLinkCode(`${open.run.id} ${newId()}`);
  await store.openLabRun(open.run.id, code, { role, learner }, now);
  const rest = list(others.map(roleName), 'or');
  const told = showLab(open, role);
  return {
    ...told,
    blocks: [
      ...told.blocks,
      text(
        `Others join with \`/lab join ${code}\`, and each gets a role that is left: ${rest}. You all work in one world; tell each other what you see.`,
      ),
    ],
  };
}

function notForSeveral({ content }: Context, lab: Lab): Reply {
  const some = [...content.labs.values()].filter(({ roles }) => roles.length > 1).slice(0, 3);
  const instead =
    some.length > 0
      ? ` Labs for several are ${list(some.map(({ id }) => `\`${id}\``))}.`
      : ' There are none for several yet.';
  return notice(`"${lab.title}" is for one person.${instead}`, [
    ...some.map(({ id, title }) => button(`Together: ${title}`, `/lab pair ${id}`)),
    button('Do it alone', `/lab start ${lab.id}`),
  ]);
}

/** Joins a lab that somebody opened, in the first role that is left. */
export async function joinLab(context: Context, typed: string): Promise<Reply> {
  const { store, learner, content } = context;
  const code = readLinkCode(typed);
  const found = code === undefined ? undefined : await store.labRunByCode(code);
  const lab = found && content.labs.get(found.lab);
  if (!found || !lab)
    return notice(
      `${shown(typed)} opens no lab. Type the code as it was shown to whoever began it with \`/lab pair\`.`,
      all,
    );
  const seat = await takeSeat(context, found.id, lab.roles);
  if (seat === undefined)
    return notice(`All roles of "${lab.title}" are taken there. Begin one of your own.`, [
      button('Begin one', `/lab pair ${lab.id}`),
    ]);
  await store.resumeLabRun(learner, found.id);
  const run = await store.labRun(learner, found.id);
  const open = run && (await openLab(context, run));
  if (!open) throw new Error(`the lab ${found.id} was joined and is not there`);
  return showLab(open, seat);
}

/** The learner's role in a run, taken if they have none yet; undefined if none is left. */
async function takeSeat(
  { store, learner, now }: Context,
  run: string,
  roles: readonly Role[],
): Promise<Role | undefined> {
  const mine = async () => (await store.labSeats(run)).find((seat) => seat.learner === learner)?.role;
  for (const role of roles) {
    const had = await mine();
    if (had !== undefined) return had;
    if (await store.takeLabSeat(run, { role, learner }, now)) return role;
  }
  return mine();
}
