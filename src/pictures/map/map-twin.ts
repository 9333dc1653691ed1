import { TWIN_COLUMNS } from '../../base/picture.ts';
import { boxed, inColumns } from '../characters.ts';
import { placeTitle } from './part-titles.ts';
import type { Arrow, Line, Place, WorldMap } from './world-map.ts';

/** A map in box characters: a box for each place, and below it the arrows that go out from it. */
export function mapTwin({ domain, spoken, caption, at, places, arrows, faults, heading }: WorldMap): string {
  const head = [
    ...(heading === undefined ? [] : [heading]),
    spoken === undefined ? domain : `${domain} (${spoken})`,
    `${caption}. ${at}`,
  ].flatMap((line) => inColumns(line, TWIN_COLUMNS));
  const faulty = new Set(faults.map(({ at: where }) => where));
  const drawn = places.flatMap((place) => [
    ...boxed(`${faulty.has(place.id) ? '✗ ' : ''}${placeTitle(place)}${changeOf(place)}`, placeLines(place)),
    ...arrows
      .filter(({ from }) => from === place.id)
      .flatMap((arrow) => arrowLines(arrow, places, faulty.has(arrow.id))),
  ]);
  const amiss = faults.flatMap(({ sentence }) => inColumns(`✗ ${sentence}`, TWIN_COLUMNS));
  return [...head, ...drawn, ...amiss].join('\n');
}

const changeOf = ({ change }: Pick<Place, 'change'>): string => (change === undefined ? '' : ` (${change})`);

const placeLines = ({ groups }: Place): readonly string[] =>
  groups.flatMap(({ label, lines, more }) => [
    ...(label === undefined ? [] : [label]),
    ...lines.map((line) => `${label === undefined ? '' : '  '}${lineText(line)}`),
    ...(more === undefined ? [] : [`  and ${more.toLocaleString('en-US')} more`]),
  ]);

const lineText = ({ text, change }: Line): string =>
  change === undefined ? text : `${change === 'new' ? '+' : '−'} ${text}`;

const SHAFTS: Readonly<Record<Arrow['state'], string>> = { whole: '──▶', partly: '─·▶', pending: '╌╌▶', broken: '╌✗▶' };

function arrowLines(arrow: Arrow, places: readonly Place[], isFaulty: boolean): readonly string[] {
  const to = places.find(({ id }) => id === arrow.to);
  const shaft = isFaulty ? '╌✗▶' : arrow.kind === 'company' ? '═══' : SHAFTS[arrow.state];
  const [first = '', ...rest] = inColumns(
    `${arrow.label}${changeOf(arrow)} ${shaft} ${to ? placeTitle(to) : ''}`,
    TWIN_COLUMNS - 5,
  );
  return [`  │  ${first}`, ...rest.map((line) => `  │  ${line}`)];
}
