import { ApplicationFlags, DiscordAPIError, REST, Routes } from 'discord.js';
import { type Finding, fault, good, note } from '../base/finding.ts';
import { printableLine } from '../base/printable.ts';
import { examineClock } from '../web/examine-clock.ts';
import { type Examined, examineCommands, examineServers } from './examine-servers.ts';
import { INTERACTIONS_PATH } from './http.ts';
import type { DiscordSettings } from './start.ts';

/** What is looked at of an application. Source: Application Resource, Application Object. */
interface Application {
  readonly id: string;
  readonly name: string;
  readonly flags?: number;
  readonly verify_key: string;
  readonly interactions_endpoint_url?: string | null;
}

const CALL_MS = 5000;

/** Whether Discord can be served as configured: token, application, way in, intents, commands, permissions, clock. */
export async function examineDiscord(settings: DiscordSettings, examined: Examined): Promise<readonly Finding[]> {
  const { token, apiUrl } = settings;
  const rest = new REST({ api: apiUrl, timeout: CALL_MS, retries: 1 }).setToken(token);
  const clock = await examineClock('Discord', `${apiUrl}/v10/gateway`, examined.now);
  try {
    const application = (await rest.get(Routes.currentApplication())) as Application;
    const known = good('Discord token', `It belongs to ${application.name}, application ${application.id}.`);
    return [
      known,
      ...examineApplication(application, settings),
      ...(await examineCommands(rest, settings.application ?? application.id, settings, examined)),
      ...(await examineServers(rest, application.id)),
      ...clock,
    ];
  } catch (error) {
    return [notTaken(error), ...clock];
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

function notTaken(error: unknown): Finding {
  const isRefused = error instanceof DiscordAPIError && error.status === 401;
  if (isRefused)
    return fault('Discord token', 'Discord does not take it. Make a new one in the developer portal, under Bot.');
  const why = printableLine(error instanceof Error ? error.message : String(error));
  return fault('Discord', `It cannot be asked: ${why}. Look at the network, and at DISCORD_API_URL if that is set.`);
}

function examineApplication(application: Application, settings: DiscordSettings): readonly Finding[] {
  return [
    ...examineIds(application, settings),
    ...examineWayIn(application, settings),
    ...examineIntents(application.flags ?? 0),
  ];
}

function examineIds({ id, verify_key }: Application, { application, publicKey }: DiscordSettings): readonly Finding[] {
  const isOther = application !== undefined && application !== id;
  const key = publicKey?.toLowerCase();
  return [
    ...(isOther ? [fault('DISCORD_APPLICATION_ID', `The token belongs to ${id}. Set that, or leave it empty.`)] : []),
    ...(key === undefined || key === verify_key
      ? []
      : [fault('DISCORD_PUBLIC_KEY', `The application has another key. Copy it again from General Information.`)]),
  ];
}

/** Discord sends interactions to an address if it knows one, else by the gateway; never both. */
function examineWayIn(
  { interactions_endpoint_url: url }: Application,
  { publicKey }: DiscordSettings,
): readonly Finding[] {
  const about = 'Discord interactions';
  if (publicKey === undefined) {
    return url
      ? [
          fault(
            about,
            `They go to ${url}, not to the gateway. Empty that field in the portal, or set DISCORD_PUBLIC_KEY.`,
          ),
        ]
      : [good(about, 'They come by the gateway.')];
  }
  if (!url)
    return [fault(about, `Enter https://…${INTERACTIONS_PATH} as the Interactions Endpoint URL in the portal.`)];
  return url.endsWith(INTERACTIONS_PATH)
    ? [good(about, `They come by HTTP, to ${url}.`)]
    : [fault(about, `They go to ${url}. Enter an address that ends in ${INTERACTIONS_PATH} in the portal.`)];
}

/** Privileged ones that are switched on; the bot asks for none. Source: Application Flags. */
const PRIVILEGED: readonly (readonly [name: string, flags: number])[] = [
  ['Message Content', ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited],
  ['Server Members', ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited],
  ['Presence', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
];

function examineIntents(flags: number): readonly Finding[] {
  const on = PRIVILEGED.filter(([, bits]) => (flags & bits) !== 0).map(([name]) => name);
  if (on.length === 0) return [good('Discord intents', 'None is asked for, and no privileged one is switched on.')];
  return [
    note('Discord intents', `${on.join(', ')}: switched on in the portal and not needed. Switch them off, under Bot.`),
  ];
}
