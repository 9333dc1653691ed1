import { sized, unknownFields } from './check-message.ts';
import { type Component, invalid, type Modal, type RegisteredCommand, type RegisteredOption } from './state.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const COMMAND_FIELDS = [
  'type',
  'name',
  'description',
  'options',
  'integration_types',
  'contexts',
  'default_member_permissions',
  'name_localizations',
  'description_localizations',
];
const OPTION_FIELDS = [
  'type',
  'name',
  'description',
  'required',
  'choices',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
];

/** Throws what Discord would answer to registering these. Source: Application Commands. */
export function checkCommands(commands: readonly RegisteredCommand[], isOfServer = false): void {
  const names = commands.map(({ name }) => name);
  const problems = [
    ...(commands.length > 100 ? [`${commands.length} of 100 commands`] : []),
    ...(new Set(names).size < names.length ? ['APPLICATION_COMMANDS_DUPLICATE_NAME'] : []),
    ...commands.flatMap(checkCommand),
    ...(isOfServer ? commands.flatMap(checkServerCommand) : []),
  ];
  if (problems.length > 0) throw invalid(problems);
}

/** Where it is offered is only said of commands for all servers. */
const checkServerCommand = (command: RegisteredCommand): string[] =>
  ['contexts', 'integration_types'].flatMap((field) => (field in command ? [`${command.name}.${field}`] : []));

/** One of the menu of a message: a name as people read it, and nothing else. */
const checkMenuCommand = (command: RegisteredCommand): string[] => [
  ...unknownFields(command, ['type', 'name', 'integration_types', 'contexts'], `${command.name}.`),
  ...sized(command.name, 1, 32, 'name'),
];

function checkCommand(command: RegisteredCommand): string[] {
  if (command.type === 3) return checkMenuCommand(command);
  const { name, options = [] } = command;
  const text = [command, ...options].reduce((sum, each) => sum + [...each.name, ...each.description].length, 0);
  const firstOptional = options.findIndex(({ required }) => required !== true);
  const isOrdered = firstOptional === -1 || options.slice(firstOptional).every(({ required }) => required !== true);
  return [
    ...unknownFields(command, COMMAND_FIELDS, `${name}.`),
    ...named(command),
    ...translated(command),
    ...(isOrdered ? [] : [`${name}: required options come first`]),
    ...(options.length > 25 ? [`${name}: ${options.length} options`] : []),
    ...(new Set(options.map((option) => option.name)).size < options.length ? [`${name}: an option twice`] : []),
    ...(text > 8000 ? [`${name}: ${text} characters`] : []),
    ...options.flatMap((option) => checkOption(option, `${name}.${option.name}.`)),
  ];
}

function checkOption(option: RegisteredOption, at: string): string[] {
  const { choices = [], autocomplete = false, type, channel_types } = option;
  return [
    ...unknownFields(option, OPTION_FIELDS, at),
    ...named(option),
    ...([3, 4, 7, 9, 10, 11].includes(type) ? [] : [`${at}type: ${type} is unknown to the stand-in`]),
    ...(channel_types === undefined || (type === 7 && channel_types.every((each) => CHANNEL_TYPES.includes(each)))
      ? []
      : [`${at}channel_types: ${channel_types}`]),
    ...(autocomplete && choices.length > 0 ? [`${at}: autocomplete and choices`] : []),
    ...(choices.length > 25 ? [`${at}choices: ${choices.length}`] : []),
    ...choices.flatMap((choice) => [
      ...sized(choice.name, 1, 100, `${at}choices`),
      ...sized(choice.value, 1, 100, `${at}choices`),
    ]),
  ];
}

/** Source: Resources, Channel, Channel Types. */
const CHANNEL_TYPES: readonly number[] = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];

/** Source: Reference, Locales. */
const LOCALES: readonly string[] = [
  ...['id', 'da', 'de', 'en-GB', 'en-US', 'es-ES', 'es-419', 'fr', 'hr', 'it', 'lt', 'hu', 'nl', 'no', 'pl', 'pt-BR'],
  ...['ro', 'fi', 'sv-SE', 'vi', 'tr', 'cs', 'el', 'bg', 'ru', 'uk', 'hi', 'th', 'zh-CN', 'ja', 'zh-TW', 'ko'],
];
function translated({ name, name_localizations, description_localizations }: RegisteredCommand): string[] {
  const [names, descriptions] = [
    Object.entries(name_localizations ?? {}),
    Object.entries(description_localizations ?? {}),
  ];
  return [
    ...[...names, ...descriptions].flatMap(([locale]) =>
      LOCALES.includes(locale) ? [] : [`${name}: no locale ${locale}`],
    ),
    ...names.flatMap(([locale, word]) => (NAME.test(word) && word === word.toLowerCase() ? [] : [`${name}.${locale}`])),
    ...descriptions.flatMap(([locale, words]) => sized(words, 1, 100, `${name}.${locale}`)),
  ];
}

const named = ({ name, description }: { name: string; description: string }): string[] => [
  ...(NAME.test(name) && name === name.toLowerCase() ? [] : [`${name}: no name`]),
  ...sized(description, 1, 100, `${name}.description`),
];

/** Throws what Discord would answer to opening this. Source: Receiving and Responding, Modal; Components Reference, Label. */
export function checkModal(modal: Modal): void {
  const { components } = modal;
  const problems = [
    ...unknownFields(modal, ['custom_id', 'title', 'components'], ''),
    ...sized(modal.custom_id, 1, 100, 'custom_id'),
    ...sized(modal.title, 1, 45, 'title'),
    ...(components.length < 1 || components.length > 5 ? [`components: ${components.length}`] : []),
    ...components.flatMap((each, index) => checkLabel(each, `components[${index}].`)),
  ];
  if (problems.length > 0) throw invalid(problems);
}

const INPUT_FIELDS = [
  'type',
  'id',
  'custom_id',
  'style',
  'min_length',
  'max_length',
  'required',
  'value',
  'placeholder',
];

function checkLabel(label: Component, at: string): string[] {
  const { component: input } = label;
  if (label.type !== 18 || input?.type !== 4) return [`${at}: the stand-in knows only text inputs in labels`];
  return [
    ...unknownFields(label, ['type', 'id', 'label', 'description', 'component'], at),
    ...unknownFields(input, INPUT_FIELDS, `${at}component.`),
    ...sized(label.label, 1, 45, `${at}label`),
    ...sized(input.custom_id, 1, 100, `${at}custom_id`),
    ...(input.placeholder === undefined ? [] : sized(input.placeholder, 0, 100, `${at}placeholder`)),
    ...([1, 2].includes(input.style ?? 0) ? [] : [`${at}style`]),
  ];
}

/** Throws what Discord would answer to these suggestions. Source: Application Commands, Autocomplete. */
export function checkSuggestions(choices: readonly { readonly name: string; readonly value: string }[]): void {
  const problems = [
    ...(choices.length > 25 ? [`choices: ${choices.length}`] : []),
    ...choices.flatMap((choice) => [
      ...unknownFields(choice, ['name', 'value', 'name_localizations'], 'choices.'),
      ...sized(choice.name, 1, 100, 'choices.name'),
      ...sized(choice.value, 1, 100, 'choices.value'),
    ]),
  ];
  if (problems.length > 0) throw invalid(problems);
}
