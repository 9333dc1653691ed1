import type { RunConfig } from './config.ts';
import { applicationOf, inviteLink } from './discord/invite.ts';
import { appManifest } from './slack/commands.ts';
import { commands } from './tutor/commands.ts';

/** How to bring the bot to each platform, in words for whoever runs it: a link for Discord, a manifest for Slack. */
export function invitation({ discord, slack }: Pick<RunConfig, 'discord' | 'slack'>): string {
  const application = discord && (discord.application ?? applicationOf(discord.token));
  const link = application
    ? inviteLink(application)
    : 'Set DISCORD_TOKEN and ask again: the link names the application that the token belongs to.';
  const manifest = appManifest(commands, slack?.signingSecret && !slack.appToken ? { requestUrl: REQUEST_URL } : {});
  return `Discord: open this, and choose a server.

  ${link}

Slack: at https://api.slack.com/apps choose "Create New App", then "From a manifest", and paste this. Without it being
changed the app connects by Socket Mode; for HTTP set SLACK_SIGNING_SECRET alone and ask again.

${JSON.stringify(manifest, null, 2)}
`;
}

/** To be replaced by the address at which Slack reaches this program. */
const REQUEST_URL = 'https://bot.example/slack/events';
