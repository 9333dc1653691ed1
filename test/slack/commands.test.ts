import { expect, test } from 'vitest';
import { appManifest } from '../../src/slack/commands.ts';
import { commands } from '../../src/tutor/commands.ts';

const manifest = appManifest(commands);

test('the one slash command names every command, and quiz and dig have their own', () => {
  const [all, ...own] = manifest.features.slash_commands;
  expect(all?.command).toBe('/hostmaster');
  for (const { name } of commands) expect(all?.usage_hint).toContain(name);
  expect(own.map(({ command }) => command)).toEqual(['/quiz', '/dig']);
  expect(own[1]?.usage_hint).toBe('<name> [type] [@server]');
});

test('the app may do what it needs and no more', () => {
  expect(manifest.oauth_config.scopes.bot).toEqual([
    ...['commands', 'chat:write', 'chat:write.public', 'app_mentions:read', 'im:history'],
    ...['users:read', 'channels:read', 'groups:read'],
    ...manifest.oauth_config.scopes.bot_optional,
  ]);
  expect(manifest.oauth_config.scopes.bot_optional).toEqual([
    'im:write',
    'channels:history',
    'groups:history',
    'files:read',
    'files:write',
  ]);
  expect(manifest.settings.event_subscriptions.bot_events).toEqual([
    ...['app_home_opened', 'app_mention', 'message.im'],
    ...['app_uninstalled', 'tokens_revoked'],
  ]);
});

test('without an address it is for Socket Mode', () => {
  expect(manifest.settings.socket_mode_enabled).toBe(true);
  expect(JSON.stringify(manifest)).not.toMatch(/url/);
});

test('with an address it is for HTTP, and everything goes there', () => {
  const url = 'https://bot.example/slack/events';
  const { features, settings } = appManifest(commands, { requestUrl: url });
  expect(settings.socket_mode_enabled).toBe(false);
  expect([settings.event_subscriptions, settings.interactivity]).toMatchObject([
    { request_url: url },
    { request_url: url },
  ]);
  for (const command of features.slash_commands) expect(command).toMatchObject({ url });
});

test('where workspaces install it themselves, they come back to its address', () => {
  const redirectUrl = 'https://bot.example/slack/oauth_redirect';
  expect(appManifest(commands, { requestUrl: 'https://bot.example/', redirectUrl }).oauth_config).toEqual({
    redirect_urls: [redirectUrl],
    scopes: manifest.oauth_config.scopes,
  });
});

test('it fits Slack: names, descriptions and hints', () => {
  expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
  expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
  for (const { command, usage_hint = '' } of manifest.features.slash_commands) {
    expect(command).toMatch(/^\/[a-z-]{1,31}$/);
    expect(usage_hint.length).toBeLessThanOrEqual(1000);
  }
  for (const { name } of manifest.features.shortcuts) expect(name.length).toBeLessThanOrEqual(24);
});
