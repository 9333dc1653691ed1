import { fail, ok, type Result } from '../base/result.ts';
import type { ManyWorkspaces, OneWorkspace, SlackConnection } from './connection.ts';
import { readMasterKey } from './master-key.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Given = Readonly<Record<(typeof VARIABLES)[number], string | undefined>>;
type Read<Connection> = Result<Connection, readonly string[]>;

const VARIABLES = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_API_URL',
  'HOSTMASTER_KEY',
] as const;

/**
 * Reads how Slack is to be served, from `SLACK_…` and `HOSTMASTER_KEY`; undefined where nothing of Slack is set. An empty
 * variable counts as none. Refuses: what is set and cannot be meant, a sentence each, without its value.
 */
export function readSlackSettings(environment: Environment): Read<SlackConnection | undefined> {
  const given = Object.fromEntries(
    VARIABLES.map((name) => [name, environment[name]?.trim() || undefined] as const),
  ) as Given;
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET } = given;
  if (SLACK_CLIENT_ID !== undefined || SLACK_CLIENT_SECRET !== undefined) return readMany(given);
  const isNothing = [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET].every((value) => value === undefined);
  return isNothing ? ok(undefined) : readOne(given);
}

function readOne(given: Given): Read<OneWorkspace> {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  const problems = [
    ...problemOf(
      botToken?.startsWith('xoxb-'),
      'SLACK_BOT_TOKEN needs the bot token of the app, which begins with `xoxb-`; or set SLACK_CLIENT_ID to serve many workspaces.',
    ),
    ...problemOf(
      appToken?.startsWith('xapp-') ?? true,
      'SLACK_APP_TOKEN needs an app-level token, which begins with `xapp-`.',
    ),
    ...problemOf(
      appToken !== undefined || signingSecret !== undefined,
      'Slack needs SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
    ),
    ...problemsOfAddress(given),
  ];
  if (problems.length > 0 || botToken === undefined) return fail(problems);
  return ok({
    ...{ kind: 'one-workspace', botToken },
    ...(appToken !== undefined && { appToken }),
    ...(signingSecret !== undefined && { signingSecret }),
    ...addressOf(given),
  });
}

function readMany(given: Given): Read<ManyWorkspaces> {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_SIGNING_SECRET: signingSecret } = given;
  const masterKey = readMasterKey(given.HOSTMASTER_KEY ?? '');
  const problems = [
    ...ONE_WORKSPACE.flatMap((name) =>
      problemOf(
        given[name] === undefined,
        `${name} serves one workspace and SLACK_CLIENT_ID many: choose one of the two.`,
      ),
    ),
    ...APP_SECRETS.flatMap(([name, what]) =>
      problemOf(
        given[name] !== undefined,
        `${name} needs the ${what} of the app, from its page "Basic Information", to serve many workspaces.`,
      ),
    ),
    ...problemOf(masterKey !== undefined, KEY_WANTED),
    ...problemsOfAddress(given),
  ];
  if (problems.length > 0 || !clientId || !clientSecret || !signingSecret || !masterKey) return fail(problems);
  return ok({ kind: 'many-workspaces', clientId, clientSecret, signingSecret, masterKey, ...addressOf(given) });
}

const ONE_WORKSPACE = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const;
const APP_SECRETS = [
  ['SLACK_CLIENT_ID', 'client id'],
  ['SLACK_CLIENT_SECRET', 'client secret'],
  ['SLACK_SIGNING_SECRET', 'signing secret'],
] as const;
const KEY_WANTED =
  'HOSTMASTER_KEY needs 32 random octets in base64 or hexadecimal, to keep the workspaces’ tokens with; this makes them: ' +
  `node -e "console.log(require('crypto').randomBytes(32).toString('base64'))"`;

const problemsOfAddress = ({ SLACK_API_URL }: Given): readonly string[] =>
  problemOf(
    SLACK_API_URL === undefined || URL.canParse(SLACK_API_URL),
    'SLACK_API_URL needs an address, as `https://slack.com/api/`.',
  );

const addressOf = ({ SLACK_API_URL: apiUrl }: Given) => (apiUrl === undefined ? {} : { apiUrl });

const problemOf = (isFine: boolean | undefined, problem: string): readonly string[] => (isFine ? [] : [problem]);
