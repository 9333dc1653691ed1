import type { MasterKey } from './master-key.ts';

/** How to reach Slack, and be reached. */
export type SlackConnection = OneWorkspace | ManyWorkspaces;
/** The workspace of a bot token: by Socket Mode with an app token, by HTTP with a signing secret, or by both. */
export interface OneWorkspace {
  readonly kind: 'one-workspace';
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Slack's own unless given. */
  readonly apiUrl?: string;
}
/** Every workspace that installs the app, by HTTP. */
export interface ManyWorkspaces {
  readonly kind: 'many-workspaces';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  /** What the workspaces' tokens are sealed with. */
  readonly masterKey: MasterKey;
  /** Slack's own unless given. */
  readonly apiUrl?: string;
}
