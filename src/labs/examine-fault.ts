import { formatDuration } from '../base/time.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { Fault } from './fault.ts';
import { type PlayedFault, playFault, type Sight } from './play-fault.ts';
import { afterWait } from './timeline.ts';
import { type Found, find, forgetting } from './wanted.ts';

/** What of a fault is not as its author wrote it in the world of a seed, a sentence each, with what to write instead where that is known. */
export function examineFault(fault: Fault, catalogue: Catalogue, seed: number): readonly string[] {
  const played = playFault(fault, catalogue, seed);
  return played.ok
    ? [...unseen(played.value), ...wrongFixHelps(played.value), ...disagreements(played.value)]
    : [played.problem];
}

const unseen = ({ sights }: PlayedFault): readonly string[] =>
  sights
    .filter(({ isSeen }) => !isSeen)
    .map((sight) => `the symptom ${wordsFor(sight)} is not seen${insteadOf(sight)}`);

/** What the last symptom shows has to be there still after the wrong fix. */
const wrongFixHelps = ({ wrong }: PlayedFault): readonly string[] =>
  wrong.sights
    .filter(({ isSeen }) => !isSeen)
    .map((sight) => `the wrong fix takes away the last symptom, ${wordsFor(sight)}${insteadOf(sight)}`);

function disagreements({ agreedAfter: { claimed, measured }, fixed, agreement }: PlayedFault): readonly string[] {
  const asked = `\`${agreement.lookUp.qname} ${agreement.lookUp.qtype}\``;
  if (measured === 'never') {
    const { arrival } = find(forgetting(afterWait(fixed.world, claimed)), agreement);
    return [`after the right fix resolvers never agree on ${asked}: one that remembers nothing gets ${said(arrival)}`];
  }
  if (measured === claimed) return [];
  return [
    `\`agreed-after\` comes to ${formatDuration(claimed)}, but the last resolver agrees on ${asked} after ${formatDuration(measured)}`,
  ];
}

const wordsFor = ({ symptom: { ask, wait, seen }, at }: Sight): string => {
  const shows = seen.kind === 'expectation' ? seen.expect.join(' or ') : 'what it says';
  return `\`${ask}\` (${at}${wait > 0 ? `, after ${formatDuration(wait)}` : ''}): ${shows}`;
};

const insteadOf = ({ found }: Sight): string => (found ? `; it brings ${said(found.arrival)}` : '');

/** What came, as an expectation is written. */
const said = ({ outcome, data, source }: Found['arrival']): string =>
  [`\`${[outcome, ...data].join(' ')}\``, ...(source?.kind === 'cache' ? ['from the cache'] : [])].join(' ');
