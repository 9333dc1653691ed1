import {
  type APIFileComponent,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { shortDescription } from '../base/picture.ts';
import { NOTHING_PAINTED, type Painted } from '../tutor/painted.ts';
import type { Block, Reply } from '../tutor/reply.ts';
import { LIMITS, lengthOf, shorten } from './limits.ts';
import { letterOf, renderBlock } from './render-block.ts';
import { type Control, renderChoices } from './render-choices.ts';

/** A message as Discord takes it, whether it is the first response, an edit or a message of its own. */
export interface DiscordMessage {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  /** Nobody is ever called by a message. */
  readonly allowed_mentions: { readonly parse: [] };
  /** What its `File` components show; sent beside the message, not in it. */
  readonly files?: readonly DiscordFile[];
}
export interface DiscordFile {
  readonly name: string;
  readonly description: string;
  readonly data: string | Uint8Array;
  readonly contentType: string;
}

/**
 * Draws a reply: one message if it fits, else as few as it takes, parted between blocks where that will do. What there
 * is to press stands below the last text.
 * @param isHidden whether only the one who asked is to see it
 * @param painted the pictures; of one that is not among them the words are said
 */
export function renderDiscord(
  { blocks, choices }: Reply,
  isHidden: boolean,
  painted: Painted = NOTHING_PAINTED,
): readonly DiscordMessage[] {
  const { controls, said } = renderChoices(choices, letteredIn(blocks));
  const pages = pagesOf([...blocks, ...said], painted);
  const files = filesIn(blocks, painted);
  const messages = withRows(pages.map(displaysOf), [...files.map(fileOf), ...rowsOf(controls)]);
  const flags = MessageFlags.IsComponentsV2 | (isHidden ? MessageFlags.Ephemeral : 0);
  return numbered(messages).map((components) => ({
    ...{ flags, components, allowed_mentions: { parse: [] } },
    ...withFiles(files, components),
  }));
}

/** Draws a reply for everyone as one message, where there can be only one; says so if more was to be said. */
export function renderInOne(reply: Reply, painted: Painted = NOTHING_PAINTED): DiscordMessage {
  const [message, ...more] = renderDiscord(reply, false, painted);
  if (message !== undefined && more.length === 0) return message;
  const { controls, said } = renderChoices(reply.choices, letteredIn(reply.blocks));
  const [page = []] = pagesOf([...reply.blocks, ...said], painted);
  const files = filesIn(reply.blocks, painted);
  const [components = []] = withRows(
    [[...displaysOf(page), displayOf(MORE)]],
    [...files.map(fileOf), ...rowsOf(controls)],
  );
  const flags = MessageFlags.IsComponentsV2;
  return { flags, components: [...components], allowed_mentions: { parse: [] }, ...withFiles(files, components) };
}
const MORE = '-# There is more than fits here.';

/** The files and pictures that the blocks hold, each by a name of its own that an address can hold. */
function filesIn(blocks: readonly Block[], painted: Painted): readonly DiscordFile[] {
  const files = new Map<string, DiscordFile>();
  for (const block of blocks) {
    const file = fileIn(block, painted);
    if (file === undefined) continue;
    const plain = file.name.replace(/[^\w.-]+/g, '_').slice(-MOST_OF_NAME) || 'file.txt';
    const name = files.has(plain) ? `${files.size}-${plain}` : plain;
    files.set(name, { ...file, name });
  }
  return [...files.values()];
}
const MOST_OF_NAME = 80;

function fileIn(block: Block, painted: Painted): DiscordFile | undefined {
  if (block.kind === 'file' && block.text !== '') {
    const description = shorten(block.description, LIMITS.fileDescription);
    return { name: block.name, description, data: block.text, contentType: 'text/plain; charset=utf-8' };
  }
  const data = block.kind === 'picture' ? painted.get(block.picture) : undefined;
  if (block.kind !== 'picture' || data === undefined) return undefined;
  const { name, description } = block.picture;
  const short = shortDescription(description, LIMITS.fileDescription);
  return { name: `${name}.png`, description: short, data, contentType: PNG };
}
const PNG = 'image/png';

const addressOf = ({ name }: DiscordFile): string => `attachment://${name}`;
/** A file to open; or a picture where it stands, with its words for those who do not see it. */
const fileOf = (file: DiscordFile): APIFileComponent | APIMediaGalleryComponent =>
  file.contentType === PNG
    ? {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: addressOf(file) }, description: file.description }],
      }
    : { type: ComponentType.File, file: { url: addressOf(file) } };

function withFiles(
  files: readonly DiscordFile[],
  components: readonly APIMessageTopLevelComponent[],
): Pick<DiscordMessage, 'files'> {
  const shown = components.flatMap(addressesIn);
  const own = files.filter((file) => shown.includes(addressOf(file)));
  return own.length > 0 ? { files: own } : {};
}

