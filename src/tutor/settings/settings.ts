import { UTC, type Zone } from '../../base/zone.ts';
import { LONGEST_INTERVAL, RETENTION, WEIGHTS } from './memory-settings.ts';
import { flag, type Setting, wholeNumber } from './setting.ts';
import { readZone } from './zone-words.ts';

/** Which clocks count. Nobody's is guessed: until it is set, days and hours are those of UTC. */
export const TIME_ZONE: Setting<Zone> = {
  name: 'timezone',
  scopes: ['learner', 'channel', 'server'],
  about: 'The time zone by whose clocks days begin and prompts come.',
  usual: UTC,
  takes: 'a place, such as `Europe/Lisbon`, or `UTC`',
  read: readZone,
  write: String,
};

/** Whether others may see that it was this learner. */
export const SHOWN = flag({
  name: 'shown',
  scopes: ['learner'],
  about: 'Whether boards, podiums and reveals may name you.',
  usual: false,
});

/** A cap on what the tutor proposes; what a learner asks for is always to be had. */
export const DAILY_CAP = wholeNumber({
  name: 'daily-cap',
  scopes: ['learner'],
  about: 'How many questions a day I ask of those that I choose.',
  usual: 20,
  least: 1,
  most: 200,
});

/** All there are, in the order in which they are shown. */
export const SETTINGS: readonly Setting<unknown>[] = [
  TIME_ZONE,
  SHOWN,
  DAILY_CAP,
  RETENTION,
  LONGEST_INTERVAL,
  WEIGHTS,
];
