import type { Address, Courier } from './courier.ts';
import type { Account } from './store/account.ts';

/** The courier of each platform that this process serves. */
export type Couriers = ReadonlyMap<Account['platform'], Courier>;

/**
 * Hands each address to the courier of its platform, as they are at that moment. What is for a platform that is not
 * served is left for later, since another process may serve it; in a terminal nothing can ever be posted.
 */
export const courierOver = (couriers: Couriers): Courier => ({
  async post(to, reply, key, since) {
    const courier = couriers.get(to.platform);
    if (courier) return courier.post(to, reply, key, since);
    return to.platform === 'terminal' ? { kind: 'refused', why: NO_TERMINAL } : { kind: 'later' };
  },
  async replace(at, message, reply) {
    const courier = couriers.get(at.platform);
    if (courier) return courier.replace(at, message, reply);
    return at.platform === 'terminal' ? { kind: 'refused', why: NO_TERMINAL } : { kind: 'later' };
  },
  async obstacles(to) {
    const courier = couriers.get(to.platform);
    return courier ? courier.obstacles(to) : [whyUnserved(to)];
  },
});

const NO_TERMINAL = 'In a terminal nothing can be posted unasked. Use a channel of Discord or Slack.';

const whyUnserved = ({ platform }: Address): string =>
  platform === 'terminal' ? NO_TERMINAL : `${NAMES[platform]} is not served here just now, so nothing can be posted.`;
const NAMES = { discord: 'Discord', slack: 'Slack' } as const;
