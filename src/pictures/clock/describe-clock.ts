import { TWIN_COLUMNS } from '../../base/picture.ts';
import { inColumns } from '../characters.ts';
import type { Bar, ClockModel } from './clock-model.ts';

/** A bar in a sentence without its full stop. */
export const barTitle = ({ who, what, isOld, left }: Bar): string =>
  `${isOld ? 'Old: ' : ''}${who} remembers ${what}, ${left}`;

/** What a clock shows in sentences, the verdict first. */
export function describeClock({ domain, at, ends, bars, more, verdict }: ClockModel): string {
  const axis = bars.length > 0 ? [`The longest runs out at ${ends}.`] : [];
  const left = more > 0 ? [`And ${more} more that are not drawn.`] : [];
  const told = bars.map((bar) => `${barTitle(bar)}.`);
  return [`What resolvers remember of ${domain}, ${at}.`, `${verdict}.`, ...told, ...left, ...axis].join(' ');
}

/** The same in characters: what is old is drawn otherwise than what stands. */
export function clockTwin({ domain, at, ends, bars, more, verdict }: ClockModel): string {
  const drawn = bars.flatMap((bar) => [
    ...inColumns(`${bar.isOld ? '✗ old: ' : ''}${bar.who}: ${bar.what}`, TWIN_COLUMNS),
    `${barOf(bar)} ${bar.left.split(',')[0]}`,
  ]);
  return [
    ...inColumns(`${domain}, ${at}`, TWIN_COLUMNS),
    ...inColumns(verdict, TWIN_COLUMNS),
    ...drawn,
    ...(bars.length > 0 ? [`now${`until ${ends}`.padStart(TWIN_COLUMNS - 3)}`] : []),
    ...(more > 0 ? [`and ${more} more that are not drawn`] : []),
  ].join('\n');
}

const CELLS = 40;
function barOf({ share, isOld }: Bar): string {
  const full = Math.max(1, Math.round(share * CELLS));
  return `${(isOld ? '▒' : '█').repeat(full)}${'·'.repeat(CELLS - full)}`;
}
