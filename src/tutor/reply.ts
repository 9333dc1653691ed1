import type { Picture, Theme } from '../base/picture.ts';
import type { Member } from './venue.ts';

/** Who sees a reply: the learner alone, or everyone in the channel. */
export type Audience = 'learner' | 'channel';

/**
 * One piece of a reply, in reading order. Text is plain, save that `backticks` mark code; a renderer escapes the rest.
 * `code` is fixed-width and never re-flowed. `options` are the lettered choices of an item, A first.
 */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'verdict'; readonly verdict: 'correct' | 'partial' | 'incorrect'; readonly text: string }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'options'; readonly options: readonly string[] }
  /** Text to keep, such as a zone file; `name` with its ending. Where a platform has no files its text is shown. */
  | { readonly kind: 'file'; readonly name: string; readonly description: string; readonly text: string }
  /**
   * Drawn where a platform shows pictures, in its usual colours unless `theme` says; its description goes with it. With
   * `beside` all that it shows is in the text too, and where it would be drawn in characters it is left out.
   */
  | { readonly kind: 'picture'; readonly picture: Picture; readonly theme?: Theme; readonly beside?: true }
  /** Who it is about; nobody is called by it. */
  | { readonly kind: 'people'; readonly label: string; readonly people: readonly Member[] }
  | { readonly kind: 'meter'; readonly label: string; readonly share: number; readonly text: string };
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** Something to press or fill in. Each but a link carries a command in its text form; `{}` in it stands for what was chosen or typed, `{lines}` for what is typed on several lines. */
export type Choice =
  /** `typed` is shorter and means the same as long as nothing else was asked: for those who have to type it. */
  | { readonly kind: 'button'; readonly label: string; readonly command: string; readonly typed?: string }
  | {
      readonly kind: 'menu';
      readonly label: string;
      readonly values: readonly { readonly label: string; readonly value: string }[];
      readonly most: number;
      readonly command: string;
    }
  /** `typed`, if given, is what to type for it where lines are typed; it is then no louder than a button. */
  | {
      readonly kind: 'form';
      readonly label: string;
      readonly placeholder: string;
      readonly command: string;
      readonly typed?: string;
    }
  /** A page to read, `https://` only. Only sources are linked to, never what a learner or a pack wrote. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** Everything the tutor can say. No platform is named here. */
export interface Reply {
  readonly audience: Audience;
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
  /** What the learner responded to is done with; what they pressed for that is of no more use. */
  readonly closes?: true;
  /** It takes the place of the message that was pressed on, if it comes of that; it then says all that one is to say. */
  readonly replaces?: true;
  /** Below it a thread is opened, of this title, and this is the first said in it. Only for the channel. */
  readonly thread?: { readonly title: string; readonly first: Reply };
}

/** A reply to the learner alone. */
export const reply = (blocks: readonly Block[], choices: readonly Choice[] = []): Reply => ({
  audience: 'learner',
  blocks,
  choices,
});
/** A reply to everyone in the channel. */
export const toChannel = (blocks: readonly Block[], choices: readonly Choice[] = []): Reply => ({
  ...reply(blocks, choices),
  audience: 'channel',
});
export const text = (words: string): Block => ({ kind: 'text', text: words });
export const heading = (words: string): Block => ({ kind: 'heading', text: words });
export const code = (words: string): Block => ({ kind: 'code', text: words });
export const fieldsOf = (all: readonly Field[]): Block => ({ kind: 'fields', fields: all });
export const fields = (...pairs: readonly (readonly [name: string, value: string])[]): Block =>
  fieldsOf(pairs.map(([name, value]) => ({ name, value })));
export const button = (label: string, command: string): Choice => ({ kind: 'button', label, command });
export type Button = Extract<Choice, { readonly kind: 'button' }>;
export const typedButton = (label: string, command: string, typed: string): Button => ({
  ...{ kind: 'button', label, command, typed },
});
export const picture = (of: Picture): Block => ({ kind: 'picture', picture: of });
export const people = (label: string, members: readonly Member[]): Block => ({
  kind: 'people',
  label,
  people: members,
});
export const link = (label: string, url: string): Choice => ({ kind: 'link', label, url });
/** A reply, and what another has to say and to offer after it. */
export const withReply = (first: Reply, { blocks, choices }: Reply): Reply => ({
  ...first,
  blocks: [...first.blocks, ...blocks],
  choices: [...first.choices, ...choices],
});
/** A reply of one sentence or two. */
export const notice = (words: string, choices: readonly Choice[] = []): Reply => reply([text(words)], choices);
