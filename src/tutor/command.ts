import type { LocalTime } from '../base/local-time.ts';
import type { Observe } from '../base/observe.ts';
import type { Result } from '../base/result.ts';
import type { DurationMs, Instant } from '../base/time.ts';
import type { Weekdays } from '../base/weekdays.ts';
import type { Zone } from '../base/zone.ts';
import type { Name } from '../dns/name.ts';
import type { RRType } from '../dns/record.ts';
import type { Note } from '../exchange/read-anki.ts';
import type { Item, Pack, PackConcept } from '../items/item.ts';
import type { Breakages } from '../items/item-entry.ts';
import type { Fault } from '../labs/fault.ts';
import type { Lab } from '../labs/lab.ts';
import type { Concept } from '../learning/concept.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Move } from '../moves/move.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { Courier } from './courier.ts';
import type { StartedWith } from './own-zone.ts';
import type { Pictures } from './pictures.ts';
import type { Reply } from './reply.ts';
import type { Account, LearnerId } from './store/account.ts';
import type { Store } from './store.ts';
import type { Translations } from './translations.ts';
import type { Member, Venue } from './venue.ts';

/**
 * Commands are declared once, here in spirit: the parser, `/help`, completion in the terminal and what the platforms
 * register are all derived from the declarations that `commands.ts` lists.
 */
export interface Declaration<Options extends OptionTable = OptionTable> {
  readonly name: string;
  /** One line, at most 100 characters. */
  readonly summary: string;
  /** In the order in which words without a name are read. Required ones come first. */
  readonly options: Options;
  readonly examples: readonly string[];
  /** Only for those who organise the server or workspace; for everyone if left out. */
  readonly isForOrganisers?: true;
  /**
   * Written as a method, so that declarations with different options fit into one list of `Declaration`;
   * its values are then only ever those that `parseLine` made from these very options.
   */
  handle(context: Context, values: Values<Options>): Promise<Reply>;
}
export type OptionTable = Readonly<Record<string, OptionDeclaration>>;
export interface OptionDeclaration {
  readonly type: OptionType;
  /** What it means, at most 100 characters. */
  readonly about: string;
  readonly required?: true;
  /** For `choice`: the words it may be. For `listed` and `list`: which list they come from. */
  readonly choices?: readonly string[];
  readonly list?: ListName;
}

/**
 * `text` takes the rest of the line. `server` is written `@…`, `presentation` and `channel` `#…`, wherever they stand.
 * `choice` is one of a few fixed words, `listed` one of a list that content decides; its value is the entry's id.
 * `list` is one or several such, with commas between.
 * `time` is one of the day, `zone` a time zone, `days` some of the week: words that look like one, wherever they stand.
 * `file` is a file by its address, id or path, as the platform has them; who carries the command out fetches it.
 * `member` is a person or role, and `channel` a channel by its platform's id, as the platform writes a mention of one.
 */
export type OptionType = keyof ValueTypes;
export interface ValueTypes {
  word: string;
  text: string;
  integer: number;
  choice: string;
  listed: string;
  list: readonly string[];
  name: Name;
  'rr-type': RRType | 'ANY';
  /** A type of records, or the alias that some DNS hosts have besides. */
  'record-type': RRType | 'ANY' | 'ALIAS';
  duration: DurationMs;
  server: string;
  presentation: string;
  member: Member;
  channel: string;
  file: string;
  time: LocalTime;
  zone: Zone;
  days: Weekdays;
}
export type ListName = 'commands' | 'packs' | 'concepts' | 'lessons' | 'labs' | 'moves' | 'registrars' | 'dns-hosts';

export type Values<Options extends OptionTable> = {
  readonly [Key in keyof Options]: Options[Key] extends { required: true }
    ? ValueOf<Options[Key]>
    : ValueOf<Options[Key]> | undefined;
};
/** Of a choice, the union of its words; of any other option, what its type says. */
type ValueOf<Option extends OptionDeclaration> = Option extends { type: 'choice'; choices: readonly (infer Word)[] }
  ? Word
  : ValueTypes[Option['type']];

/** What a handler is given: who asks, when, and what it may use. */
export interface Context extends Deps {
  readonly learner: LearnerId;
  readonly account: Account;
  readonly venue: Venue;
  readonly now: Instant;
  /** The line as typed, for the history of a world. */
  readonly line: string;
}
export interface Deps {
  readonly store: Store;
  readonly content: Content;
  /** Has what is due done now and not only at the next tick; returns at once. Absent where nothing ticks. */
  readonly hurry?: () => void;
  /** Fresh chance for every call: a whole number from 0 to 2^31 − 1. */
  readonly newSeed: () => number;
  /** A fresh id for every call: letters and digits, short enough to type, long enough never to come twice. */
  readonly newId: () => string;
  /** Reads the notes of a deck that Anki has exported as a package. Absent where nothing can. */
  readonly readDeck?: (octets: Uint8Array) => Promise<Result<readonly Note[], string>>;
  /** Draws what replies show. Absent where nothing is drawn. */
  readonly pictures?: Pictures;
  /** Posts what nobody asked for just now. */
  readonly courier: Courier;
  /** Absent: nobody looks on. */
  readonly observe?: Observe;
}
export interface Content {
  readonly catalogue: Catalogue;
  /** By id. */
  readonly packs: ReadonlyMap<string, Pack>;
  /** By id, over all packs. */
  readonly items: ReadonlyMap<string, Item>;
  /** Of all packs, each after what it requires. */
  readonly concepts: readonly Concept[];
  /** By id, in the order in which their main concepts build on each other. */
  readonly lessons: ReadonlyMap<string, Lesson>;
  /** By id. */
  readonly faults: ReadonlyMap<string, Fault>;
  /** By id, each after the labs that it requires. */
  readonly labs: ReadonlyMap<string, Lab>;
  /** By id. */
  readonly moves: ReadonlyMap<string, Move>;
  /** The words an option of type `listed` may be. */
  readonly lists: Readonly<Record<ListName, readonly ListEntry[]>>;
  readonly translations: Translations;
  /** Zones of the study group's own, if the program was started with any. */
  readonly own?: StartedWith;
  /** The faults in whose worlds items may be put, by id. */
  readonly breakages?: Breakages;
  /** The built-in packs, each as one document, by id. */
  readonly documents?: ReadonlyMap<string, string>;
  /** What everybody has, where this is what one server or workspace has. */
  readonly base?: Content;
  /** Packs that a server or workspace has added and that cannot be used as they are, with what is wrong. */
  readonly broken?: readonly { readonly pack: string; readonly faults: readonly string[] }[];
}
/** `id` is what a handler is given; a person may type the id, the label or an alias, in any case. */
export interface ListEntry {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
}

/** A concept as its pack has it; undefined, should the content no longer have it. */
export const conceptOf = ({ packs }: Content, id: string): PackConcept | undefined =>
  [...packs.values()].flatMap(({ concepts }) => concepts).find((concept) => concept.id === id);

/** A concept's title; its id, should the content no longer have it. */
export const titleOf = (content: Content, concept: string): string =>
  content.concepts.find(({ id }) => id === concept)?.title ?? conceptOf(content, concept)?.title ?? concept;

/** Declares a command; its handler's values are typed by its options. */
export const declare = <const Options extends OptionTable>(declaration: Declaration<Options>): Declaration<Options> =>
  declaration;
