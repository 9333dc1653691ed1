import { writeControl } from '../../src/discord/control.ts';
import { gatewayBot, openGateway } from '../../test/platforms/discord/gateway.ts';
import { MANAGE_SERVER, newInteraction, payloadOf } from '../../test/platforms/discord/payload.ts';
import { newSnowflake, newState } from '../../test/platforms/discord/state.ts';
import { openLoopback } from '../interactions/loopback.ts';
import { type Crowd, waitingRoom } from './crowd.ts';

const COMPONENT = 3;
const BUTTON = 2;
/** Deferred responses, of which the content comes later. Source: Receiving and Responding, Interaction Callback Type. */
const DEFERRED = [5, 6];

/** Many servers of a Discord, whose members press buttons of messages that only they see. */
export async function openDiscordCrowd(): Promise<Crowd> {
  const state = newState();
  const room = waitingRoom();
  /** The server of each channel, and of each thread. */
  const servers = new Map<string, string>();
  /** The interaction of each token that was deferred. */
  const deferred = new Map<string, string>();
  let hearPost: Parameters<Crowd['onPost']>[0] = () => {};

  function answer(method: string, url: string): string | undefined {
    if (url.endsWith('/gateway/bot')) return JSON.stringify(gatewayBot(state.gatewayUrl));
    if (url.includes('/callback')) return undefined;
    const [, channel] = /\/channels\/(\d+)$/.exec(url) ?? [];
    if (channel !== undefined && method === 'GET')
      return JSON.stringify({ id: channel, type: 0, guild_id: servers.get(channel) });
    const [, parent] = /\/channels\/(\d+)\/messages\/\d+\/threads$/.exec(url) ?? [];
    if (parent !== undefined) {
      const id = newSnowflake();
      servers.set(id, servers.get(parent) ?? '');
      return JSON.stringify({ id });
    }
    return method === 'GET' || method === 'PUT' ? '[]' : JSON.stringify({ id: newSnowflake() });
  }

  function hear(url: string, body: string): void {
    const [, interaction, token] = /\/interactions\/(\d+)\/([^/]+)\/callback/.exec(url) ?? [];
    if (interaction !== undefined && token !== undefined) {
      const [, type] = /"type":(\d+)/.exec(body) ?? [];
      if (DEFERRED.includes(Number(type))) deferred.set(token, interaction);
      else room.heard(interaction, body);
      return;
    }
    const [, of = ''] = /\/webhooks\/\d+\/([^/]+)\/messages\/@original/.exec(url) ?? [];
    const late = deferred.get(of);
    if (late !== undefined) {
      deferred.delete(of);
      room.heard(late, body);
    }
    const [, channel] = /\/channels\/(\d+)\/messages(?:\/\d+)?$/.exec(url) ?? [];
    if (channel !== undefined) hearPost({ space: servers.get(channel) ?? '', text: body });
  }

  const loopback = await openLoopback(
    ({ method = '', url = '' }) => answer(method, url),
    ({ url = '' }, body) => hear(url, body),
  );
  state.gatewayUrl = `ws://${loopback.host}`;
  const gateway = openGateway(loopback.server, state, { isRemembering: false });
  return {
    environment: { DISCORD_TOKEN: state.token, DISCORD_API_URL: `http://${loopback.host}/api` },
    act({ user, space, channel, command, isHost }) {
      servers.set(channel, space);
      const interaction = newInteraction(COMPONENT, user, channel);
      const custom_id = writeControl({ kind: 'press', command }, 0);
      if (custom_id === undefined) throw new Error(`no button can hold ${command}`);
      const message = { id: newSnowflake(), channel, flags: 64, components: [] };
      const rights = isHost ? { permissions: MANAGE_SERVER } : {};
      const data = { component_type: BUTTON, custom_id };
      const payload = payloadOf(state, interaction, 'server', space, data, rights, message);
      return room.wait(interaction.id, () => gateway.dispatch('INTERACTION_CREATE', payload));
    },
    onPost: (listener) => {
      hearPost = listener;
    },
    close() {
      gateway.close();
      return loopback.close();
    },
  };
}
