import type { Reply } from '../src/tutor/reply.ts';

/** What a learner sees at one moment: a reply as it comes, or the menu or form of it opened, or their own page. */
export interface Scene {
  /** Names its pictures. No two scenes have the same. */
  readonly id: string;
  readonly title: string;
  /** What was typed to get it. */
  readonly line: string;
  readonly view: 'message' | 'menu' | 'form' | 'home';
  readonly reply: Reply;
}
