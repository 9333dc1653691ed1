/**
 * Draws what the tutor says: maps of who holds what, look-ups, caches and scores. Each is made of the same values as the
 * text beside it. Start here for what can be drawn; `picture-model.ts` lays one out, `svg.ts` writes it, and `painter.ts`
 * makes PNGs of it in threads of its own. All letters and colours come from `fonts.ts` and `theme.ts`.
 */

import type { Chart } from '../base/chart.ts';
import type { Picture } from '../base/picture.ts';
import type { Cause } from '../diagnosis/cause.ts';
import type { Name } from '../dns/name.ts';
import type { Resolution } from '../dns/resolver/resolution.ts';
import type { World } from '../world/world.ts';
import { chartTwin } from './charts/chart-twin.ts';
import { describeChart } from './charts/describe-chart.ts';
import { clockOf } from './clock/clock-model.ts';
import { clockTwin, describeClock } from './clock/describe-clock.ts';
import { describeMap } from './map/describe-map.ts';
import { mapOf } from './map/map-of.ts';
import { mapTwin } from './map/map-twin.ts';
import { marked } from './map/marked.ts';
import { withCause } from './map/with-cause.ts';
import type { WorldMap } from './map/world-map.ts';
import type { PictureModel } from './picture-model.ts';
import { describeTrace, traceTwin } from './trace/describe-trace.ts';
import { traceOf } from './trace/trace-model.ts';

/** Who holds what of a domain; with what has changed since an earlier world marked, and what a diagnosis found crossed. */
function mapPicture(
  world: World,
  domain: Name,
  { before, cause }: { readonly before?: World; readonly cause?: Cause } = {},
): Picture {
  const now = cause ? withCause(mapOf(world, domain), cause) : mapOf(world, domain);
  const isKnown =
    before &&
    (before.registrations.has(domain) || mapOf(before, domain).places.some(({ slot, who }) => slot === 'host' && who));
  return ofMap('map', before && isKnown ? marked(mapOf(before, domain), now) : now);
}

/** How it was and how it is, one below the other, with what has changed marked in the second. */
function pairPicture(before: World, after: World, domain: Name): Picture {
  const [old, now] = [mapOf(before, domain), mapOf(after, domain)];
  const maps: readonly WorldMap[] = [
    { ...old, heading: 'Before' },
    { ...marked(old, now), heading: 'After' },
  ];
  return made(
    'before-and-after',
    { kind: 'pair', maps },
    maps.map(describeMap).join(' '),
    maps.map(mapTwin).join('\n\n'),
  );
}

/** Who was asked in a look-up, and what they said. */
function tracePicture(resolution: Resolution, { catalogue }: World): Picture {
  const model = traceOf(resolution, (zone) => catalogue.tlds.has(zone));
  return made('look-up', model, describeTrace(model), traceTwin(model));
}

/** What resolvers remember of a domain, and for how long yet. */
function clockPicture(world: World, domain: Name): Picture {
  const model = clockOf(world, domain);
  return made('clock', model, describeClock(model), clockTwin(model));
}

/** A chart of scores. */
const chartPicture = (name: string, chart: Chart): Picture => made(name, chart, describeChart(chart), chartTwin(chart));

const ofMap = (name: string, map: WorldMap): Picture => made(name, map, describeMap(map), mapTwin(map));

const made = (name: string, model: PictureModel, description: string, twin: string): Picture => ({
  ...{ name, description, twin, model },
});

/** All that can be drawn. */
export const pictures = {
  map: mapPicture,
  pair: pairPicture,
  trace: tracePicture,
  clock: clockPicture,
  chart: chartPicture,
};
