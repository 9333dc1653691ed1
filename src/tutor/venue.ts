import type { Result } from '../base/result.ts';
import type { FetchFile } from './sent-file.ts';
import type { Space } from './store/account.ts';
import type { Where } from './store/presentations.ts';

/** Where a line was said, as far as its platform knows. */
export interface Venue {
  /** What the speaker may do there; asked only when a command depends on it. */
  readonly standing: () => Promise<Standing>;
  /** The channel or thread, by its platform's id; absent where nobody but the speaker reads. */
  readonly channel?: string;
  /** The thread of that channel, where the platform's threads are no channels of their own. */
  readonly thread?: string;
  /** Files are sent there as files; where this is absent, their text is shown. */
  readonly takesFiles?: boolean;
  /** Gives the speaker a file elsewhere, where nobody but they read; absent where there is no way to. */
  readonly giveFile?: GiveFile;
  /** Gets a file that was sent there; absent where there is no way to. */
  readonly fetch?: FetchFile;
}

/** Refuses with the end of a sentence that says what keeps it from being given, and what would help. */
export type GiveFile = (file: { readonly name: string; readonly text: string }) => Promise<Result<undefined, string>>;

/** Where somebody is when they speak. */
export const whereOf = ({ account, venue }: { readonly account: Space; readonly venue: Venue }): Where => ({
  platform: account.platform,
  space: account.space,
  ...(venue.channel !== undefined && { channel: venue.channel }),
});

/** Somebody's standing in a server or workspace. */
export interface Standing {
  /** May manage it, by the platform's own rules. */
  readonly manages: boolean;
  /** What they are there, as members: themselves first, then every role they hold. */
  readonly members: readonly Member[];
}

/** A person or a role by its platform's id, as `@U024BE7LH` or `@&41771983423143936`. */
export type Member = string;
export const person = (id: string): Member => `@${id}`;
export const role = (id: string): Member => `@&${id}`;

/** Where nobody manages anything, as in direct messages. */
export const NOWHERE: Venue = { standing: async () => ({ manages: false, members: [] }) };
