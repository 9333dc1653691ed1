import type { IncomingMessage } from 'node:http';
import { HTTPReceiver, type HTTPReceiverOptions, type Logger, type Receiver } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../base/log.ts';
import { printableLine } from '../base/printable.ts';
import type { Endpoint } from '../web/endpoint.ts';
import { withoutSecrets } from './bolt-logger.ts';
import {
  BROKEN_PAGE,
  CANCELLED_PAGE,
  type InstallPage,
  installedPage,
  ORGANISATION_PAGE,
  refusedPage,
  STRAY_PAGE,
  showPage,
} from './install-page.ts';
import { pass, refuse } from './pass.ts';
import { OPTIONAL_SCOPES, SCOPES } from './rights.ts';

type InstallerOptions = NonNullable<HTTPReceiverOptions['installerOptions']>;

export interface InstallOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  /** Signs what goes to Slack with the browser and must come back with it; the same in every process. */
  readonly stateSecret: string;
  /** Where the Web API is, if not at Slack's own. */
  readonly apiUrl?: string;
  readonly clientOptions: NonNullable<InstallerOptions['clientOptions']>;
  readonly join: (workspace: string, token: string) => Promise<void>;
  readonly logger: Logger;
  readonly log: Log;
}

const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

/**
 * The pages by which a workspace installs the app: one leads to Slack, and Slack leads back to the other. Bolt holds the
 * state that comes back against a cookie, and trades the code for a token. Source: docs.slack.dev, Installing with OAuth.
 */
export function installReceiver(options: InstallOptions): Receiver & { readonly endpoints: readonly Endpoint[] } {
  const { clientId, clientSecret, signingSecret, stateSecret, apiUrl, clientOptions, join, logger, log } = options;
  const receiver = new HTTPReceiver({
    ...{ clientId, clientSecret, signingSecret, stateSecret, endpoints: [], scopes: [...SCOPES, ...OPTIONAL_SCOPES] },
    logger: besidesFailures(logger),
    installationStore: {
      async storeInstallation({ team, bot }) {
        if (!team || !bot) throw new Error('Slack granted no bot token');
        await join(team.id, bot.token);
      },
      fetchInstallation: () => Promise.reject(new Error('tokens are read elsewhere')),
    },
    installerOptions: {
      ...{ directInstall: true, installPath: INSTALL_PATH, redirectUriPath: REDIRECT_PATH, clientOptions },
      ...(apiUrl !== undefined && { authorizationUrl: authorizePageBeside(apiUrl) }),
      callbackOptions: {
        async afterInstallation({ isEnterpriseInstall }, _, _request, response) {
          if (isEnterpriseInstall !== true) return true;
          log('slack: not installed: for a whole organisation', 'warn');
          showPage(response, ORGANISATION_PAGE);
          return false;
        },
        success: ({ team }, _, _request, response) =>
          showPage(response, installedPage(team?.name ?? team?.id ?? 'your workspace')),
        failure(error, _, request, response) {
          const { code, message } = error;
          const said = refusalOf(error) ?? refusalIn(request);
          log(`slack: not installed: ${withoutSecrets(printableLine(said ?? message))}`, 'warn');
          showPage(response, pageFor(code, said));
        },
      },
    },
  });
  let isStopping = false;
  const endpointAt = (path: string): Endpoint => ({
    path,
    handle: (request, response) => (isStopping ? refuse(response, 503) : pass(receiver, request, response)),
  });
  return {
    init: () => {},
    start: async () => {},
    async stop() {
      isStopping = true;
    },
    endpoints: [endpointAt(INSTALL_PATH), endpointAt(REDIRECT_PATH)],
  };
}

/** Slack's page stands at its own place beside its Web API. */
function authorizePageBeside(apiUrl: string): string {
  return new URL('../oauth/v2/authorize', apiUrl.replace(/\/*$/, '/')).href;
}

/** What makes an installation fail comes to `failure` too, and is logged there. */
const besidesFailures = (logger: Logger): Logger => ({
  ...logger,
  error: (...said) => {
    if (!(said[0] instanceof Error)) logger.error(...said);
  },
});

const REFUSED = z.object({ data: z.object({ error: z.string() }) });
const refusalOf = (error: unknown): string | undefined => REFUSED.safeParse(error).data?.data.error;

/** Slack's word, in the address, for why it gives no code. */
function refusalIn({ url }: IncomingMessage): string | undefined {
  const said = new URLSearchParams(url?.replace(/^[^?]*/, '')).get('error');
  return /^[a-z_]{1,80}$/.exec(said ?? '')?.[0];
}

/** Source: the error codes of `@slack/oauth`. */
function pageFor(code: string, refusal: string | undefined): InstallPage {
  switch (code) {
    case 'slack_oauth_installer_authorization_error':
      return CANCELLED_PAGE;
    case 'slack_oauth_missing_state':
    case 'slack_oauth_invalid_state':
      return STRAY_PAGE;
    case 'slack_oauth_missing_code':
      return refusal === undefined ? STRAY_PAGE : refusedPage(refusal);
    default:
      return refusal === undefined ? BROKEN_PAGE : refusedPage(refusal);
  }
}
