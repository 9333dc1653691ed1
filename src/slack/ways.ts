import type { Audience } from '../tutor/reply.ts';
import { inThread, type Place } from './place.ts';

/** One way of putting a message before someone. */
export type Way =
  | { readonly kind: 'response-url'; readonly url: string; readonly isShared: boolean; readonly thread?: string }
  | { readonly kind: 'ephemeral'; readonly channel: string; readonly user: string; readonly thread?: string }
  | { readonly kind: 'message'; readonly channel: string; readonly thread?: string };

/**
 * How a reply can reach its audience, best first; never so that more people see it than should. Last of all comes a
 * message to the learner, for when the place is closed to the app and the `response_url` is spent.
 */
export function waysTo(
  { channel, thread, isDirect, responseUrl }: Place,
  user: string,
  audience: Audience,
): readonly Way[] {
  const isShared = audience === 'channel';
  const hung = inThread(thread);
  const byUrl: Way[] =
    responseUrl === undefined || isDirect ? [] : [{ kind: 'response-url', url: responseUrl, isShared, ...hung }];
  const inChannel: Way[] = channel === undefined ? [] : [inPlace(channel, user, isShared || isDirect === true, hung)];
  const toLearner: Way = { kind: 'message', channel: user };
  // A response_url does not keep to the thread everywhere.
  return thread === undefined ? [...byUrl, ...inChannel, toLearner] : [...inChannel, ...byUrl, toLearner];
}

const inPlace = (channel: string, user: string, isOpen: boolean, hung: ReturnType<typeof inThread>): Way =>
  isOpen ? { kind: 'message', channel, ...hung } : { kind: 'ephemeral', channel, user, ...hung };
