import { fail, ok, type Result } from '../base/result.ts';
import type { SlackConnection } from './start.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads how Slack is to be served, from `SLACK_…`; undefined where nothing of Slack is set. An empty variable counts as
 * none. Refuses: what is set and cannot be meant, a sentence each, without its value.
 */
export function readSlackSettings(environment: Environment): Result<SlackConnection | undefined, readonly string[]> {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const botToken = given('SLACK_BOT_TOKEN');
  const appToken = given('SLACK_APP_TOKEN');
  const signingSecret = given('SLACK_SIGNING_SECRET');
  const apiUrl = given('SLACK_API_URL');
  if (botToken === undefined && appToken === undefined && signingSecret === undefined) return ok(undefined);

  const problems = [
    ...problemOf(
      botToken?.startsWith('xoxb-'),
      'SLACK_BOT_TOKEN needs the bot token of the app, which begins with `xoxb-`.',
    ),
    ...problemOf(
      appToken?.startsWith('xapp-') ?? true,
      'SLACK_APP_TOKEN needs an app-level token, which begins with `xapp-`.',
    ),
    ...problemOf(
      appToken !== undefined || signingSecret !== undefined,
      'Slack needs SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
    ),
    ...problemOf(
      apiUrl === undefined || URL.canParse(apiUrl),
      'SLACK_API_URL needs an address, as `https://slack.com/api/`.',
    ),
  ];
  if (problems.length > 0 || botToken === undefined) return fail(problems);
  return ok({
    botToken,
    ...(appToken !== undefined && { appToken }),
    ...(signingSecret !== undefined && { signingSecret }),
    ...(apiUrl !== undefined && { apiUrl }),
  });
}

const problemOf = (isFine: boolean | undefined, problem: string): readonly string[] => (isFine ? [] : [problem]);
