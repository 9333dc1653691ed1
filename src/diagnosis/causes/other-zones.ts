import type { Cause } from '../cause.ts';
import { zoneInUse } from '../contents.ts';
import { delegator, settingServers, zoneKeeper, zoneWords } from '../keeper.ts';
import type { OtherZone } from '../other-zones.ts';
import type { Survey } from '../survey.ts';
import { inCode } from '../words.ts';
import { by, lower, onlyKnows } from './phrases.ts';
import { properServers } from './zones-served.ts';

/**
 * Somebody has worked on a zone to which nobody is led, since the delegation was last changed, and it answers otherwise.
 * Which of the two is meant cannot be seen; what follows from either can.
 */
export function otherZoneCause(survey: Survey, others: readonly OtherZone[]): Cause | undefined {
  const worked = others.find(({ isWorkedOn, difference }) => isWorkedOn && difference);
  if (!worked) return undefined;
  const { must, person } = delegator(survey);
  const inUse = zoneInUse(survey);
  const led = inUse ? zoneWords(survey, inUse) : 'the other';
  const setting = `${lower(must)} ${settingServers(survey, worked.view, properServers(survey, worked.view))}`;
  const otherwise = `${lower(zoneKeeper(survey).must)} make the changes there`;
  const sentence = `${onlyKnows(person)} which zone of ${inCode(survey.domain)} is meant: if ${zoneWords(survey, worked.view)}, ${setting}; if ${led}, to which everybody is led, ${otherwise}.`;
  return { verdict: 'decide', kind: 'edited-elsewhere', ...by(person), sentence };
}
