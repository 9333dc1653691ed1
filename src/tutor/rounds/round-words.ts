import { formatLocal } from '../../base/local-time.ts';
import { type DurationMs, type Instant, MINUTE, SECOND } from '../../base/time.ts';
import type { Zone } from '../../base/zone.ts';
import { type Content, titleOf } from '../command.ts';
import { list } from '../names.ts';
import { TIME_ZONE } from '../settings/settings.ts';
import { channelSubject, serverSubject, settled } from '../settings/settled.ts';
import { spanInWords } from '../span-words.ts';
import type { Round } from '../store/rounds.ts';
import type { Store } from '../store.ts';

/** What a round is about, in words. */
export const aboutOf = (content: Content, { concepts }: Pick<Round, 'concepts'>): string =>
  concepts.length === 0 ? 'all concepts' : list(concepts.map((concept) => titleOf(content, concept)));

/** `1 person`, `3 people`. */
export const peopleIn = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en-US')} people`;

/** `45 s`, and from two minutes on as people say spans. */
export const shortSpan = (span: DurationMs): string =>
  span < 2 * MINUTE ? `${Math.max(0, Math.ceil(span / SECOND))} s` : spanInWords(span);

/** By whose clocks a round tells its time: those of its channel or server. */
export const zoneOf = async (store: Pick<Store, 'settings'>, round: Round): Promise<Zone> =>
  (await settled(store, channelSubject(round, round.channel), serverSubject(round))).value(TIME_ZONE);

/** `2026-03-02 09:00 (Europe/Lisbon), in 23 hours`. */
export const moment = (zone: Zone, at: Instant, now: Instant): string =>
  `${formatLocal(zone, at)} (${zone}), ${at > now ? `in ${spanInWords(at - now)}` : 'now'}`;
