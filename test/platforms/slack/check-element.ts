/** What is wrong, with where it is; empty for nothing. */
export type Problems = string[];
type Json = Record<string, unknown>;

/** Slack counts characters, not UTF-16 units. */
export const chars = (text: string): number => [...text].length;

export const unknownFields = (object: Json, known: readonly string[]): Problems =>
  Object.keys(object)
    .filter((key) => key !== 'type' && key !== 'block_id' && !known.includes(key))
    .map((key) => `/${key}: unknown field`);

/** A text object of 1 to `most` characters. */
export function checkText(text: unknown, at: string, most: number, types = ['plain_text', 'mrkdwn']): Problems {
  if (typeof text !== 'object' || text === null) return [`${at}: missing`];
  const { type, text: words, emoji, verbatim, ...rest } = text as Json;
  return [
    ...(types.includes(String(type)) ? [] : [`${at}/type: must be ${types.join(' or ')}`]),
    ...Object.keys(rest).map((key) => `${at}/${key}: unknown field`),
    ...(type === 'mrkdwn' && emoji !== undefined ? [`${at}/emoji: only in plain_text`] : []),
    ...(type === 'plain_text' && verbatim !== undefined ? [`${at}/verbatim: only in mrkdwn`] : []),
    ...(typeof words === 'string' && words.trim() !== '' ? [] : [`${at}/text: must be more than 0 characters`]),
    ...(typeof words === 'string' && chars(words) > most
      ? [`${at}/text: must be less than ${most + 1} characters`]
      : []),
  ];
}

/** An element that can be used. */
export function checkElement(element: Json): Problems {
  const check = CHECKS[String(element?.type)];
  if (!check) return [`/type: unsupported type: ${String(element?.type)}`];
  return [...lengthOf(element.action_id, '/action_id', 1, 255), ...check(element)];
}

function lengthOf(value: unknown, at: string, least: number, most: number): Problems {
  if (typeof value !== 'string') return [`${at}: missing`];
  return chars(value) < least || chars(value) > most ? [`${at}: must be ${least} to ${most} characters`] : [];
}

const SELECT = ['action_id', 'placeholder', 'options', 'option_groups', 'initial_option', 'confirm', 'focus_on_load'];

const CHECKS: Record<string, (element: Json) => Problems> = {
  button: (element) => [
    ...unknownFields(element, ['action_id', 'text', 'value', 'url', 'style', 'confirm', 'accessibility_label']),
    ...checkText(element.text, '/text', 75, ['plain_text']),
    ...(element.value === undefined ? [] : lengthOf(element.value, '/value', 1, 2000)),
    ...(element.url === undefined ? [] : lengthOf(element.url, '/url', 1, 3000)),
  ],
  static_select: (element) => [...unknownFields(element, SELECT), ...checkOptions(element)],
  multi_static_select: (element) => [
    ...unknownFields(element, [...SELECT, 'max_selected_items', 'initial_options']),
    ...checkOptions(element),
    ...(element.max_selected_items === undefined || Number(element.max_selected_items) >= 1
      ? []
      : ['/max_selected_items: at least 1']),
  ],
  plain_text_input: (element) => [
    ...unknownFields(element, [
      'action_id',
      'placeholder',
      'multiline',
      'min_length',
      'max_length',
      'initial_value',
      'focus_on_load',
    ]),
    ...(element.placeholder === undefined ? [] : checkText(element.placeholder, '/placeholder', 150, ['plain_text'])),
    ...(Number(element.max_length ?? 1) >= 1 && Number(element.max_length ?? 1) <= 3000
      ? []
      : ['/max_length: 1 to 3000']),
  ],
};

function checkOptions({ placeholder, options, option_groups }: Json): Problems {
  const groups = (option_groups ?? []) as Json[];
  const lists = options === undefined ? groups.map((group) => group.options) : [options];
  return [
    ...(placeholder === undefined ? [] : checkText(placeholder, '/placeholder', 150, ['plain_text'])),
    ...((options === undefined) === (option_groups === undefined) ? ['/options: either options or option_groups'] : []),
    ...(groups.length > 100 ? ['/option_groups: too many'] : []),
    ...groups.flatMap((group, at) => checkText(group.label, `/option_groups/${at}/label`, 75, ['plain_text'])),
    ...lists.flatMap((list) => checkOptionList(list as Json[])),
  ];
}

const checkOptionList = (options: Json[]): Problems => [
  ...(options.length < 1 || options.length > 100 ? ['/options: 1 to 100 allowed'] : []),
  ...options.flatMap((option, at) => [
    ...unknownFields(option, ['text', 'value', 'description']),
    ...checkText(option.text, `/options/${at}/text`, 75),
    ...lengthOf(option.value, `/options/${at}/value`, 1, 150),
  ]),
];
