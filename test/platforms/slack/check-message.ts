import { checkBlocks, type Surface } from './check-blocks.ts';
import { chars, checkText } from './check-element.ts';

type Json = Record<string, unknown>;
/** Slack's code for why it refuses, and what it says of it. */
export interface Refusal {
  readonly error: string;
  readonly messages: readonly string[];
}

const MESSAGE = [
  'text',
  'blocks',
  'thread_ts',
  'channel',
  'user',
  'parse',
  'link_names',
  'mrkdwn',
  'unfurl_links',
  'unfurl_media',
  'metadata',
  'reply_broadcast',
  'response_type',
  'replace_original',
  'delete_original',
  'token',
  'team_id',
  'ts',
];

export function checkMessage(message: Json): Refusal | undefined {
  const unknown = Object.keys(message).filter((key) => !MESSAGE.includes(key));
  if (unknown.length > 0)
    return { error: 'invalid_arguments', messages: unknown.map((key) => `${key}: unknown argument`) };
  const blocks = message.blocks as unknown[] | undefined;
  const text = typeof message.text === 'string' ? message.text : '';
  if (text === '' && (blocks === undefined || blocks.length === 0)) return { error: 'no_text', messages: [] };
  if (chars(text) > 4000) return { error: 'msg_too_long', messages: [`text has ${chars(text)} characters`] };
  return blocks === undefined ? undefined : refusalOf(checkBlocks(blocks, 'message'));
}

const VIEW = [
  'type',
  'callback_id',
  'title',
  'submit',
  'close',
  'private_metadata',
  'blocks',
  'clear_on_close',
  'notify_on_close',
  'external_id',
];

export function checkView(view: Json, type: Exclude<Surface, 'message'>): Refusal | undefined {
  const hasInput = Array.isArray(view.blocks) && view.blocks.some((block) => block.type === 'input');
  const title = type === 'modal' ? checkText(view.title, '/title', 24, ['plain_text']) : [];
  const buttons = ['submit', 'close'].flatMap((key) =>
    view[key] === undefined ? [] : checkText(view[key], `/${key}`, 24, ['plain_text']),
  );
  return refusalOf([
    ...(view.type === type ? [] : [`/type: must be ${type}`]),
    ...Object.keys(view)
      .filter((key) => !VIEW.includes(key))
      .map((key) => `/${key}: unknown field`),
    ...[...title, ...buttons, ...checkBlocks(view.blocks, type)],
    ...(hasInput && type === 'modal' && view.submit === undefined ? ['/submit: missing'] : []),
    ...(chars(String(view.private_metadata ?? '')) > 3000
      ? ['/private_metadata: must be less than 3001 characters']
      : []),
    ...(chars(String(view.callback_id ?? '')) > 255 ? ['/callback_id: must be less than 256 characters'] : []),
  ]);
}

function refusalOf(messages: readonly string[]): Refusal | undefined {
  if (messages.length === 0) return undefined;
  return { error: messages.includes('msg_blocks_too_long') ? 'msg_blocks_too_long' : 'invalid_blocks', messages };
}

/**
 * Whom a message would call: special mentions and mentions that Slack reads in `text` and in mark-up. Where only one person
 * looks on, a name in rich text calls nobody.
 */
export function pingsIn(message: Json, isForOne = false): readonly string[] {
  const marked = [String(message.text ?? ''), ...markupIn(message.blocks, isForOne)];
  return marked.flatMap((text) => text.match(/<(?:!|@|#)[^>]*>/g) ?? []);
}

function markupIn(part: unknown, isForOne: boolean): string[] {
  if (Array.isArray(part)) return part.flatMap((each) => markupIn(each, isForOne));
  if (typeof part !== 'object' || part === null) return [];
  const { type, text } = part as Json;
  if (type === 'user' && isForOne) return [];
  if (type === 'user' || type === 'broadcast' || type === 'usergroup') return [`<!${String(type)}>`];
  if (type === 'mrkdwn' && typeof text === 'string') return [text];
  return Object.values(part).flatMap((each) => markupIn(each, isForOne));
}
