import type { Chart } from '../base/chart.ts';
import { assertNever } from '../base/result.ts';
import type { ClockModel } from './clock/clock-model.ts';
import { layOutClock } from './clock/lay-out-clock.ts';
import { layOutMap } from './map/lay-out-map.ts';
import type { WorldMap } from './map/world-map.ts';
import { type Drawing, moved } from './shape.ts';
import { layOutTrace } from './trace/lay-out-trace.ts';
import type { TraceModel } from './trace/trace-model.ts';

/** Everything that can be drawn; charts are drawn by a library. */
export type PictureModel = LaidOutModel | Chart;
/** What is laid out here. */
export type LaidOutModel = WorldMap | TraceModel | ClockModel | MapPair;

/** Two maps of one domain: how it was, and how it is. */
export interface MapPair {
  readonly kind: 'pair';
  readonly maps: readonly WorldMap[];
}

/** Lays a picture out. Pure: the same model always gives the same drawing. */
export function layOut(model: LaidOutModel): Drawing {
  switch (model.kind) {
    case 'map':
      return layOutMap(model);
    case 'trace':
      return layOutTrace(model);
    case 'clock':
      return layOutClock(model);
    case 'pair':
      return belowEachOther(model.maps.map(layOutMap));
    default:
      return assertNever(model);
  }
}

const GAP = 24;

/** One below the other, since beside each other they could not be read on a phone. */
function belowEachOther(drawings: readonly Drawing[]): Drawing {
  let height = 0;
  const shapes = drawings.flatMap((drawing, index) => {
    const top = height;
    height += drawing.height + (index < drawings.length - 1 ? GAP : 0);
    return drawing.shapes.map((shape) => moved(shape, top));
  });
  const [first] = drawings;
  return { width: first?.width ?? 0, height, title: drawings.map(({ title }) => title).join('; then: '), shapes };
}
