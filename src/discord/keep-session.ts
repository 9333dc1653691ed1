import { SimpleShardingStrategy, type WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';

/** The library pauses for half a second before each, so that this is half a minute or more; then it begins anew. */
const MOST_TRIES = 60;

/**
 * Keeps the session while the gateway cannot be reached. The library gives it up when the first try to come back fails, and
 * with it all that was to be delivered meanwhile; here it is given up when the gateway says so, or answers no try for long.
 */
export function keepingSession(manager: WebSocketManager): SimpleShardingStrategy {
  const isGreeted = new Set<number>();
  /** How often in a row a shard's connection has ended before it was greeted. */
  const tries = new Map<number, number>();
  manager.on(WebSocketShardEvents.Hello, ({ shardId }) => {
    isGreeted.add(shardId);
    tries.delete(shardId);
  });
  manager.on(WebSocketShardEvents.Closed, ({ shardId }) => {
    if (!isGreeted.delete(shardId)) tries.set(shardId, (tries.get(shardId) ?? 0) + 1);
  });
  const { updateSessionInfo } = manager.options;
  Object.assign(manager.options, {
    updateSessionInfo: (...[shardId, session]: Parameters<typeof updateSessionInfo>) => {
      const tried = tries.get(shardId) ?? 0;
      const isKept = session === null && tried > 0 && tried <= MOST_TRIES;
      return isKept ? undefined : updateSessionInfo(shardId, session);
    },
  });
  return new SimpleShardingStrategy(manager);
}
