import type { Instant } from '../base/time.ts';
import type { Declaration, Deps } from './command.ts';
import { commands } from './commands.ts';
import { withRefusals } from './daily/tell-refused.ts';
import { isOrganiser } from './is-organiser.ts';
import { learnerMeant } from './learner-meant.ts';
import { contentAt } from './packs/content-at.ts';
import { picturesIn } from './painted.ts';
import { parseLine } from './parse.ts';
import { asWanted } from './pictures.ts';
import { problemNotice } from './problem-notice.ts';
import { button, notice, type Reply } from './reply.ts';
import { PICTURES } from './settings/settings.ts';
import { learnerSubject, serverSubject, settled } from './settings/settled.ts';
import type { Account, LearnerId } from './store/account.ts';
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
  return withRefusals(deps.store, own, await asSet(deps, learner, account, told));
}

/** With pictures as the learner, or else the server, has set them. */
async function asSet({ store }: Deps, learner: LearnerId, account: Account, told: Reply): Promise<Reply> {
  if (picturesIn(told).length === 0) return told;
  const set = await settled(store, learnerSubject(learner), serverSubject(account));
  return asWanted(told, set.value(PICTURES));
}

const forOrganisers = ({ name }: Declaration): Reply =>
  notice(
    `\`/${name}\` is for those who organise the study group: whoever manages the server or workspace, and whom they have allowed with \`/organisers\`.`,
    [button('Help', `/help ${name}`)],
  );
