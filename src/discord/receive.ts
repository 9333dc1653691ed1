import {
  type APIInteraction,
  type APIMessageApplicationCommandInteractionData,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Declaration } from '../tutor/command.ts';
import { commandLine } from '../tutor/command-line.ts';
import { fillCommand } from '../tutor/fill-command.ts';
import { lookUpLine } from '../tutor/look-up-line.ts';
import { parseLine } from '../tutor/parse.ts';
import type { Lists } from '../tutor/parse-option.ts';
import { quote } from '../tutor/parse-words.ts';
import { type Account, DIRECT_SPACE } from '../tutor/store/account.ts';
import { person, role, type Standing } from '../tutor/venue.ts';
import { readControl } from './control.ts';
import type { Attachment } from './fetch-attachment.ts';

/** Somebody did something that wants an answer. */
export interface Delivery {
  /** Discord's own; the same when it delivers the same thing twice. */
  readonly id: string;
  readonly token: string;
  readonly application: string;
  readonly account: Account;
  /** Absent only where Discord does not say. */
  readonly channel?: string;
  /** Where it was done: in a channel of a server, in direct messages with the bot, or in those of other people. */
  readonly place: 'server' | 'direct' | 'private';
  readonly standing: Standing;
  readonly isInThread: boolean;
  /** Whether it came of a control below a message. */
  readonly isPress: boolean;
  readonly asked: Asked;
  /** The files that came with it. */
  readonly attached: readonly Attachment[];
  /** The texts of the learner's own message whose control was used, if it is made of nothing else. */
  readonly pressed?: readonly string[];
}

/** What is wanted: a command carried out, a form opened, suggestions; or nothing that makes sense any more. */
export type Asked =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'form'; readonly label: string; readonly placeholder: string; readonly command: string }
  | { readonly kind: 'suggestions'; readonly command: string; readonly option: string; readonly word: string }
  | { readonly kind: 'outdated' };

/** Reads what Discord delivers; undefined for what asks nothing of this program. */
export function receiveDiscord(
  interaction: APIInteraction,
  declarations: readonly Declaration[],
  lists: Lists,
): Delivery | undefined {
  const user = interaction.member?.user ?? interaction.user;
  const asked = askedBy(interaction, declarations, lists);
  if (user === undefined || asked === undefined) return undefined;
  const { id, token, application_id: application, guild_id: server, channel } = interaction;
  const pressed = textsOf(interaction);
  return {
    id,
    token,
    application,
    account: { platform: 'discord', space: server ?? DIRECT_SPACE, user: user.id },
    ...(channel && { channel: channel.id }),
    place:
      server !== undefined
        ? 'server'
        : interaction.context === InteractionContextType.PrivateChannel
          ? 'private'
          : 'direct',
    standing: standingOf(interaction, declarations),
    isInThread: THREADS.includes(channel?.type),
    isPress: interaction.type === InteractionType.MessageComponent,
    asked,
    attached: attachedTo(interaction),
    ...(pressed && { pressed }),
  };
}

const THREADS: readonly (ChannelType | undefined)[] = [
  ...[ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread],
];

/** Source: Discord developer documentation, Permissions, Bitwise Permission Flags. */
const MAY_MANAGE = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;

/**
 * What somebody may do in the server. A command that Discord offers to organisers only came through Discord's own gate,
 * which whoever manages the server can set otherwise, under Integrations.
 */
function standingOf(interaction: APIInteraction, declarations: readonly Declaration[]): Standing {
  const { member, authorizing_integration_owners: owners } = interaction;
  if (member === undefined) return NOBODY;
  const isGated =
    interaction.type === InteractionType.ApplicationCommand &&
    owners?.[ApplicationIntegrationType.GuildInstall] !== undefined &&
    declarations.some(({ name, isForOrganisers }) => isForOrganisers && name === interaction.data.name);
  return {
    manages: isGated || (BigInt(member.permissions ?? 0) & MAY_MANAGE) !== 0n,
    members: [person(member.user.id), ...member.roles.map(role)],
  };
}
const NOBODY: Standing = { manages: false, members: [] };

