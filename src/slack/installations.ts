import { type AppOptions, webApi } from '@slack/bolt';
import type { Seal } from './seal.ts';
import type { Tutor } from './tutor.ts';
import type { Client, Workspaces } from './workspaces.ts';

export interface InstallationOptions extends Pick<Tutor, 'installations' | 'now' | 'log'> {
  readonly seal: Seal;
  readonly clientOptions: NonNullable<AppOptions['clientOptions']>;
}

export interface Installations extends Workspaces {
  /** Keeps the bot token that a workspace granted. */
  readonly join: (workspace: string, token: string) => Promise<void>;
}

/**
 * The workspaces that installed the app, as the store has them. It is asked each time, so that what another process
 * keeps or drops counts here at once; the client of a workspace stays for as long as its token.
 */
export function installationsIn({ installations, seal, clientOptions, now, log }: InstallationOptions): Installations {
  const clients = new Map<string, { readonly sealed: string; readonly client: Client }>();

  const clientFor = (workspace: string, sealed: string): Client | undefined => {
    const known = clients.get(workspace);
    if (known?.sealed === sealed) return known.client;
    const token = seal.open(sealed, workspace);
    if (token === undefined) return undefined;
    const client = new webApi.WebClient(token, clientOptions);
    clients.set(workspace, { sealed, client });
    return client;
  };

  return {
    async clientOf(workspace = '') {
      const sealed = await installations.installation('slack', workspace);
      const client = sealed === undefined ? undefined : clientFor(workspace, sealed);
      if (client) return client;
      clients.delete(workspace);
      const why = sealed === undefined ? 'is not installed' : 'cannot be served: this HOSTMASTER_KEY is not its own';
      log(`slack: a delivery was left, as ${workspace || 'a workspace without a name'} ${why}`, 'warn');
      return undefined;
    },

    async leave(workspace = '', at) {
      const isDropped = await installations.dropInstallation('slack', workspace, at);
      if (!isDropped) return;
      clients.delete(workspace);
      log(`slack: removed from ${workspace}`);
    },

    async join(workspace, token) {
      await installations.keepInstallation('slack', workspace, seal.seal(token, workspace), now());
      log(`slack: installed in ${workspace}`);
    },
  };
}
