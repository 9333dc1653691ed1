import { placeTitle } from './part-titles.ts';
import type { Group, Line, Place, WorldMap } from './world-map.ts';

/** Everything that a map shows, in sentences: what is amiss first, then where it leads, then who holds what. */
export function describeMap({ domain, spoken, caption, at, places, arrows, faults, heading }: WorldMap): string {
  const name = spoken === undefined ? domain : `${domain} (${spoken})`;
  const [leading, others] = [arrows.filter(isLeading), arrows.filter((arrow) => !isLeading(arrow))];
  return [
    `${heading === undefined ? 'Map' : `${heading}: map`} of ${name}, ${at}. ${caption}.`,
    ...faults.map(({ sentence }) => `Amiss: ${sentence}.`),
    ...leading.map((arrow) => `${arrow.sentence}${changeOf(arrow)}.`),
    ...places.map(placeWords),
    ...others.map((arrow) => `${arrow.sentence}${changeOf(arrow)}.`),
  ].join(' ');
}

const isLeading = ({ kind }: WorldMap['arrows'][number]): boolean => kind === 'delegates';
const changeOf = ({ change }: Pick<Place, 'change'>): string => (change === undefined ? '' : ` (${change})`);

function placeWords(place: Place): string {
  const held = place.groups.map(groupWords).filter((words) => words !== '');
  return `${placeTitle(place)}${changeOf(place)}${held.length > 0 ? `: ${held.join('; ')}` : ''}.`;
}

const groupWords = ({ label, lines, more }: Group): string =>
  [
    ...(label === undefined ? [] : [`${label} `]),
    [...lines.map(lineWords), ...(more === undefined ? [] : [`and ${more.toLocaleString('en-US')} more`])].join(', '),
  ].join('');

const lineWords = ({ text, change }: Line): string => (change === undefined ? text : `${text} (${change})`);
