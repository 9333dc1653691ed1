import type { RunConfig } from './config.ts';

/** What the config holds that nobody may read in a log. */
export function secretsOf({ discord, slack }: Pick<RunConfig, 'discord' | 'slack'>): readonly string[] {
  const ofSlack =
    slack?.kind === 'many-workspaces'
      ? [slack.clientSecret, slack.signingSecret, slack.masterKey.toString('base64'), slack.masterKey.toString('hex')]
      : [slack?.botToken, slack?.appToken, slack?.signingSecret];
  return [discord?.token, ...ofSlack].filter((secret) => secret !== undefined);
}
