import { chars, checkElement, checkText, type Problems, unknownFields } from './check-element.ts';

/** What Slack's own checks say against the blocks of a message or view; empty when it takes them. */
export type Surface = 'message' | 'modal' | 'home';

const MOST_BLOCKS = { message: 50, modal: 100, home: 100 };
const MOST_TEXT = 12_000;
type Json = Record<string, unknown>;

export function checkBlocks(blocks: unknown, surface: Surface): Problems {
  if (!Array.isArray(blocks)) return ['blocks: not a list'];
  const many = blocks.length > MOST_BLOCKS[surface] ? [`no more than ${MOST_BLOCKS[surface]} items allowed`] : [];
  const ids = blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]));
  const twice = new Set(ids).size < ids.length ? ['block_id: not unique'] : [];
  const size = textsIn(blocks).reduce((sum, text) => sum + chars(text), 0);
  const long = surface === 'message' && size > MOST_TEXT ? ['msg_blocks_too_long'] : [];
  return [
    ...many,
    ...twice,
    ...long,
    ...blocks.flatMap((block, at) => checkBlock(block, surface).map((said) => `/blocks/${at}${said}`)),
  ];
}

/** Every string under a key `text`. */
export function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value] : textsIn(value),
  );
}

function checkBlock(block: Json, surface: Surface): Problems {
  const check = CHECKS[String(block.type)];
  if (!check) return [`/type: unsupported type: ${String(block.type)}`];
  const id = typeof block.block_id === 'string' && chars(block.block_id) > 255 ? ['/block_id: too long'] : [];
  return [...id, ...check(block, surface)];
}

const CHECKS: Record<string, (block: Json, surface: Surface) => Problems> = {
  header: (block) => [...unknownFields(block, ['text']), ...checkText(block.text, '/text', 150, ['plain_text'])],
  divider: (block) => unknownFields(block, []),
  image(block) {
    const { alt_text, slack_file } = block;
    return [
      ...unknownFields(block, ['slack_file', 'alt_text', 'title']),
      ...(typeof alt_text === 'string' && alt_text !== '' && chars(alt_text) <= 2000
        ? []
        : ['/alt_text: 1 to 2000 characters']),
      ...(Object.keys((slack_file ?? {}) as Json).join() === 'id' ? [] : ['/slack_file: an id']),
    ];
  },
  section(block) {
    const fields = (block.fields ?? []) as Json[];
    return [
      ...unknownFields(block, ['text', 'fields', 'accessory', 'expand']),
      ...(block.text === undefined && block.fields === undefined ? ['/text: missing'] : []),
      ...(block.text === undefined ? [] : checkText(block.text, '/text', 3000)),
      ...(fields.length > 10 ? ['/fields: too many'] : []),
      ...fields.flatMap((field, at) => checkText(field, `/fields/${at}`, 2000)),
    ];
  },
  context(block) {
    const elements = (block.elements ?? []) as Json[];
    return [
      ...unknownFields(block, ['elements']),
      ...(elements.length < 1 || elements.length > 10 ? ['/elements: 1 to 10 allowed'] : []),
      ...elements.flatMap((element, at) => checkText(element, `/elements/${at}`, 2000)),
    ];
  },
  actions(block) {
    const elements = (block.elements ?? []) as Json[];
    const ids = elements.map(({ action_id }) => action_id);
    return [
      ...unknownFields(block, ['elements']),
      ...(elements.length < 1 || elements.length > 25 ? ['/elements: 1 to 25 allowed'] : []),
      ...(new Set(ids).size < ids.length ? ['/elements: action_id not unique'] : []),
      ...elements.flatMap((element, at) => checkElement(element).map((said) => `/elements/${at}${said}`)),
    ];
  },
  input(block, surface) {
    return [
      ...(surface === 'message' ? ['/type: input is not allowed in messages'] : []),
      ...unknownFields(block, ['label', 'element', 'hint', 'optional', 'dispatch_action']),
      ...checkText(block.label, '/label', 2000, ['plain_text']),
      ...checkElement(block.element as Json).map((said) => `/element${said}`),
    ];
  },
  rich_text(block) {
    const elements = (block.elements ?? []) as Json[];
    return [
      ...unknownFields(block, ['elements']),
      ...(elements.length === 0 ? ['/elements: missing'] : []),
      ...elements.flatMap((element, at) => checkRichText(element).map((said) => `/elements/${at}${said}`)),
    ];
  },
};

const RICH = ['rich_text_section', 'rich_text_preformatted', 'rich_text_quote'];
const STYLES = ['bold', 'italic', 'strike', 'code', 'underline'];

function checkRichText({ type, elements, ...rest }: Json): Problems {
  if (!RICH.includes(String(type))) return [`/type: unsupported type: ${String(type)}`];
  const spans = (elements ?? []) as Json[];
  return [
    ...Object.keys(rest)
      .filter((key) => key !== 'border')
      .map((key) => `/${key}: unknown field`),
    ...(spans.length === 0 ? ['/elements: missing'] : []),
    ...spans.flatMap((part, at) =>
      checkSpan(part, type === 'rich_text_preformatted').map((said) => `/elements/${at}${said}`),
    ),
  ];
}

function checkSpan({ type, text, style = {}, ...rest }: Json, isPreformatted: boolean): Problems {
  if (type === 'user' && !isPreformatted)
    return /^[UW][A-Z0-9]+$/.test(String(rest.user_id)) ? [] : ['/user_id: invalid'];
  if (type !== 'text') return [`/type: ${String(type)} is not looked for here`];
  return [
    ...Object.keys(rest).map((key) => `/${key}: unknown field`),
    ...(typeof text === 'string' && text.length > 0 ? [] : ['/text: must be more than 0 characters']),
    ...Object.entries(style as Json)
      .filter(([key, on]) => !STYLES.includes(key) || typeof on !== 'boolean')
      .map(([key]) => `/style/${key}: unknown`),
    ...(isPreformatted && Object.keys(style as Json).length > 0 ? ['/style: not allowed in preformatted text'] : []),
  ];
}
