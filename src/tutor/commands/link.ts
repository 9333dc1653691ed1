import { assertNever } from '../../base/result.ts';
import { later, MINUTE } from '../../base/time.ts';
import { type Context, declare } from '../command.ts';
import { hashOf, makeLinkCode, readLinkCode } from '../link-code.ts';
import { capitalised, counted, list } from '../names.ts';
import { button, code as codeBlock, heading, notice, type Reply, reply, text } from '../reply.ts';
import { SETTINGS } from '../settings/settings.ts';
import { learnerSubject, settled } from '../settings/settled.ts';
import { spanInWords } from '../span-words.ts';
import type { LinkFound, LinkRefused, LinkSide } from '../store/links.ts';

const GOOD_FOR = 15 * MINUTE;

export const link = declare({
  name: 'link',
  summary: 'Count what you do on two platforms, or in two servers, as one learner.',
  options: {
    code: { type: 'word', about: 'the code that the other account was given; without it you are given one' },
    confirm: { type: 'choice', choices: ['join'], about: 'join them; without it I say first what that means' },
  },
  examples: ['/link', '/link K7QM2XRT'],
  async handle(context, { code: typed, confirm }) {
    if (typed === undefined) return giveCode(context);
    const code = readLinkCode(typed);
    if (code === undefined) return notice(NOT_A_CODE, [newCode]);
    const { store, account, now } = context;
    const found =
      confirm === undefined
        ? await store.lookUpLinkCode(hashOf(code), account, now)
        : await store.link(hashOf(code), account, now);
    if (found.kind !== 'found') return refused(found);
    return confirm === undefined ? ask(context, found, code) : joined(context, found);
  },
});

const newCode = button('A new code', '/link');
const NOT_A_CODE =
  'That is no code: a code has eight letters and digits, as in `/link K7QM2XRT`. `/link` by itself gives you one, to be typed where your other account is.';

async function giveCode({ store, account, now, newId }: Context): Promise<Reply> {
  const code = makeLinkCode(`${newId()} ${newId()}`);
  await store.addLinkCode({ hash: hashOf(code), account, madeAt: now, expiresAt: later(now, GOOD_FOR) });
  return reply([
    heading('Link your accounts'),
    text(
      `Type this where your other account is, within ${spanInWords(GOOD_FOR)}. It works once; give it to nobody else.`,
    ),
    codeBlock(`/link ${code}`),
    text(
      'What you responded there and here then counts together, for what you know and what is due. Boards and `/group` of a server still count only what you did in that server, and nobody is told where else you are. `/unlink` takes it back.',
    ),
  ]);
}

/** What it would mean, before it is done. */
async function ask(context: Context, found: LinkFound, code: string): Promise<Reply> {
  const [here, there] = sidesOf(found);
  return reply(
    [
      heading('Link your accounts'),
      text(
        `This joins the account on ${capitalised(found.with.platform)} that made the code with this one: ${counted(there.responses, 'response')} there with ${counted(here.responses, 'response')} here. It can be taken back with \`/unlink\`.`,
      ),
      text(await settingsWords(context, found)),
    ],
    [button('Join them', `/link ${code} join`)],
  );
}

async function joined(context: Context, found: LinkFound): Promise<Reply> {
  const responses = found.older.responses + found.younger.responses;
  return reply(
    [
      heading('Linked'),
      text(
        `The accounts are one learner now, with ${counted(responses, 'response')} in all. What you know and what is due were computed from both together.`,
      ),
      text(await settingsWords(context, found)),
      text('Boards and `/group` of a server still count only what you did in that server. `/unlink` takes it back.'),
    ],
    [button('Your scores', '/scores'), button('Next question', '/quiz')],
  );
}

function sidesOf({ older, younger }: LinkFound): readonly [here: LinkSide, there: LinkSide] {
  return older.isHere ? [older, younger] : [younger, older];
}

/** Whose settings hold, and which of the other's they change. */
async function settingsWords({ store }: Context, { older, younger }: LinkFound): Promise<string> {
  const [holds, yields] = [
    await settled(store, learnerSubject(older.learner)),
    await settled(store, learnerSubject(younger.learner)),
  ];
  const changed = SETTINGS.flatMap((setting) => {
    const [to, from] = [setting.write(holds.value(setting)), setting.write(yields.value(setting))];
    return setting.scopes.includes('learner') && to !== from ? [changeWords(setting.name, from, to)] : [];
  });
  const where = younger.isHere ? 'here' : 'there';
  const change = changed.length === 0 ? `nothing changes ${where}` : `${where} that changes ${list(changed)}`;
  return `The settings of the older account hold for both: ${change}.`;
}

/** Values that are longer than a few words are not written out. */
const changeWords = (name: string, from: string, to: string): string =>
  Math.max(from.length, to.length) > 40 ? `\`${name}\`` : `\`${name}\` from ${from} to ${to}`;

function refused(found: LinkRefused): Reply {
  switch (found.kind) {
    case 'unknown':
      return notice('That is not a code that I gave. Type it as it was shown to you, or ask for another.', [newCode]);
    case 'used':
      return notice(
        'That code was used already; a code works once. `/link` where your other account is gives you another.',
      );
    case 'expired':
      return notice('That code is too old. `/link` where your other account is gives you another.');
    case 'own':
      return notice('You are where that code was given to you. Type it where your other account is.');
    case 'linked':
      return notice('These accounts are linked already, and nothing has changed.', [button('Your scores', '/scores')]);
    case 'same-space':
      return notice(
        'Both of you have an account in one and the same server, and what is done there could not be told apart. Such accounts cannot be linked.',
      );
    case 'too-many-tries':
      return notice(
        `Five codes were wrong within an hour, so I look at no more of them from here for ${spanInWords(found.waitMs)}.`,
      );
    default:
      return assertNever(found);
  }
}
