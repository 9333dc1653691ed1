import { inFewLines, inLines } from '../lines.ts';
import { type Drawing, LEADING, part, type Shape, TEXT, TITLE, WIDTH } from '../shape.ts';
import type { Role } from '../theme.ts';
import type { Bar, ClockModel } from './clock-model.ts';
import { barTitle } from './describe-clock.ts';

const MARGIN = 16;
const ROOM = WIDTH - 2 * MARGIN;
const BAR = 26;
const MOST_LINES = 5;

/** Lays a clock out: a bar for each thing remembered, all on one axis that begins now. */
export function layOutClock(model: ClockModel): Drawing {
  const { domain, at, ends, bars, more, verdict } = model;
  const shapes: Shape[] = [];
  let y = MARGIN;
  const say = (
    words: string,
    ink: Role,
    size = TEXT,
    weight?: 'bold',
    most = Number.POSITIVE_INFINITY,
  ): readonly Shape[] => {
    const setting = { size, room: ROOM, ...(weight && { weight }) };
    const lines = most === Number.POSITIVE_INFINITY ? inLines(words, setting) : inFewLines(words, setting, most);
    return lines.map((text): Shape => {
      y += size + 8;
      return { kind: 'text', x: MARGIN, y: y - 8, text, size, ink, ...(weight && { weight }) };
    });
  };
  shapes.push(...say(domain, 'ink', TITLE, 'bold'), ...say(at, 'quiet'));
  shapes.push(part('note', verdict, say(verdict, bars.some(({ isOld }) => isOld) ? 'bad' : 'good', TEXT, 'bold')));
  for (const bar of bars) {
    y += 18;
    const words = [
      ...say(`${bar.isOld ? 'OLD: ' : ''}${bar.who}`, bar.isOld ? 'bad' : 'ink', TEXT, 'bold', MOST_LINES),
      ...say(bar.what, 'ink', TEXT, undefined, MOST_LINES),
      ...say(bar.left, 'quiet'),
    ];
    shapes.push(part('bar', barTitle(bar), [...words, ...barAt(y + 4, bar)]));
    y += BAR + 8;
  }
  if (bars.length > 0) {
    shapes.push(...axisAt(y + 8, ends));
    y += 8 + LEADING + 16;
  }
  if (more > 0) shapes.push(...say(`and ${more} more that are not drawn`, 'quiet'));
  return { width: WIDTH, height: y + MARGIN, title: `What resolvers remember of ${domain}`, shapes };
}

/** The track is the whole axis; the bar what is left. What is old is hatched. */
function barAt(y: number, { share, isOld }: Bar): readonly Shape[] {
  const width = Math.max(6, Math.round(ROOM * share));
  const ink: Role = isOld ? 'bad' : 'good';
  const hatches = isOld
    ? Array.from({ length: Math.floor((width - 8) / 16) }, (_, place): Shape => {
        const x = MARGIN + 8 + place * 16;
        return {
          ...{ kind: 'path', ink: 'bad', thickness: 4 },
          points: [
            [x, y + BAR - 3],
            [x + 8, y + 3],
          ],
        };
      })
    : [];
  return [
    { kind: 'box', x: MARGIN, y, width: ROOM, height: BAR, fill: 'card', edge: 'line', thickness: 2, round: 4 },
    { kind: 'box', x: MARGIN, y, width, height: BAR, fill: isOld ? 'fault' : ink, edge: ink, round: 4 },
    ...hatches,
  ];
}

const axisAt = (y: number, ends: string): readonly Shape[] => [
  {
    ...{ kind: 'path', ink: 'line', thickness: 2, arrow: true },
    points: [
      [MARGIN, y],
      [MARGIN + ROOM, y],
    ],
  },
  { kind: 'text', x: MARGIN, y: y + 12 + TEXT, text: 'now', size: TEXT, ink: 'quiet' },
  { kind: 'text', x: MARGIN + ROOM, y: y + 12 + TEXT, text: ends, size: TEXT, ink: 'quiet', anchor: 'end' },
];
