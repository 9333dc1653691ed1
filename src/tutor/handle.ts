import type { Instant } from '../base/time.ts';
import type { Declaration, Deps } from './command.ts';
import { commands } from './commands.ts';
import { withRefusals } from './daily/tell-refused.ts';
import { isOrganiser } from './is-organiser.ts';
import { learnerMeant } from './learner-meant.ts';
import { contentAt } from './packs/content-at.ts';
import { parseLine } from './parse.ts';
import { problemNotice } from './problem-notice.ts';
import { button, notice, type Reply } from './reply.ts';
import type { Account } from './store/account.ts';
import { NOWHERE, type Venue } from './venue.ts';

/** Answers one line of one person, from whatever platform. Throws only for a bug or a broken environment. */
export async function handleLine(
  deps: Deps,
  account: Account,
  now: Instant,
  line: string,
  venue: Venue = NOWHERE,
): Promise<Reply> {
  const own = await deps.store.learnerOf(account, now);
  const content = await contentAt(deps, account);
  const parsed = parseLine(line, commands, content.lists);
  if (!parsed.ok) return problemNotice(parsed.problem, line, content.lists);
  const { declaration, values } = parsed.value;
  if (declaration.isForOrganisers && !(await isOrganiser(deps.store, account, venue)))
    return forOrganisers(declaration);
  const learner = await learnerMeant(deps.store, account, own, parsed.value);
  const told = await declaration.handle({ ...deps, content, learner, account, venue, now, line }, values);
  return withRefusals(deps.store, own, told);
}

const forOrganisers = ({ name }: Declaration): Reply =>
  notice(
    `\`/${name}\` is for those who organise the study group: whoever manages the server or workspace, and whom they have allowed with \`/organisers\`.`,
    [button('Help', `/help ${name}`)],
  );
