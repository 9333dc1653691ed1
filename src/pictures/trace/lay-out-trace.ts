import { inFewLines, inLines } from '../lines.ts';
import { type Drawing, part, type Shape, TEXT, TITLE, WIDTH } from '../shape.ts';
import type { Role } from '../theme.ts';
import { LANE_TITLES, LANES, type Lane, type TraceModel, type TraceRow } from './trace-model.ts';

const MARGIN = 16;
/** For each look-up within a look-up its rows stand in by so much, up to three times. */
const INDENT = 20;
const LANE_WIDTH = 168;
const HEAD = 44;
/** How high the stretch is in which an arrow goes across. */
const BAND = 36;
/** The most lines for what is asked, and for each line of a reply. */
const MOST_LINES = 6;
const middleOf = (lane: Lane): number => MARGIN + LANE_WIDTH / 2 + LANES.indexOf(lane) * 200;

/** Lays a resolution out from above to below: four lanes, and for each server that was asked an arrow there and one back. */
export function layOutTrace(model: TraceModel): Drawing {
  const shapes: Shape[] = [];
  let y = MARGIN;
  const put = (laid: Laid): void => {
    shapes.push(...laid.shapes);
    y = laid.bottom;
  };
  put(titleAt(y, model.question));
  put(lanesAt(y));
  const half = model.left === undefined ? model.rows.length : model.rows.length / 2;
  model.rows.forEach((row, index) => {
    if (index === half) put(wordsAt(y, `… ${model.left} steps in between are not drawn …`, 'quiet'));
    put(row.kind === 'ask' ? askAt(y, row) : ownAt(y, row));
  });
  put(resultAt(y + 12, model));
  return { width: WIDTH, height: y + MARGIN, title: `Look-up of ${model.question}`, shapes };
}

interface Laid {
  readonly shapes: readonly Shape[];
  readonly bottom: number;
}

function titleAt(y: number, question: string): Laid {
  const lines = inLines(question, { size: TITLE, weight: 'bold', room: WIDTH - 2 * MARGIN });
  return textAt(y, lines, { x: MARGIN, ink: 'ink', size: TITLE, weight: 'bold' });
}

/** Where the four lanes begin. */
function lanesAt(y: number): Laid {
  const shapes = LANES.map((lane) => {
    const x = middleOf(lane);
    const title = LANE_TITLES[lane];
    return part('party', title, [
      { kind: 'box', x: x - LANE_WIDTH / 2, y: y + 8, width: LANE_WIDTH, height: HEAD, fill: 'card', edge: 'line' },
      { kind: 'text', x, y: y + 8 + 31, text: title, size: TEXT, ink: 'ink', weight: 'bold', anchor: 'middle' },
    ]);
  });
  return { shapes, bottom: y + HEAD + 16 };
}

/** The lanes for as long as an arrow goes across them. */
const lifelines = (y: number): readonly Shape[] =>
  LANES.map(
    (lane): Shape => ({
      ...{ kind: 'path', ink: 'line', thickness: 2 },
      points: [
        [middleOf(lane), y],
        [middleOf(lane), y + BAND],
      ],
    }),
  );

function askAt(y: number, row: Extract<TraceRow, { kind: 'ask' }>): Laid {
  const { lane, number, depth, asks, reply, sort } = row;
  const [here, there] = [middleOf('resolver'), middleOf(lane)];
  const x = MARGIN + indentOf(depth);
  const question = setAt(y + 8, `${number}. ${asks}`, x, 'ink', 'bold');
  const out = question.bottom + 4;
  const isLost = reply === undefined;
  const ink: Role = isLost || sort === 'useless' ? 'bad' : sort === 'answer' ? 'good' : 'mark';
  const asking: readonly Shape[] = [
    ...lifelines(out),
    {
      ...{
        kind: 'path',
        ink: isLost ? 'bad' : 'ink',
        thickness: 4,
        arrow: true,
        ...(isLost && { dashed: true as const }),
      },
      points: [
        [here, out + BAND / 2],
        [there, out + BAND / 2],
      ],
    },
    ...(isLost ? [{ kind: 'cross', x: there - 60, y: out + BAND / 2, ink: 'bad' } as const] : []),
  ];
  const words = isLost ? ['No reply: the query timed out.'] : reply;
  const laid = linesAt(out + BAND, words, x, ink);
  const back = laid.bottom + 4;
  const answering: readonly Shape[] = isLost
    ? []
    : [
        ...lifelines(back),
        {
          ...{ kind: 'path', ink, thickness: 4, arrow: true, dashed: true },
          points: [
            [there, back + BAND / 2],
            [here, back + BAND / 2],
          ],
        },
      ];
  const bottom = isLost ? laid.bottom : back + BAND;
  const title = [`${number}. ${asks}`, ...words].join(' ');
  return {
    shapes: [
      part('step', title, [...question.shapes, ...asking, ...laid.shapes, ...answering]),
      ...depthBar(y, bottom, depth),
      ...(isLost || sort === 'useless' ? [part('fault', words.join(' '), [])] : []),
    ],
    bottom: bottom + 4,
  };
}

