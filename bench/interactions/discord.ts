import { writeControl } from '../../src/discord/control.ts';
import { gatewayBot, openGateway } from '../../test/platforms/discord/gateway.ts';
import { newInteraction, payloadOf } from '../../test/platforms/discord/payload.ts';
import { newSnowflake, newState } from '../../test/platforms/discord/state.ts';
import { openLoopback } from './loopback.ts';
import type { Platform } from './platform.ts';

const COMPONENT = 3;
const BUTTON = 2;

/** A Discord server where learners press buttons of messages that only they see. @param space the server's id */
export async function openDiscord(space: string): Promise<Platform> {
  const state = newState();
  const channel = newSnowflake();
  const waiting = new Map<string, () => void>();
  const loopback = await openLoopback(({ url = '' }) => {
    const [, interaction] = /\/interactions\/(\d+)\//.exec(url) ?? [];
    if (interaction === undefined)
      return url.endsWith('/gateway/bot') ? JSON.stringify(gatewayBot(state.gatewayUrl)) : '[]';
    waiting.get(interaction)?.();
    return undefined;
  });
  state.gatewayUrl = `ws://${loopback.host}`;
  const gateway = openGateway(loopback.server, state);
  return {
    environment: { DISCORD_TOKEN: state.token, DISCORD_API_URL: `http://${loopback.host}/api` },
    press: ({ user, command }) =>
      new Promise((resolve) => {
        const interaction = newInteraction(COMPONENT, user, channel);
        const data = { component_type: BUTTON, custom_id: writeControl({ kind: 'press', command }, 0) };
        const message = { id: newSnowflake(), channel, flags: 64, components: [] };
        const payload = payloadOf(state, interaction, 'server', space, data, {}, message);
        const sent = performance.now();
        waiting.set(interaction.id, () => {
          waiting.delete(interaction.id);
          resolve({ reply: performance.now() - sent });
        });
        gateway.dispatch('INTERACTION_CREATE', payload);
      }),
    close() {
      gateway.close();
      return loopback.close();
    },
  };
}
