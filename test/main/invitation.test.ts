import { expect, test } from 'vitest';
import { invitation } from '../../src/invitation.ts';
import { commands } from '../../src/tutor/commands.ts';

const SLACK = { kind: 'one-workspace', botToken: 'xoxb-secret' } as const;
const MANY = {
  kind: 'many-workspaces',
  ...{ clientId: '1.2', clientSecret: 'secret', signingSecret: 'secret', masterKey: Buffer.from('secret') },
} as const;
const DISCORD = { token: 'secret.x.y', apiUrl: 'https://discord.com/api', application: '123456789012345678' };

const manifestIn = (text: string) => JSON.parse(text.slice(text.indexOf('\n{')));

test('an invitation has the link of the application and a manifest with a slash command of every kind', () => {
  const text = invitation({ discord: DISCORD });
  expect(text).toContain('client_id=123456789012345678');
  const { features, settings } = manifestIn(text);
  expect(features.slash_commands.map(({ command }: { command: string }) => command)).toContain('/hostmaster');
  expect(settings.socket_mode_enabled).toBe(true);
  expect(JSON.stringify(features)).toContain(commands[0]?.name);
});

test('an invitation for HTTP names an address to be replaced', () => {
  const { settings } = manifestIn(invitation({ slack: { ...SLACK, signingSecret: 's' } }));
  expect(settings.event_subscriptions.request_url).toBe('https://bot.example/slack/events');
  expect(settings.socket_mode_enabled).toBe(false);
});

test('an invitation for many workspaces names where they come back to, and no secret', () => {
  const text = invitation({ slack: MANY });
  const { settings, oauth_config } = manifestIn(text);
  expect(oauth_config.redirect_urls).toEqual(['https://bot.example/slack/oauth_redirect']);
  expect(settings.event_subscriptions.request_url).toBe('https://bot.example/slack/events');
  expect(text).not.toContain('secret');
  expect(
    manifestIn(invitation({ slack: { ...SLACK, signingSecret: 's' } })).oauth_config.redirect_urls,
  ).toBeUndefined();
});

test('an invitation tells no secret, and without an application says what to set', () => {
  const text = invitation({
    discord: { ...DISCORD, application: '123456789012345678' },
    slack: { ...SLACK, appToken: 'xapp-secret' },
  });
  expect(text).not.toContain('secret');
  expect(invitation({})).toContain('Set DISCORD_TOKEN');
});

test('a token that does not name its application is not said to be missing', () => {
  const { application: _, ...unnamed } = DISCORD;
  expect(invitation({ discord: unnamed })).toContain('DISCORD_TOKEN does not say which application');
  expect(invitation({})).toContain('Set DISCORD_TOKEN and ask again');
});
