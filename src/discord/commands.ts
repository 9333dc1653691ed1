import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandChannelOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Declaration, OptionDeclaration } from '../tutor/command.ts';
import type { Translations } from '../tutor/translations.ts';
import { LIMITS, shorten } from './limits.ts';

export type ApplicationCommand = SlashCommand | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** What Discord is to offer, for people and for servers, in direct messages and in channels; derived from the declarations. */
export const applicationCommands = (
  declarations: readonly Declaration[],
  translations: Translations = new Map(),
): readonly ApplicationCommand[] => [
  ...declarations.map((declaration) => slashCommand(declaration, translations)),
  LOOK_UP,
];

type SlashCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

const slashCommand = (
  { name, summary, options, isForOrganisers }: Declaration,
  translations: Translations,
): SlashCommand => ({
  type: ApplicationCommandType.ChatInput,
  name,
  description: described(summary),
  ...translated(name, translations),
  options: Object.entries(options).sort(requiredFirst).map(optionOf),
  ...(isForOrganisers ? FOR_ORGANISERS : FOR_ALL),
});

/** The command in the languages there are; none of them if there are none. */
function translated(
  command: string,
  translations: Translations,
): Pick<SlashCommand, 'name_localizations' | 'description_localizations'> {
  const found = [...translations].flatMap(([locale, named]) => {
    const translation = named.get(command);
    return translation ? [[locale, translation] as const] : [];
  });
  if (found.length === 0) return {};
  return {
    name_localizations: Object.fromEntries(found.map(([locale, { name }]) => [locale, name])),
    description_localizations: Object.fromEntries(found.map(([locale, { summary }]) => [locale, described(summary)])),
  };
}

/** As they are to be registered in one server, where there is no choice of contexts. */
export const guildCommands = (commands: readonly ApplicationCommand[]): readonly ApplicationCommand[] =>
  commands.map(({ contexts: _, integration_types: __, ...command }) => command);

const FOR_ALL = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};
/** In the menu of every message. What it says comes with the interaction, so that no messages need to be read. */
const LOOK_UP: ApplicationCommand = { type: ApplicationCommandType.Message, name: 'Look this name up', ...FOR_ALL };

/** Whoever manages a server can let others have them too, under Integrations. */
const FOR_ORGANISERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

/** Whether an option's values are suggested while it is typed. */
const isSuggested = ({ type, choices = [] }: OptionDeclaration): boolean =>
  type === 'choice' ? choices.length > LIMITS.commandChoices : SUGGESTED.includes(type);
const SUGGESTED: readonly OptionDeclaration['type'][] = [
  'listed',
  'list',
  'rr-type',
  'record-type',
  'name',
  'server',
  'zone',
  'days',
];

type Named = readonly [name: string, option: OptionDeclaration];

const requiredFirst = ([, one]: Named, [, other]: Named): number =>
  Number(other.required ?? false) - Number(one.required ?? false);

function optionOf([name, option]: Named): APIApplicationCommandBasicOption {
  const base = { name, description: described(option.about), required: option.required ?? false };
  if (option.type === 'member') return { ...base, type: ApplicationCommandOptionType.Mentionable };
  if (option.type === 'channel')
    return { ...base, type: ApplicationCommandOptionType.Channel, channel_types: CHANNELS };
  if (option.type === 'file') return { ...base, type: ApplicationCommandOptionType.Attachment };
  if (option.type === 'integer') return { ...base, type: ApplicationCommandOptionType.Integer };
  const string = { ...base, type: ApplicationCommandOptionType.String } as const;
  if (isSuggested(option)) return { ...string, autocomplete: true };
  if (option.type !== 'choice') return string;
  return { ...string, choices: (option.choices ?? []).map((choice) => ({ name: choice, value: choice })) };
}

/** Where messages can be posted; no voice, and no forum, which takes threads only. */
const CHANNELS: NonNullable<APIApplicationCommandChannelOption['channel_types']> = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Descriptions are plain: Discord would show the backticks. */
const described = (words: string): string => shorten(words.replaceAll('`', ''), LIMITS.commandDescription);

/**
 * Whether what Discord has is what it is to have; then nothing needs to be registered again.
 * @param registered as Discord lists them, with fields and defaults of its own
 */
export function isRegistered(commands: readonly ApplicationCommand[], registered: readonly object[]): boolean {
  const written = (list: readonly object[]) => list.map((each) => JSON.stringify(plain(each))).sort();
  return JSON.stringify(written(commands)) === JSON.stringify(written(registered));
}

/** The fields that `applicationCommands` sets, in one order, without those that are at their defaults. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const fields = new Map(Object.entries(value));
  const set = FIELDS.filter((field) => !isDefault(fields.get(field)));
  return set.map((field) => [field, UNORDERED.includes(field) ? sorted(fields.get(field)) : plain(fields.get(field))]);
}

const FIELDS = [
  ...['type', 'name', 'description', 'options', 'integration_types', 'contexts'],
  ...['required', 'autocomplete', 'choices', 'value', 'channel_types', 'default_member_permissions'],
  ...['name_localizations', 'description_localizations'],
];
const UNORDERED = ['contexts', 'integration_types', 'channel_types', 'name_localizations', 'description_localizations'];
const isDefault = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? [...value].sort()
    : Object.entries(value ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
