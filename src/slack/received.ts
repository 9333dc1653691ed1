import type { types } from '@slack/bolt';
import type { Instant } from '../base/time.ts';
import type { Account } from '../tutor/store/account.ts';
import type { Place } from './place.ts';

/** What a delivery asks for. */
export type Received =
  | { readonly kind: 'nothing' }
  | (Asked & LineAsked)
  | (Asked & { readonly kind: 'form'; readonly form: FormAsked })
  | (Asked & { readonly kind: 'home' })
  /** A button or form that this version does not know. */
  | (Asked & { readonly kind: 'outdated' })
  | Removal;

/** The app was removed from a workspace, or its token there revoked, no later than `at`. */
export interface Removal {
  readonly kind: 'removal';
  readonly id: string;
  readonly at: Instant;
}
/** `id` names the delivery: Slack's retries of it have the same. */
export interface Asked {
  readonly id: string;
  readonly account: Account;
  readonly place: Place;
}
export interface LineAsked {
  readonly kind: 'line';
  readonly line: string;
  /** Names a button pressed by one learner; the second press of a double click has the same. */
  readonly press?: string;
  /** The message whose button was pressed; ephemeral ones are not given. */
  readonly pressedOn?: PressedMessage;
}
export interface PressedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly blocks: readonly types.KnownBlock[];
}
/** A form to open. `trigger` is good for three seconds, once. */
export interface FormAsked {
  readonly trigger: string;
  readonly label: string;
  readonly placeholder: string;
  readonly command: string;
}

/** An account in a workspace: what a learner does in one is never seen in another. */
export const slackAccount = (team: string | undefined, user: string): Account => ({
  platform: 'slack',
  space: team ?? '',
  user,
});
