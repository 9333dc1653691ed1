import { nearest } from '../../base/nearest.ts';
import { type Context, declare } from '../command.ts';
import { isOrganiser } from '../is-organiser.ts';
import { capitalised } from '../names.ts';
import { button, type Choice, fields, heading, notice, type Reply, reply, text } from '../reply.ts';
import type { Setting } from '../settings/setting.ts';
import { SETTINGS } from '../settings/settings.ts';
import { channelSubject, learnerSubject, serverSubject, settled } from '../settings/settled.ts';
import { shown } from '../shown.ts';
import type { Scope, Subject } from '../store/settings.ts';

export const settings = declare({
  name: 'settings',
  summary: 'Show what can be set for you, a channel or the whole place, and set it.',
  options: {
    scope: { type: 'choice', choices: ['learner', 'channel', 'server'], about: 'for whom; for you unless you say' },
    setting: { type: 'choice', choices: SETTINGS.map(({ name }) => name), about: 'which one; all unless you say' },
    value: { type: 'text', about: 'what to set it to; `default` takes back what was set' },
  },
  examples: ['/settings', '/settings timezone Europe/Lisbon', '/settings channel timezone default'],
  async handle(context, { scope, setting: name, value }) {
    const setting = SETTINGS.find((each) => each.name === name);
    if (setting === undefined && value !== undefined) return noSetting(value);
    const about = scope ?? setting?.scopes[0] ?? 'learner';
    if (setting && !setting.scopes.includes(about)) return notFor(setting, about);
    const subject = subjectOf(context, about);
    if (subject === undefined) return notice('There is no channel here to set anything for. Say it in the channel.');
    if (setting === undefined) return overview(context, subject);
    if (value === undefined) return one(context, subject, setting);
    return set(context, subject, setting, value);
  },
});

const all = [button('All settings', '/settings')];
const nameOf = ({ name }: Setting<unknown>): string => `\`${name}\``;

function noSetting(typed: string): Reply {
  const [word = ''] = typed.split(/\s+/);
  const near = nearest(
    word,
    SETTINGS.map(({ name }) => name),
  );
  const instead =
    near === undefined ? `Those there are: ${SETTINGS.map(nameOf).join(', ')}.` : `Did you mean \`${near}\`?`;
  return notice(`There is no setting ${shown(word)}. ${instead}`, all);
}

const notFor = (setting: Setting<unknown>, scope: Scope): Reply =>
  notice(
    `${capitalised(nameOf(setting))} is not set for a ${scope}, but for a ${setting.scopes.join(' or a ')}.`,
    setting.scopes.map((each) => button(capitalised(each), `/settings ${each} ${setting.name}`)),
  );

function subjectOf({ learner, account, venue }: Context, scope: Scope): Subject | undefined {
  if (scope === 'learner') return learnerSubject(learner);
  if (scope === 'server') return serverSubject(account);
  return venue.channel === undefined ? undefined : channelSubject(account, venue.channel);
}

/** What counts for a subject; what its server has set counts for a channel too. */
const settledFor = ({ store, account }: Context, subject: Subject) =>
  subject.scope === 'channel' ? settled(store, subject, serverSubject(account)) : settled(store, subject);

const WHOSE: Readonly<Record<Scope, string>> = {
  learner: 'Your settings',
  channel: 'This channel',
  server: 'This server',
};

async function overview(context: Context, subject: Subject): Promise<Reply> {
  const { scope } = subject;
  const own = SETTINGS.filter(({ scopes }) => scopes.includes(scope));
  const now = await settledFor(context, subject);
  const rows = own.map((setting) => {
    const from = now.setFor(setting);
    const whose = from === undefined ? ', by default' : from === scope ? '' : `, as the ${from} has it`;
    return [setting.name, `${setting.write(now.value(setting))}${whose}. ${setting.about}`] as const;
  });
  const values = own.map(({ name }) => ({ label: name, value: name }));
  const others = (['learner', 'channel', 'server'] as const).filter((each) => each !== scope);
  const change: readonly Choice[] =
    values.length > 0 ? [{ kind: 'menu', label: 'Change', values, most: 1, command: `/settings ${scope} {}` }] : [];
  return reply(
    [heading(WHOSE[scope]), ...(rows.length > 0 ? [fields(...rows)] : [text('Nothing can be set for it.')])],
    [...change, ...others.map((each) => button(WHOSE[each], `/settings ${each}`))],
  );
}

async function one(context: Context, subject: Subject, setting: Setting<unknown>): Promise<Reply> {
  const now = await settledFor(context, subject);
  const command = `/settings ${subject.scope} ${setting.name} {}`;
  return reply(
    [
      heading(setting.name),
      text(setting.about),
      fields(['Now', setting.write(now.value(setting))], ['By default', setting.write(setting.usual)]),
    ],
    [
      { kind: 'form', label: 'Change it', placeholder: setting.takes.replaceAll('`', ''), command },
      ...(now.setFor(setting) === subject.scope
        ? [button('Back to the default', command.replace('{}', 'default'))]
        : []),
      ...all,
    ],
  );
}

async function set(context: Context, subject: Subject, setting: Setting<unknown>, typed: string): Promise<Reply> {
  const { store, account, venue, now } = context;
  if (subject.scope !== 'learner' && !(await isOrganiser(store, account, venue)))
    return notice(`What is set for a ${subject.scope} is for its organisers to set.`, all);
  if (typed.trim().toLowerCase() === 'default') {
    await store.unsetSetting(subject, setting.name);
    return one(context, subject, setting);
  }
  const value = setting.read(typed);
  if (!value.ok) return notice(`${capitalised(nameOf(setting))} cannot be ${shown(typed)}. ${value.problem}`, all);
  await store.setSetting(subject, setting.name, setting.write(value.value), now);
  return one(context, subject, setting);
}
