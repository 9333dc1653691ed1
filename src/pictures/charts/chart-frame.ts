import type { TopLevelSpec } from 'vega-lite';
import { FAMILY } from '../fonts.ts';
import { inLines } from '../lines.ts';
import { TEXT, TITLE, WIDTH } from '../shape.ts';
import type { Palette } from '../theme.ts';

const MARGIN = 16;
export const ROOM = WIDTH - 2 * MARGIN;
export const LINE = 32;
/** A label has so many lines at most. */
export const MOST_LINES = 3;

export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** Words of our own, lines parted where we part them. */
export const WORDS = { align: 'left', fontSize: TEXT, lineBreak: '\n', lineHeight: LINE } as const;
export const NO_AXIS = { axis: null, sort: null };

/** The title above, notes below, and the layers in between. */
export function framed(
  { title, notes }: { readonly title: string; readonly notes: readonly string[] },
  height: number,
  layer: readonly Layer[],
  palette: Palette,
): TopLevelSpec {
  const titleLines = inLines(title, { size: TITLE, weight: 'bold', room: ROOM });
  const below = notes.length === 0 ? [] : inLines(notes.join(' '), { size: TEXT, room: ROOM });
  const top = MARGIN + titleLines.length * (TITLE + 8) + 8;
  const note: Layer = {
    data: { values: [{}] },
    mark: { type: 'text', ...WORDS, baseline: 'top', color: palette.quiet },
    encoding: { x: { value: 0 }, y: { value: height + 8 }, text: { value: below.join('\n') } },
  };
  return {
    width: ROOM,
    height,
    background: palette.page,
    autosize: { type: 'none' },
    padding: {
      left: MARGIN,
      right: MARGIN,
      top,
      bottom: MARGIN + (below.length > 0 ? below.length * LINE + 8 : 0),
    },
    title: {
      text: [...titleLines],
      anchor: 'start',
      frame: 'group',
      offset: 12,
      fontSize: TITLE,
      fontWeight: 'bold',
      lineHeight: TITLE + 8,
      color: palette.ink,
    },
    layer: [...layer, ...(below.length > 0 ? [note] : [])],
    config: { font: FAMILY, view: { stroke: null }, text: { font: FAMILY, fontSize: TEXT } },
  };
}

/** Lines with empty ones before them. */
export const atFoot = (lines: readonly string[], of: number): string =>
  [...Array.from({ length: of - lines.length }, () => ''), ...lines].join('\n');
