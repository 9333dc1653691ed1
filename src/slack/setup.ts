import type { App, AppOptions, Logger, Receiver } from '@slack/bolt';
import type { Connection } from '../base/observe.ts';
import { assertNever } from '../base/result.ts';
import type { Endpoint } from '../web/endpoint.ts';
import type { ManyWorkspaces, OneWorkspace, SlackConnection } from './connection.ts';
import { httpReceiver } from './http.ts';
import { installReceiver } from './install.ts';
import { installationsIn } from './installations.ts';
import { derivedKey } from './master-key.ts';
import { sealWith } from './seal.ts';
import { socketReceiver } from './sockets.ts';
import type { Tutor } from './tutor.ts';
import { oneWorkspace, type Workspaces } from './workspaces.ts';

/** How Slack reaches the app, and how the app reaches Slack. */
export interface Setup {
  readonly receivers: readonly Receiver[];
  readonly endpoints: readonly Endpoint[];
  readonly connections: () => readonly Connection[];
  readonly authorization: Pick<AppOptions, 'token' | 'authorize'>;
  readonly workspacesOf: (app: App) => Workspaces;
}

export interface Calling {
  readonly clientOptions: NonNullable<AppOptions['clientOptions']>;
  readonly logger: Logger;
}

export function setUp(connection: SlackConnection, tutor: Tutor, calling: Calling): Setup {
  switch (connection.kind) {
    case 'one-workspace':
      return setUpOne(connection, tutor, calling);
    case 'many-workspaces':
      return setUpMany(connection, tutor, calling);
    default:
      return assertNever(connection);
  }
}

function setUpOne({ botToken, appToken, signingSecret }: OneWorkspace, { now }: Tutor, calling: Calling): Setup {
  const sockets = appToken === undefined ? [] : [socketReceiver({ appToken, now, ...calling })];
  const http = signingSecret === undefined ? [] : [httpReceiver({ signingSecret, now, logger: calling.logger })];
  return {
    receivers: [...sockets, ...http],
    endpoints: http.map(({ endpoint }) => endpoint),
    connections: () => sockets.flatMap((each) => each.connections()),
    authorization: { token: botToken },
    workspacesOf: ({ client }) => oneWorkspace(client),
  };
}

function setUpMany(connection: ManyWorkspaces, tutor: Tutor, { clientOptions, logger }: Calling): Setup {
  const { signingSecret, masterKey } = connection;
  const { installations, now, log } = tutor;
  const workspaces = installationsIn({ installations, seal: sealWith(masterKey), clientOptions, now, log });
  const stateSecret = derivedKey(masterKey, 'oauth state').toString('base64');
  const { join } = workspaces;
  const http = httpReceiver({ signingSecret, now, logger });
  const install = installReceiver({ ...connection, stateSecret, clientOptions, join, logger, log });
  return {
    receivers: [http, install],
    endpoints: [http.endpoint, ...install.endpoints],
    connections: () => [],
    // Bolt asks before anything is acknowledged, and drops what this fails for: so it reads nothing and never fails.
    authorization: { authorize: async () => ({}) },
    workspacesOf: () => workspaces,
  };
}