function addressesIn(component: APIMessageTopLevelComponent): readonly string[] {
  if (component.type === ComponentType.File) return [component.file.url];
  return component.type === ComponentType.MediaGallery ? component.items.map(({ media }) => media.url) : [];
}

/** The letters of the options that the blocks show, by their text. */
const letteredIn = (blocks: readonly Block[]): ReadonlyMap<string, string> =>
  new Map(
    blocks.flatMap((block) =>
      block.kind === 'options' ? block.options.map((option, place) => [option, letterOf(place)] as const) : [],
    ),
  );

type Component = APIMessageTopLevelComponent;
type Row = Component & { type: ComponentType.ActionRow };

/** What is kept free for `Part 2 of 12`. */
const FOR_NUMBER = 40;
const PAGE = LIMITS.messageText - FOR_NUMBER;
const GAP = '\n\n';

/** Blocks as drawn texts, page by page. A heading stays with what it heads. */
function pagesOf(blocks: readonly Block[], painted: Painted): readonly (readonly string[])[] {
  const pages: string[][] = [[]];
  // What is painted is seen, and needs no words in the text.
  const worded = blocks.filter((block) => block.kind !== 'picture' || !painted.has(block.picture));
  for (const unit of unitsOf(worded)) {
    if (sizeOf([...(pages.at(-1) ?? []), ...unit]) > PAGE) pages.push([]);
    pages.at(-1)?.push(...unit);
  }
  return pages.filter((page) => page.length > 0);
}

/** Texts that are not parted. */
function unitsOf(blocks: readonly Block[]): readonly (readonly string[])[] {
  const units: string[][] = [];
  let heads = false;
  for (const block of blocks) {
    for (const text of renderBlock(block, PAGE - GAP.length)) {
      const last = heads ? units.at(-1) : undefined;
      if (last !== undefined && sizeOf([...last, text]) <= PAGE) last.push(text);
      else units.push([text]);
      heads = block.kind === 'heading';
    }
  }
  return units;
}

const sizeOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + lengthOf(text) + GAP.length, 0);

/** More texts than this would leave too little room for things to press. */
const MOST_DISPLAYS = 10;

function displaysOf(texts: readonly string[]): readonly Component[] {
  const each = Math.ceil(texts.length / MOST_DISPLAYS);
  const starts = texts.map((_, index) => index).filter((index) => index % each === 0);
  return starts.map((start) => displayOf(texts.slice(start, start + each).join(GAP)));
}

export const displayOf = (content: string): Component => ({ type: ComponentType.TextDisplay, content });

/** Buttons in rows of five, each menu in a row of its own, in the order given. */
function rowsOf(controls: readonly Control[]): readonly Row[] {
  const rows: Row[] = [];
  let buttons: Exclude<Control, { type: ComponentType.StringSelect }>[] = [];
  for (const control of controls) {
    if (control.type === ComponentType.StringSelect) {
      rows.push({ type: ComponentType.ActionRow, components: [control] });
      buttons = [];
      continue;
    }
    if (buttons.length === 0 || buttons.length === LIMITS.buttonsInRow) {
      buttons = [];
      rows.push({ type: ComponentType.ActionRow, components: buttons });
    }
    buttons.push(control);
  }
  return rows;
}

/** Puts files and rows below the last page; those that do not fit make messages of their own. */
function withRows(
  pages: readonly (readonly Component[])[],
  rows: readonly Component[],
): readonly (readonly Component[])[] {
  const messages = pages.map((page) => [...page]);
  for (const row of rows) {
    const last = messages.at(-1);
    if (last !== undefined && hasRoomFor(last, row)) last.push(row);
    else messages.push([row]);
  }
  return messages.length > 0 ? messages : [[displayOf('…')]];
}

function hasRoomFor(message: readonly Component[], row: Component): boolean {
  const files = [...message, row].flatMap(addressesIn);
  return countOf([...message, row]) <= LIMITS.components - 1 && files.length <= LIMITS.files;
}

/** How many components there are, those inside others counted too. */
export const countOf = (components: readonly Component[]): number =>
  components.reduce((sum, each) => sum + 1 + (each.type === ComponentType.ActionRow ? each.components.length : 0), 0);

/** Says of each of several messages which one it is, since nothing else shows that they belong together. */
function numbered(messages: readonly (readonly Component[])[]): readonly Component[][] {
  if (messages.length === 1) return messages.map((message) => [...message]);
  return messages.map((message, index) => [displayOf(`-# Part ${index + 1} of ${messages.length}`), ...message]);
}
