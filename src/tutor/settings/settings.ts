import { fail, ok } from '../../base/result.ts';
import { UTC, type Zone } from '../../base/zone.ts';
import type { QuietHours } from '../daily/quiet-hours.ts';
import type { PicturesWanted } from '../pictures.ts';
import { LONGEST_INTERVAL, RETENTION, WEIGHTS } from './memory-settings.ts';
import { readQuietHours } from './quiet-words.ts';
import { ROUND_PACE, ROUND_QUESTIONS, ROUNDS_BY, SPEED_BONUS } from './round-settings.ts';
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

/** Asked before the key is shown, so that it says how it felt and not how it went. */
export const CONFIDENCE = flag({
  name: 'confidence',
  scopes: ['learner'],
  about: 'Whether I ask how sure you are before I say what is right. Sure and right comes back later.',
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

/** Pictures in replies; their words stay either way. */
export const PICTURES: Setting<PicturesWanted> = {
  name: 'pictures',
  scopes: ['learner', 'channel', 'server'],
  about: 'Whether replies come with pictures, and in which colours: `on` takes those that are usual on the platform.',
  usual: 'on',
  takes: '`on`, `off`, `light` or `dark`',
  read: (text) => {
    const word = text.trim().toLowerCase();
    return word === 'on' || word === 'off' || word === 'light' || word === 'dark'
      ? ok(word)
      : fail('It is `on`, `off`, `light` or `dark`.');
  },
  write: (wanted) => wanted,
};

/** When nothing is posted unasked. */
export const QUIET_HOURS: Setting<QuietHours | undefined> = {
  name: 'quiet-hours',
  scopes: ['learner', 'channel', 'server'],
  about: 'Hours in which no daily prompt comes; one that falls in them comes when they end.',
  usual: undefined,
  takes: 'such as `22:00-07:00`, or `none`',
  read: readQuietHours,
  write: (value) => (value === undefined ? 'none' : `${value.from}-${value.to}`),
};

/** How late a daily prompt may come, if it could not come in time. In minutes. */
export const LATE_WINDOW = wholeNumber({
  name: 'late-window',
  scopes: ['channel', 'server'],
  about: 'How many minutes late a daily prompt may come, as after an outage; later than that it is left out.',
  usual: 120,
  least: 0,
  most: 720,
});

/** All there are, in the order in which they are shown. */
export const SETTINGS: readonly Setting<unknown>[] = [
  TIME_ZONE,
  SHOWN,
  DAILY_CAP,
  CONFIDENCE,
  PICTURES,
  QUIET_HOURS,
  LATE_WINDOW,
  RETENTION,
  LONGEST_INTERVAL,
  WEIGHTS,
  ROUND_QUESTIONS,
  ROUND_PACE,
  SPEED_BONUS,
  ROUNDS_BY,
];
