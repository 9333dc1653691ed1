import { directChannelOf } from './channels.ts';
import { MANAGE_SERVER, newInteraction, type Payload, type Place, payloadOf, type Rights } from './payload.ts';
import type { StandIn } from './stand-in.ts';
import { type Component, type Interaction, type Message, newSnowflake, type State, until } from './state.ts';

/** A person at Discord. Each act is one interaction; `shown` waits for its answer. */
export interface Learner {
  readonly user: string;
  readonly channel: string;
  command(name: string, options?: Options): Interaction;
  /** Uses a command with a file in one of its options. */
  attach(name: string, options: Options, option: string, file: File): Interaction;
  /** Uses the bot's entry in the menu of somebody's message. */
  lookUp(content: string): Interaction;
  /** The suggestions for what is typed into an option so far. */
  suggestions(name: string, option: string, typed: string): Promise<readonly { name: string; value: string }[]>;
  press(message: Message, label: string): Interaction;
  choose(message: Message, values: readonly string[]): Interaction;
  /** Presses the button that opens a form, and fills that in. */
  fill(message: Message, words: string): Promise<Interaction>;
  /** Something as Discord might deliver it; the same again if the payload is one that was sent before. */
  send(type: number, data: object, message?: Message): Interaction;
  again(interaction: Interaction): void;
  /** The messages of an answer, all its parts. */
  shown(interaction: Interaction): Promise<readonly Message[]>;
  /** What stands in this person's direct messages without an interaction. */
  direct(): readonly Message[];
}

type Options = Readonly<Record<string, string | number>>;
/** A file as somebody attaches it; `url` is where Discord says that it is, if not here. */
export interface File {
  readonly name: string;
  readonly octets: Uint8Array;
  readonly url?: string;
}

export function aLearner(
  { state, deliver, url }: StandIn,
  place: Place,
  server = newSnowflake(),
  user = newSnowflake(),
  rights: Rights = {},
  where = newSnowflake(),
): Learner {
  const channel = place === 'direct' ? directChannelOf(user) : where;
  const payloads = new Map<string, Payload>();

  function send(type: number, data: object, message?: Message): Interaction {
    const interaction = newInteraction(type, user, channel, message);
    const payload = payloadOf(state, interaction, place, server, data, rights, message);
    state.interactions.set(interaction.id, interaction);
    payloads.set(interaction.id, payload);
    deliver(payload);
    return interaction;
  }
  const optionsOf = (name: string, given: Options) =>
    Object.entries(given).map(([option, value]) => ({ name: option, type: typeOf(state, name, option), value }));
  const use = (name: string, options: Options, besides: object = {}): Interaction => {
    const isGated = isOffered(state, name, place, rights);
    if (!isGated) throw new Error(`Discord does not offer /${name} here`);
    const roles = Object.values(options).filter((id) => state.roles.has(String(id)));
    const resolved = { roles: Object.fromEntries(roles.map((id) => [id, { id }])), ...besides };
    return send(2, { id: newSnowflake(), type: 1, name, options: optionsOf(name, options), resolved });
  };
  const press = (message: Message, control: Component) =>
    send(3, { component_type: 2, custom_id: control.custom_id }, message);

  return {
    ...{ user, channel, send },
    command: (name, options = {}) => use(name, options),
    attach(name, options, option, file) {
      const id = newSnowflake();
      const path = `/attachments/${id}/${encodeURIComponent(file.name)}`;
      state.attachments.set(path, file.octets);
      const at = file.url ?? new URL(path, url).href;
      const attachment = { id, filename: file.name, size: file.octets.length, url: at, proxy_url: at };
      return use(name, { ...options, [option]: id }, { attachments: { [id]: attachment } });
    },
    lookUp(content) {
      const [id, target] = [newSnowflake(), newSnowflake()];
      const name = state.commands.find(({ type }) => type === 3)?.name;
      return send(2, {
        id,
        type: 3,
        name,
        target_id: target,
        resolved: { messages: { [target]: { id: target, content } } },
      });
    },
    async suggestions(name, option, typed) {
      const focused = { name: option, type: typeOf(state, name, option), value: typed, focused: true };
      const asked = send(4, { id: newSnowflake(), type: 1, name, options: [focused] });
      return until(state, () => asked.suggestions);
    },
    press: (message, label) =>
      press(
        message,
        controlOf(message, (each) => each.type === 2 && each.label === label, label),
      ),
    choose(message, values) {
      const menu = controlOf(message, ({ type }) => type === 3, 'a menu');
      return send(3, { component_type: 3, custom_id: menu.custom_id, values }, message);
    },
    async fill(message, words) {
      const opened = press(
        message,
        controlOf(message, ({ style }) => style === 1, 'a form'),
      );
      const modal = await until(state, () => opened.modal);
      const [label] = modal.components;
      if (words.includes('\n') && label?.component?.style !== 2) throw new Error('that field takes one line');
      const component = { type: 4, id: 2, custom_id: label?.component?.custom_id, value: words };
      return send(5, { custom_id: modal.custom_id, components: [{ type: 18, id: 1, component }] }, message);
    },
    again({ id }) {
      const payload = payloads.get(id);
      if (payload) deliver(payload);
    },
    shown: (interaction) => until(state, () => isWhole(interaction) && interaction.messages),
    direct: () =>
      state.messages.filter((message) => message.channel === directChannelOf(user) && message.nonce !== undefined),
  };
}

/** Whether Discord lets somebody use a command where they are; one that is not registered may be one from before. */
function isOffered({ commands }: State, name: string, place: Place, { permissions }: Rights): boolean {
  const command = commands.find((each) => each.name === name);
  const isThere = command?.contexts?.includes({ server: 0, thread: 0, direct: 1, private: 2 }[place]) ?? true;
  return isThere && (command?.default_member_permissions == null || permissions === MANAGE_SERVER);
}

/** What people cannot do at Discord is a mistake of the test. */
function typeOf(state: State, name: string, option: string): number {
  const declared = state.commands
    .find((command) => command.name === name)
    ?.options?.find((each) => each.name === option);
  if (declared === undefined) throw new Error(`/${name} has no option ${option} at Discord`);
  return declared.type;
}

export const controlsOf = ({ components }: Message): readonly Component[] =>
  components.flatMap((row) => row.components ?? []);

function controlOf(message: Message, wanted: (control: Component) => boolean, what: string): Component {
  const found = controlsOf(message).find(wanted);
  if (found === undefined) throw new Error(`there is no ${what} in ${JSON.stringify(message.components)}`);
  return found;
}

/** All the text of messages, as Discord is given it. */
export const textOf = (messages: readonly Message[]): string =>
  messages.flatMap(({ components }) => components.map(({ content = '' }) => content)).join('\n\n');

function isWhole({ state, messages }: Interaction): boolean {
  if (state !== 'answered') return false;
  const [, of = '1'] = /^-# Part \d+ of (\d+)/.exec(messages[0]?.components[0]?.content ?? '') ?? [];
  return messages.length >= Number(of);
}
