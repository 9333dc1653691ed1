import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { type Finding, fault, good, note } from '../base/finding.ts';
import type { Instant } from '../base/time.ts';
import { examineClock } from '../web/examine-clock.ts';
import { type Attempt, attempt } from './attempt.ts';
import type { OneWorkspace, SlackConnection } from './connection.ts';
import { OPTIONAL_SCOPES, SCOPES } from './rights.ts';

const CALL_MS = 5000;
const SLACK = 'https://slack.com/api/';

/** Whether Slack can be served as configured: tokens, scopes, way in, clock. */
export async function examineSlack(connection: SlackConnection, now: () => Instant): Promise<readonly Finding[]> {
  const { apiUrl = SLACK, signingSecret } = connection;
  return [
    ...(connection.kind === 'one-workspace' ? await examineTokens(connection) : [MANY]),
    ...(signingSecret === undefined ? [] : [BY_HTTP]),
    note('Slack commands', `${UNSEEN} compare the app with the manifest that \`npm start -- invite\` prints.`),
    ...(await examineClock('Slack', new URL('api.test', apiUrl).href, now)),
  ];
}

async function examineTokens({ botToken, appToken, apiUrl }: OneWorkspace): Promise<readonly Finding[]> {
  const clientFor = (token: string) =>
    new webApi.WebClient(token, {
      ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
      ...{ timeout: CALL_MS, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
      logLevel: webApi.LogLevel.ERROR,
    });
  return [
    ...(await examineBotToken(clientFor(botToken))),
    ...(appToken === undefined ? [] : [await examineAppToken(clientFor(appToken))]),
  ];
}

const UNSEEN = 'This cannot be seen from here:';
const BY_HTTP = note('Slack by HTTP', `${UNSEEN} a proxy with a certificate must lead https://…/slack/events here.`);
const MANY = note('Slack workspaces', `${UNSEEN} whoever may add apps opens https://…/slack/install in a browser.`);

const AUTH_TEST = z.object({
  team: z.string().optional(),
  user: z.string().optional(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

async function examineBotToken(client: webApi.WebClient): Promise<readonly Finding[]> {
  let answer: unknown;
  const came = await attempt(async () => {
    answer = await client.auth.test();
  });
  if (came.kind !== 'done') return [notTaken('SLACK_BOT_TOKEN', came)];
  const { team = 'a workspace', user = 'a bot', response_metadata } = AUTH_TEST.safeParse(answer).data ?? {};
  const known = good('SLACK_BOT_TOKEN', `It belongs to ${user} in ${team}.`);
  return [known, examineScopes(response_metadata?.scopes)];
}

/** What the token may do, which Slack says with every answer, beside what the app needs. */
function examineScopes(granted: readonly string[] | undefined): Finding {
  if (granted === undefined) return note('Slack scopes', 'Slack does not say which the token has.');
  const missing = SCOPES.filter((scope) => !granted.includes(scope));
  const known: readonly string[] = [...SCOPES, ...OPTIONAL_SCOPES];
  const extra = granted.filter((scope) => !known.includes(scope));
  const left = OPTIONAL_SCOPES.filter((scope) => !granted.includes(scope));
  if (missing.length > 0)
    return fault(
      'Slack scopes',
      `The token lacks ${missing.join(', ')}. Add them under OAuth & Permissions, and install the app again.`,
    );
  if (extra.length > 0)
    return note('Slack scopes', `The token has ${extra.join(', ')} too, which is not needed. Take it away.`);
  if (left.length > 0)
    return note(
      'Slack scopes',
      `The token has what is needed. Left out are ${left.join(', ')}: docs/slack.md says what each is good for.`,
    );
  return good('Slack scopes', `The token has just what is of use: ${granted.join(', ')}.`);
}

async function examineAppToken(client: webApi.WebClient): Promise<Finding> {
  const came = await attempt(() => client.apps.connections.open());
  return came.kind === 'done'
    ? good('SLACK_APP_TOKEN', 'Slack opens connections in Socket Mode for it.')
    : notTaken('SLACK_APP_TOKEN', came);
}

function notTaken(token: string, came: Exclude<Attempt, { kind: 'done' }>): Finding {
  switch (came.kind) {
    case 'refused':
      return fault(token, `Slack refuses it: ${came.code}. Copy it again from https://api.slack.com/apps.`);
    case 'wait':
      return note(
        token,
        `Slack was asked too often and wants ${Math.ceil(came.ms / 1000)} seconds of silence. Ask again later.`,
      );
    case 'unreachable':
      return fault(token, 'Slack does not answer. Look at the network, and at SLACK_API_URL if that is set.');
  }
}
