import type { RunConfig } from './config.ts';
import { applicationOf, inviteLink } from './discord/invite.ts';
import { appManifest, type ManifestOptions } from './slack/commands.ts';
import type { SlackConnection } from './slack/connection.ts';
import { EVENTS_PATH } from './slack/http.ts';
import { REDIRECT_PATH } from './slack/install.ts';
import { commands } from './tutor/commands.ts';

/** How to bring the bot to each platform, in words for whoever runs it: a link for Discord, a manifest for Slack. */
export function invitation({ discord, slack }: Pick<RunConfig, 'discord' | 'slack'>): string {
  const application = discord && (discord.application ?? applicationOf(discord.token));
  const link = application ? inviteLink(application) : discord ? UNREADABLE : NO_TOKEN;
  const manifest = appManifest(commands, slack ? addressesFor(slack) : {});
  return `Discord: open this, and choose a server.

  ${link}

Slack: at https://api.slack.com/apps choose "Create New App", then "From a manifest", and paste this. Without it being
changed the app connects by Socket Mode; for HTTP set SLACK_SIGNING_SECRET alone and ask again, or SLACK_CLIENT_ID and what
goes with it for many workspaces.

${JSON.stringify(manifest, null, 2)}
`;
}

const NO_TOKEN = 'Set DISCORD_TOKEN and ask again: the link names the application that the token belongs to.';
const UNREADABLE =
  'DISCORD_TOKEN does not say which application it belongs to. `npm start -- doctor` asks Discord; or set DISCORD_APPLICATION_ID.';

function addressesFor(slack: SlackConnection): ManifestOptions {
  if (slack.kind === 'many-workspaces') return { requestUrl: REQUEST_URL, redirectUrl: REDIRECT_URL };
  return slack.signingSecret && !slack.appToken ? { requestUrl: REQUEST_URL } : {};
}

/** To be replaced by the address at which Slack, and who installs the app, reach this program. */
const REQUEST_URL = `https://bot.example${EVENTS_PATH}`;
const REDIRECT_URL = `https://bot.example${REDIRECT_PATH}`;
