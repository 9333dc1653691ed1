import type { App } from '@slack/bolt';
import type { Instant } from '../base/time.ts';

export type Client = App['client'];

/** The workspaces that are served. */
export interface Workspaces {
  /** What Slack is called with on behalf of a workspace; undefined, and logged, if that is not served. */
  readonly clientOf: (workspace: string | undefined) => Promise<Client | undefined>;
  /** Serves a workspace no longer that removed the app, unless it has installed it again since. */
  readonly leave: (workspace: string | undefined, at: Instant) => Promise<void>;
}

/** The one workspace that a bot token belongs to, whatever the delivery says. */
export const oneWorkspace = (client: Client): Workspaces => ({
  clientOf: async () => client,
  leave: async () => {},
});
