import type { Instant } from '../../base/time.ts';
import type { Deps } from '../command.ts';
import type { Reply } from '../reply.ts';

/** What a post says, drawn anew from what is kept whenever it is tried; undefined if there is nothing to say any more. */
export type Drawer = (deps: Deps, words: readonly string[], now: Instant) => Promise<Reply | undefined>;

/** A drawer for each kind of post: the word that its key begins with. The other words are what the drawer is given. */
export type Drawers = ReadonlyMap<string, Drawer>;

/** The key of a post; none of its words has a colon in it. */
export const postKey = (...words: readonly [kind: string, ...string[]]): string => words.join(':');
