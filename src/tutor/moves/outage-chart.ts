import type { Outage } from '../../world/outage.ts';
import { span } from './outage-words.ts';

const COLUMNS = 40;
/** From nobody to everybody. */
const HEIGHTS = ['_', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** How many of the resolvers got what they should, from the beginning to the end; each column shows its worst minute. */
export function outageChart({ served, size }: Outage): string {
  const columns = Math.min(COLUMNS, served.length);
  const bars = Array.from({ length: columns }, (_, place) => {
    const from = Math.floor((place * served.length) / columns);
    const to = Math.floor(((place + 1) * served.length) / columns);
    return HEIGHTS[heightOf(Math.min(...served.slice(from, to)), size)];
  });
  const end = span(served.length);
  return `${bars.join('')}\n0${end.padStart(Math.max(0, columns - 1))}`;
}

/** Full only where all are served, empty only where none is. */
function heightOf(count: number, size: number): number {
  const highest = HEIGHTS.length - 1;
  if (count === size) return highest;
  return count === 0 ? 0 : Math.min(highest - 1, Math.max(1, Math.round((count / size) * highest)));
}
