/** The floor of Slack: Bolt alone, by HTTP or Socket Mode, with the same answer to everything. */
import { App } from '@slack/bolt';

const { SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL = '', PORT } = process.env;
const app = new App({
  ...{ token: SLACK_BOT_TOKEN, clientOptions: { slackApiUrl: SLACK_API_URL } },
  ...(SLACK_APP_TOKEN !== undefined && { appToken: SLACK_APP_TOKEN, socketMode: true }),
  ...(SLACK_SIGNING_SECRET !== undefined && { signingSecret: SLACK_SIGNING_SECRET }),
});
app.action(/./, async ({ ack, respond }) => {
  await ack();
  await respond({ text: 'Right.', response_type: 'ephemeral', replace_original: false });
});
process.once('SIGTERM', () => process.exit());
await app.start({ port: Number(PORT ?? 0), host: '127.0.0.1' });
console.error('ready');
