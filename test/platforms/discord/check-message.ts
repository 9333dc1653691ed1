import { type Component, invalid, Refusal } from './state.ts';

/** What a message is for decides which flags it may have. */
export type Use = 'response' | 'edit' | 'channel';
type Body = Readonly<Record<string, unknown>>;

const V2 = 32768;
const FLAGS: Readonly<Record<Use, number>> = {
  response: 4 | 64 | 4096 | V2,
  edit: 4 | V2,
  channel: 4 | 4096 | 8192 | V2,
};
const FIELDS = ['files', 'content', 'embeds', 'flags', 'components', 'allowed_mentions', 'attachments', 'tts', 'poll'];
const CHANNEL_FIELDS = [...FIELDS, 'nonce', 'enforce_nonce', 'message_reference', 'sticker_ids'];

/** Throws what Discord would answer to this message. Source: Message Resource; Components Reference. */
export function checkMessage(body: Body, use: Use): void {
  const flags = Number(body.flags ?? 0);
  const isV2 = (flags & V2) !== 0;
  const components = (body.components ?? []) as readonly Component[];
  const content = String(body.content ?? '');
  const problems = [
    ...unknownFields(body, use === 'channel' ? CHANNEL_FIELDS : FIELDS, ''),
    ...((flags & ~FLAGS[use]) === 0 ? [] : [`flags: ${flags} may not be set here`]),
    ...['embeds', 'poll'].flatMap((field) =>
      field in body ? [`${field}: the stand-in does not know its limits`] : [],
    ),
    ...(isV2 && ['content', 'embeds', 'poll', 'sticker_ids'].some((field) => field in body)
      ? ['flags: V2 with old fields']
      : []),
    ...([...content].length > 2000 ? ['content: over 2000'] : []),
    ...(isV2 ? [] : components.filter(({ type }) => type !== 1).map(({ type }) => `components: type ${type} needs V2`)),
    ...([...String(body.nonce ?? '')].length > 25 ? ['nonce: over 25'] : []),
    ...checkMentions(body.allowed_mentions as Body | undefined),
    ...checkAll(components),
    ...checkFiles(body, components),
  ];
  if (problems.length > 0) throw invalid(problems);
  if (components.length === 0 && content.trim() === '') throw new Refusal(400, 50006, 'Cannot send an empty message');
}

function checkMentions(mentions: Body | undefined): string[] {
  if (mentions === undefined) return [];
  const clash = ['users', 'roles'].filter((kind) => kind in mentions && (mentions.parse as string[]).includes(kind));
  return [...unknownFields(mentions, ['parse', 'users', 'roles', 'replied_user'], 'allowed_mentions.'), ...clash];
}

/** A file is shown by a component, and sent beside the message by the same name. */
function checkFiles(body: Body, components: readonly Component[]): string[] {
  const attachments = (body.attachments ?? []) as readonly { filename?: string; description?: string; size?: number }[];
  const sent = attachments.map(({ filename }) => `attachment://${filename}`);
  const shown = components.flatMap(({ file, items = [] }) => [
    ...(file ? [file.url] : []),
    ...items.map(({ media }) => media.url),
  ]);
  return [
    ...(attachments.length > 10 ? [`attachments: ${attachments.length} of 10`] : []),
    ...(new Set(sent).size < sent.length ? ['attachments: a name twice'] : []),
    ...shown.filter((url) => !sent.includes(url)).map((url) => `components: ${url} is not attached`),
    ...sent.filter((url) => !shown.includes(url)).map((url) => `attachments: ${url} is not shown`),
    ...attachments.flatMap(({ filename = '', description, size = 0 }) => [
      ...(/^[\w.-]{1,260}$/.test(filename) ? [] : [`attachments: ${filename}: no name`]),
      ...(description === undefined ? [] : sized(description, 1, 1024, 'attachments.description')),
      ...(size > 10 * 2 ** 20 ? ['attachments: over 10 MiB'] : []),
    ]),
  ];
}

function checkAll(components: readonly Component[]): string[] {
  const all = components.flatMap((each) => [each, ...(each.components ?? [])]);
  const text = all.reduce((sum, { content = '' }) => sum + [...content].length, 0);
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  return [
    ...(all.length > 40 ? [`components: ${all.length} of 40`] : []),
    ...(text > 4000 ? [`components: ${text} characters of 4000`] : []),
    ...(new Set(ids).size < ids.length ? ['COMPONENT_CUSTOM_ID_DUPLICATED'] : []),
    ...components.flatMap((each, index) => checkTop(each, `components[${index}].`)),
  ];
}

