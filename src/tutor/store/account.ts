declare const learnerBrand: unique symbol;

export type LearnerId = string & { readonly [learnerBrand]: true };

/** `space` is the server or workspace; what a learner does in one is never seen in another. */
export interface Account {
  readonly platform: 'terminal' | 'discord' | 'slack';
  readonly space: string;
  readonly user: string;
}

/** The space of those who speak in direct messages, where a platform does not say in the name of which server. */
export const DIRECT_SPACE = 'dm';

/** A server or workspace. */
export type Space = Pick<Account, 'platform' | 'space'>;
