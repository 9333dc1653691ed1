import { inFewLines } from '../lines.ts';
import { LEADING, type Shape, TEXT } from '../shape.ts';
import type { Role } from '../theme.ts';
import type { Group, Line, Place } from './world-map.ts';

/** A place laid out; its shapes, how high it is, and where arrows of the delegation come in. */
export interface Card {
  readonly shapes: readonly Shape[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The middle of the line that says where it answers; of the first line where there is none. */
  readonly entry: number;
}

export interface CardRoom {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Lines that it has room for even if it has fewer, so that what stands below keeps its place. */
  readonly least: number;
  readonly isFaulty: boolean;
  /** Said below the name. */
  readonly notes: readonly string[];
}

const PADDING = 14;
/** Kept free for a cross. */
const CROSS_ROOM = 48;
/** The most lines that one name or record is shown on. */
const MOST_LINES = 4;
const WHERE = 'answers on';

/** One line of a card, without its place. */
interface Row {
  readonly text: string;
  readonly ink: Role;
  readonly bold?: true;
  readonly below?: Role;
  readonly isEntry?: true;
}

/** A place as a card: what it is, who that is, and what they hold, line by line. */
export function layOutCard(place: Place, { x, y, width, least, isFaulty, notes }: CardRoom): Card {
  const room = width - 2 * PADDING;
  const rows = rowsOf(place, room, isFaulty ? room - CROSS_ROOM : room, notes);
  const height = Math.max(rows.length, least) * LEADING + 2 * PADDING;
  const base = (index: number): number => y + PADDING + index * LEADING + TEXT;
  const isGone = place.change === 'gone';
  const edge: Role = isFaulty || isGone ? 'bad' : place.change ? 'mark' : place.isExample ? 'accent' : 'line';
  const shapes = rows.flatMap(({ text, ink, bold, below }, index): readonly Shape[] => [
    ...(below
      ? [
          {
            kind: 'box',
            x: x + 6,
            y: base(index) - TEXT,
            width: width - 12,
            height: LEADING,
            fill: below,
            round: 4,
          } as const,
        ]
      : []),
    { kind: 'text', x: x + PADDING, y: base(index), text, size: TEXT, ink, ...(bold && { weight: 'bold' as const }) },
  ]);
  const entry = Math.max(
    0,
    rows.findIndex(({ isEntry }) => isEntry),
  );
  return {
    shapes: [
      {
        ...{ kind: 'box', x, y, width, height, edge, fill: place.isExample ? 'tint' : 'card' },
        thickness: isFaulty || place.change || place.isExample ? 5 : 3,
        ...((isGone || (place.who === undefined && place.slot !== 'host')) && { dashed: true as const }),
      },
      ...shapes,
    ],
    ...{ x, y, width, height, entry: base(entry) - TEXT / 2 + 4 },
  };
}

function rowsOf(place: Place, room: number, headRoom: number, notes: readonly string[]): readonly Row[] {
  const { job, who, groups, change } = place;
  const isTinted = place.isExample === true;
  const set = (text: string, width = room, weight: 'regular' | 'bold' = 'regular') =>
    inFewLines(text, { size: TEXT, weight, room: width }, MOST_LINES);
  const head = change ? `${job} (${change})` : job;
  return [
    ...set(head, headRoom).map((text): Row => ({ text, ink: isTinted ? 'ink' : 'quiet' })),
    ...(who === undefined
      ? []
      : set(who, headRoom, 'bold').map((text): Row => ({ text, ink: isTinted ? 'accent' : 'ink', bold: true }))),
    ...notes.flatMap((note) => set(note).map((text): Row => ({ text, ink: 'mark' }))),
    ...groups.flatMap((group) => groupRows(group, room, isTinted ? 'ink' : 'quiet')),
  ];
}

function groupRows({ label, lines, more = 0 }: Group, room: number, quiet: Role): readonly Row[] {
  const setting = { size: TEXT, room } as const;
  return [
    ...(label === undefined
      ? []
      : inFewLines(label, setting, MOST_LINES).map(
          (text, index): Row => ({
            text,
            ink: quiet,
            ...(index === 0 && label === WHERE && { isEntry: true as const }),
          }),
        )),
    ...lines.flatMap((line) => lineRows(line, room)),
    ...(more > 0 ? [{ text: `and ${more.toLocaleString('en-US')} more`, ink: quiet }] : []),
  ];
}

function lineRows({ text, change }: Line, room: number): readonly Row[] {
  const mark = change === undefined ? '' : change === 'new' ? '+ ' : '\u2212 ';
  const set = inFewLines(
    `${mark}${text}`,
    { size: TEXT, room, ...(change && { weight: 'bold' as const }) },
    MOST_LINES,
  );
  if (change === undefined) return set.map((each) => ({ text: each, ink: 'ink' }));
  const [ink, below] = change === 'new' ? (['good', 'new'] as const) : (['bad', 'fault'] as const);
  return set.map((each) => ({ text: each, ink, below, bold: true }));
}