function checkTop(component: Component, at: string): string[] {
  if (component.type === 10) {
    return [
      ...unknownFields(component, ['type', 'id', 'content'], at),
      ...sized(component.content, 1, 4000, `${at}content`),
    ];
  }
  if (component.type === 13) return unknownFields(component, ['type', 'id', 'file', 'spoiler'], at);
  if (component.type === 12) {
    const { items = [] } = component;
    return [
      ...unknownFields(component, ['type', 'id', 'items'], at),
      ...(items.length < 1 || items.length > 10 ? [`${at}items: ${items.length}`] : []),
      ...items.flatMap((item, index) => [
        ...unknownFields(item, ['media', 'description', 'spoiler'], `${at}items[${index}].`),
        ...(item.description === undefined ? [] : sized(item.description, 1, 1024, `${at}items[${index}].description`)),
      ]),
    ];
  }
  if (component.type === 14) return unknownFields(component, ['type', 'id', 'divider', 'spacing'], at);
  if (component.type !== 1) return [`${at}type: ${component.type} is unknown to the stand-in`];
  const inner = component.components ?? [];
  const selects = inner.filter(({ type }) => type === 3).length;
  const isFull = selects > 0 ? inner.length > 1 : inner.length > 5;
  return [
    ...unknownFields(component, ['type', 'id', 'components'], at),
    ...(inner.length === 0 || isFull ? [`${at}components: ${inner.length} in a row`] : []),
    ...inner.flatMap((each, index) => checkControl(each, `${at}components[${index}].`)),
  ];
}

function checkControl(control: Component, at: string): string[] {
  const id = sized(control.custom_id, 1, 100, `${at}custom_id`);
  if (control.type === 2 && control.style === 5) {
    return [
      ...unknownFields(control, ['type', 'id', 'style', 'label', 'emoji', 'url', 'disabled'], at),
      ...sized(control.url, 1, 512, `${at}url`),
      ...sized(control.label, 1, 80, `${at}label`),
    ];
  }
  if (control.type === 2) {
    const fields = ['type', 'id', 'style', 'label', 'emoji', 'custom_id', 'disabled'];
    const style = [1, 2, 3, 4].includes(control.style ?? 0) ? [] : [`${at}style`];
    return [...unknownFields(control, fields, at), ...id, ...style, ...sized(control.label, 1, 80, `${at}label`)];
  }
  if (control.type !== 3) return [`${at}type: ${control.type} is unknown to the stand-in`];
  return [...id, ...checkSelect(control, at)];
}

function checkSelect(select: Component, at: string): string[] {
  const { options = [], min_values: least = 1, max_values: most = 1, placeholder } = select;
  const values = options.map(({ value }) => value);
  const fields = ['type', 'id', 'custom_id', 'options', 'placeholder', 'min_values', 'max_values', 'disabled'];
  return [
    ...unknownFields(select, fields, at),
    ...(options.length < 1 || options.length > 25 ? [`${at}options: ${options.length}`] : []),
    ...(new Set(values).size < values.length ? [`${at}options: a value twice`] : []),
    ...(least > most || most > options.length ? [`${at}: ${least} to ${most} of ${options.length}`] : []),
    ...(placeholder === undefined ? [] : sized(placeholder, 0, 150, `${at}placeholder`)),
    ...options.flatMap((option, index) => [
      ...unknownFields(option, ['label', 'value', 'description', 'emoji', 'default'], `${at}options[${index}].`),
      ...sized(option.label, 1, 100, `${at}options[${index}].label`),
      ...sized(option.value, 1, 100, `${at}options[${index}].value`),
      ...(option.description === undefined
        ? []
        : sized(option.description, 0, 100, `${at}options[${index}].description`)),
    ]),
  ];
}

/** Lengths are code points; a text of white space alone is none. */
export function sized(text: unknown, least: number, most: number, at: string): string[] {
  if (typeof text !== 'string') return [`${at}: required`];
  const length = [...text].length;
  const isBlank = least > 0 && text.trim() === '';
  return length < least || length > most || isBlank
    ? [`${at}: must be between ${least} and ${most} in length, not ${length}`]
    : [];
}

export const unknownFields = (value: object, known: readonly string[], at: string): string[] =>
  Object.keys(value).flatMap((key) => (known.includes(key) ? [] : [`${at}${key}: unknown field`]));