const indentOf = (depth: number): number => Math.min(depth, 3) * INDENT;

/** Bars down the left edge, one for each look-up that it is within. */
const depthBar = (top: number, bottom: number, depth: number): readonly Shape[] =>
  Array.from({ length: Math.min(depth, 3) }, (_, place): Shape => {
    const x = MARGIN + 4 + place * INDENT;
    return {
      ...{ kind: 'path', ink: 'accent', thickness: 5 },
      points: [
        [x, top],
        [x, bottom],
      ],
    };
  });

/** What the resolver does by itself: what it remembers stands in a box. */
function ownAt(y: number, { kind, depth, lines }: Exclude<TraceRow, { kind: 'ask' }>): Laid {
  const x = MARGIN + indentOf(depth);
  const isCache = kind === 'cache';
  const laid = linesAt(y + (isCache ? 12 : 6), lines, isCache ? x + 12 : x, 'ink');
  const box: readonly Shape[] = isCache
    ? [{ kind: 'box', x, y: y + 6, width: WIDTH - MARGIN - x, height: laid.bottom - y + 4, fill: 'new', edge: 'good' }]
    : [];
  const bottom = laid.bottom + (isCache ? 14 : 4);
  return {
    shapes: [part('step', lines.join(' '), [...box, ...laid.shapes]), ...depthBar(y, bottom, depth)],
    bottom,
  };
}

function resultAt(y: number, { result, errors, records, hasFailed }: TraceModel): Laid {
  const ink: Role = hasFailed ? 'bad' : 'good';
  const x = MARGIN + 14;
  const first = setAt(y + 8, result, x, ink, 'bold', WIDTH - MARGIN - 14);
  const rest = linesAt(first.bottom, [...errors, ...records], x, 'ink', WIDTH - MARGIN - 14);
  const bottom = rest.bottom + 12;
  const fill: Role = hasFailed ? 'fault' : 'new';
  return {
    shapes: [
      part('note', [result, ...errors, ...records].join(' '), [
        { kind: 'box', x: MARGIN, y, width: WIDTH - 2 * MARGIN, height: bottom - y, fill, edge: ink },
        ...first.shapes,
        ...rest.shapes,
      ]),
    ],
    bottom,
  };
}

const wordsAt = (y: number, words: string, ink: Role): Laid => {
  const laid = setAt(y + 8, words, MARGIN, ink);
  return { shapes: [part('note', words, laid.shapes)], bottom: laid.bottom + 8 };
};

function linesAt(y: number, lines: readonly string[], x: number, ink: Role, right = WIDTH - MARGIN): Laid {
  let bottom = y;
  const shapes = lines.flatMap((line) => {
    const laid = setAt(bottom, line, x, ink, undefined, right);
    bottom = laid.bottom;
    return laid.shapes;
  });
  return { shapes, bottom };
}

function setAt(y: number, words: string, x: number, ink: Role, weight?: 'bold', right = WIDTH - MARGIN): Laid {
  const lines = inFewLines(words, { size: TEXT, room: right - x, ...(weight && { weight }) }, MOST_LINES);
  return textAt(y, lines, { x, ink, size: TEXT, ...(weight && { weight }) });
}

function textAt(
  y: number,
  lines: readonly string[],
  { x, ink, size, weight }: { readonly x: number; readonly ink: Role; readonly size: number; readonly weight?: 'bold' },
): Laid {
  const leading = size + 8;
  const shapes = lines.map(
    (text, index): Shape => ({
      ...{ kind: 'text', x, y: y + index * leading + size, text, size, ink },
      ...(weight && { weight }),
    }),
  );
  return { shapes, bottom: y + lines.length * leading };
}
