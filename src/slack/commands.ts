import type { Declaration } from '../tutor/command.ts';
import { usageOf } from '../tutor/help-text.ts';
import { fitted, LIMITS } from './limits.ts';
import { EVENTS, OPTIONAL_SCOPES, SCOPES } from './rights.ts';
import { HOSTMASTER, SHORTCUTS } from './slack-words.ts';

/** How Slack is to reach the app: at an address by HTTP, or, with none, by Socket Mode. */
export interface ManifestOptions {
  /** As `https://bot.example/slack/events`. */
  readonly requestUrl?: string;
  /** Where browsers come back to once a workspace has allowed the app, as `https://bot.example/slack/oauth_redirect`. */
  readonly redirectUrl?: string;
}

/** An app manifest, as pasted into https://api.slack.com/apps. Source: docs.slack.dev, App manifest reference. */
export function appManifest(declarations: readonly Declaration[], { requestUrl, redirectUrl }: ManifestOptions = {}) {
  const at = requestUrl === undefined ? {} : { request_url: requestUrl };
  return {
    display_information: {
      name: 'Hostmaster',
      description: 'A quiz and tutor: who does what when a domain name works.',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Hostmaster', always_online: true },
      slash_commands: slashCommands(declarations).map((command) => ({
        ...command,
        should_escape: true, // people come by their ids, not by names that several may have
        ...(requestUrl === undefined ? {} : { url: requestUrl }),
      })),
      shortcuts: [
        {
          ...{ type: 'message', callback_id: 'look-up', name: 'Look this name up' },
          description: 'Looks up the first domain name in the message, in your simulated Internet.',
        },
      ],
    },
    oauth_config: {
      ...(redirectUrl === undefined ? {} : { redirect_urls: [redirectUrl] }),
      scopes: { bot: [...SCOPES, ...OPTIONAL_SCOPES], bot_optional: [...OPTIONAL_SCOPES] },
    },
    settings: {
      event_subscriptions: { bot_events: [...EVENTS], ...at },
      interactivity: { is_enabled: true, ...at },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}

interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
}

/** `/hostmaster` for all commands, and those that have a slash command of their own. */
function slashCommands(declarations: readonly Declaration[]): readonly SlashCommand[] {
  const names = declarations.map(({ name }) => name).join(' | ');
  const shortcuts = declarations.filter(({ name }) => SHORTCUTS.includes(name));
  return [
    {
      command: HOSTMASTER,
      description: 'All of Hostmaster: a quiz, and a simulated Internet to try things in.',
      usage_hint: fitted(`${names} …`, LIMITS.usageHint),
    },
    ...shortcuts.map((declaration) => {
      const hint = usageOf(declaration).replace(/^\S+\s*/, '');
      const said = {
        command: `/${declaration.name}`,
        description: fitted(declaration.summary, LIMITS.commandDescription),
      };
      return hint === '' ? said : { ...said, usage_hint: fitted(hint, LIMITS.usageHint) };
    }),
  ];
}