function askedBy(interaction: APIInteraction, declarations: readonly Declaration[], lists: Lists): Asked | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      if (interaction.data.type === ApplicationCommandType.Message)
        return { kind: 'line', line: lookUpLine(contentOf(interaction.data)) };
      return { kind: 'line', line: lineOf(interaction.data.name, optionsOf(interaction.data), declarations, lists) };
    case InteractionType.ApplicationCommandAutocomplete: {
      const focused = optionsOf(interaction.data).find(({ isFocused }) => isFocused);
      if (focused === undefined) return undefined;
      return { kind: 'suggestions', command: interaction.data.name, option: focused.name, word: focused.value };
    }
    case InteractionType.MessageComponent: {
      const { data } = interaction;
      const isMenu = data.component_type === ComponentType.StringSelect;
      return askedByControl(data.custom_id, isMenu ? data.values.join(' ') : '');
    }
    case InteractionType.ModalSubmit:
      return askedByControl(interaction.data.custom_id, typedIn(interaction.data.components));
    default:
      return undefined;
  }
}

/** What the message says whose menu was used. */
const contentOf = ({ resolved, target_id }: APIMessageApplicationCommandInteractionData): string =>
  resolved.messages[target_id]?.content ?? '';

function askedByControl(customId: string, words: string): Asked {
  const control = readControl(customId);
  if (control === undefined) return { kind: 'outdated' };
  if (control.kind === 'ask') return { ...control, kind: 'form' };
  return { kind: 'line', line: control.kind === 'press' ? control.command : fillCommand(control.command, words) };
}

/** Of a message that nobody else sees: one in direct messages with the bot, or hidden from others. */
function textsOf({ message, context }: APIInteraction): readonly string[] | undefined {
  const isOwn = context === InteractionContextType.BotDM || ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (!message?.components || !isOwn) return undefined;
  const shown = message.components.filter(({ type }) => type !== ComponentType.ActionRow);
  const texts = shown.flatMap((each) => (each.type === ComponentType.TextDisplay ? [each.content] : []));
  return texts.length === shown.length ? texts : undefined;
}

interface Given {
  readonly name: string;
  readonly value: string;
  readonly isFocused: boolean;
}

/** The ids of the roles among the members that a command names. */
function rolesIn(data: object): readonly string[] {
  const resolved: unknown = 'resolved' in data ? data.resolved : undefined;
  const roles = typeof resolved === 'object' && resolved !== null && 'roles' in resolved ? resolved.roles : undefined;
  return Object.keys(roles ?? {});
}

/** What a command's options of files hold. */
function attachedTo(interaction: APIInteraction): readonly Attachment[] {
  if (interaction.type !== InteractionType.ApplicationCommand) return [];
  const { data } = interaction;
  const resolved = data.type === ApplicationCommandType.ChatInput ? data.resolved?.attachments : undefined;
  return Object.values(resolved ?? {}).map(({ filename: name, url, size: octets }) => ({ name, url, octets }));
}

/** The address of an attachment that an option holds by its id. */
function addressIn(data: object, id: string): string {
  const resolved: unknown = 'resolved' in data ? data.resolved : undefined;
  const all =
    typeof resolved === 'object' && resolved !== null && 'attachments' in resolved ? resolved.attachments : {};
  const found: unknown = new Map(Object.entries(all ?? {})).get(id);
  return typeof found === 'object' && found !== null && 'url' in found ? String(found.url) : id;
}

/** Of the options of a command only those that carry a value; we declare no others. */
function optionsOf(data: object): readonly Given[] {
  const options: unknown = 'options' in data ? data.options : [];
  const roles = rolesIn(data);
  return (Array.isArray(options) ? options : []).flatMap(({ name, value, type, focused }) => {
    if (value === undefined) return [];
    const isMember = type === ApplicationCommandOptionType.Mentionable;
    const isFile = type === ApplicationCommandOptionType.Attachment;
    const said = isFile ? addressIn(data, String(value)) : String(value);
    const words = isMember ? (roles.includes(value) ? role(value) : person(value)) : said;
    return [{ name: String(name), value: words, isFocused: focused === true }];
  });
}

/** What somebody would have typed who meant the same; if it makes no sense, the parser is left to say why. */
function lineOf(name: string, options: readonly Given[], declarations: readonly Declaration[], lists: Lists): string {
  const line = [`/${name}`, ...options.map(({ name, value }) => `${name}=${quote(value)}`)].join(' ');
  const parsed = parseLine(line, declarations, lists);
  return parsed.ok ? commandLine(parsed.value.declaration, parsed.value.values) : line;
}

/** What was typed into the one field of a form, wherever in its components that stands. */
function typedIn(components: readonly object[]): string {
  for (const each of components) {
    if ('value' in each) return String(each.value);
    const inner = 'component' in each ? [each.component] : 'components' in each ? each.components : [];
    const found = typedIn(Array.isArray(inner) ? inner : []);
    if (found !== '') return found;
  }
  return '';
}
