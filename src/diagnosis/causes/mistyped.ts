import { withinSlips } from '../../base/nearest.ts';
import type { Name } from '../../dns/name.ts';
import type { Cause } from '../cause.ts';
import type { HostedView } from '../hosted-view.ts';
import { delegator, obstacle, zoneWords } from '../keeper.ts';
import type { ServerView } from '../server-view.ts';
import type { Survey } from '../survey.ts';
import { inCode, list } from '../words.ts';
import { by, whyDead } from './phrases.ts';

/** A name server as it is set, and the one that it looks like. */
export interface Slip {
  readonly typed: ServerView;
  readonly meant: Name;
}
/** Letters that may differ for a name to count as another one mistyped. */
const MOST_SLIPS = 2;

/** Those among the dead servers that look like one of the right ones which is missing. */
export function slipsOf(
  dead: readonly ServerView[],
  right: readonly Name[],
  delegated: readonly Name[],
): readonly Slip[] {
  const missing = right.filter((name) => !delegated.includes(name));
  return dead.flatMap((typed) => {
    const meant = withinSlips(typed.name, missing, MOST_SLIPS) as Name | undefined;
    return meant === undefined ? [] : [{ typed, meant }];
  });
}

export function mistyped(survey: Survey, slips: readonly Slip[], zone: HostedView): Cause {
  const { must, person, place } = delegator(survey);
  const pairs = slips.map(({ typed, meant }) => `${inCode(typed.name)} to ${inCode(meant)}`);
  const what = `correct ${list(pairs)} among the name servers of ${inCode(survey.domain)} ${place}${obstacle(survey)}`;
  const why = `${whyDead(slips.map(({ typed }) => typed))}, and ${zoneWords(survey, zone)} has ${slips.length > 1 ? 'those' : 'that one'}`;
  return { verdict: 'act', kind: 'mistyped-name-server', ...by(person), sentence: `${must} ${what}: ${why}.` };
}
