import type { PlayedMove } from '../../moves/play-move.ts';
import { RESOLVER_IDS } from '../../world/named-resolver.ts';
import type { Member } from '../../world/population.ts';
import { list } from '../names.ts';

/** Which kinds of resolvers an order leaves without an answer, as a sentence; nothing where it leaves none. */
export function whoWasHit({ outage, population }: Pick<PlayedMove, 'outage' | 'population'>): string {
  const hit = population.filter((_, place) => (outage.minutes[place] ?? 0) > 0);
  if (hit.length === 0) return '';
  if (hit.length === population.length) return 'It hits every one of them.';
  const checking = population.filter(({ validates }) => validates);
  if (hit.every(({ validates }) => validates)) return `It hits only such as check signatures: ${share(hit, checking)}.`;
  const kinds = RESOLVER_IDS.flatMap((id) => {
    const ofKind = population.filter(({ like }) => like === id);
    const hitOfKind = ofKind.filter((member) => hit.includes(member));
    return hitOfKind.length > 0 ? [`${share(hitOfKind, ofKind)} that are like \`@${id}\``] : [];
  });
  return `It hits ${list(kinds)}.`;
}

const share = (some: readonly Member[], all: readonly Member[]): string =>
  some.length === all.length ? `all ${all.length}` : `${some.length} of ${all.length}`;
