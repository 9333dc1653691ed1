import { assertNever } from '../../base/result.ts';
import type { QType } from '../../dns/message.ts';
import type { Name } from '../../dns/name.ts';
import { atResolver, type LookUp } from '../../lessons/look-up.ts';
import { findResolver } from '../../world/resolvers.ts';
import type { Context } from '../command.ts';
import { findNameServer, noNameServer } from '../find-name-server.ts';
import { LIMITS } from '../packs/limits.ts';
import { button, notice, type Reply } from '../reply.ts';
import { shown } from '../shown.ts';
import { openSandbox } from '../worlds.ts';
import { type DraftProblem, draftItem } from './draft-item.ts';
import { type NotRecorded, recordedSandbox } from './recorded-sandbox.ts';
import { tellDraft } from './tell-drafts.ts';

/** What a question is to ask, as far as it was said. */
export interface Said {
  readonly name?: Name | undefined;
  readonly type?: QType | undefined;
  readonly server?: string | undefined;
  readonly concept?: string | undefined;
}

/** Makes a draft of the learner's sandbox as it is now, keeps it and shows it as it would be put. */
export async function draftOf(context: Context, { name, type = 'A', server, concept }: Said): Promise<Reply> {
  const { store, content, account, learner, now, newId } = context;
  const recorded = await recordedSandbox(context);
  if (!recorded.ok) return whyNot(recorded.problem);
  const lookUp = name && (await lookUpOf(context, name, type, server));
  if (typeof lookUp === 'string') return notice(lookUp, [button('My sandbox', '/world sandbox')]);
  const id = newId();
  const made = draftItem(content, recorded.value, { lookUp, concept }, id);
  if (!made.ok) return noQuestion(made.problem, lookUp !== undefined);
  const item = JSON.stringify(made.value);
  if (item.length > MOST_CHARACTERS) return whyNot({ kind: 'too-much', steps: recorded.value.tells.length });
  const draft = { id, item, author: learner, draftedAt: now };
  if (await store.addDraft(account, draft, LIMITS.openDrafts, LIMITS.openDraftsOfOne)) return tellDraft(context, id);
  return notice(
    `There are ${LIMITS.openDrafts} open drafts here, or ${LIMITS.openDraftsOfOne} of yours, and more are not kept. Withdraw one, or wait until some are settled.`,
    [button('Drafts', '/item list')],
  );
}

/** An item is kept whole, and put often. */
const MOST_CHARACTERS = 64 * 1024;

async function lookUpOf(
  context: Context,
  qname: Name,
  qtype: QType,
  server: string | undefined,
): Promise<LookUp | string> {
  const question = { qname, qtype };
  if (server === undefined) return question;
  const resolver = findResolver(server);
  if (resolver) return atResolver(question, resolver.id);
  const { world } = await openSandbox(context);
  const named = findNameServer(world, server);
  return named ? { ...question, server: named } : noNameServer(world, server);
}

function whyNot(problem: NotRecorded): Reply {
  const look = button('My sandbox', '/world sandbox');
  switch (problem.kind) {
    case 'empty':
      return notice(
        'Nothing was done in your sandbox yet. Register a domain, host its zone, and then make a question of it.',
        [button('How to register', '/help register')],
      );
    case 'brought':
      return notice(
        'Your sandbox began with a domain that you brought, which stays yours. `/reset` gives you an empty one, of which a question can be made.',
        [look],
      );
    case 'too-much':
      return notice(
        `${problem.steps} things were done in your sandbox, and a question has room to tell ${LIMITS.draftedSteps}. \`/reset\`, do only what matters, and make a question of that.`,
        [look, button('Begin anew', '/reset')],
      );
    case 'unknown':
      return notice(
        `There is no command that tells how ${shown(problem.command)} came about, so no question is made of it. \`/undo\` it, or begin anew with \`/reset\`.`,
        [look, button('Undo', '/undo')],
      );
    default:
      return assertNever(problem);
  }
}

function noQuestion(problem: DraftProblem, isNamed: boolean): Reply {
  if (problem.kind === 'no-concept')
    return notice(
      'None of the packs that are used here is about what could be asked of your sandbox. Name a concept, as in `/item from-sandbox concept=…`.',
      [button('Concepts', '/concepts')],
    );
  return notice(
    isNamed
      ? 'Of that look-up no question can be made that has one right response and something wrong beside it. Choose another, or let me choose.'
      : 'I find nothing to ask of your sandbox: nobody holds a zone in it that a look-up could be about. Host one first.',
    [button('Choose for me', '/item from-sandbox'), button('My sandbox', '/world sandbox')],
  );
}
