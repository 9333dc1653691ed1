import type { Cause } from '../cause.ts';
import { saidIn } from '../exchange.ts';
import { delegator, settingServers, zoneKeeper, zoneWords } from '../keeper.ts';
import type { OtherZone } from '../other-zones.ts';
import type { Survey } from '../survey.ts';
import { inCode } from '../words.ts';
import { zoneInUse } from '../zone-in-use.ts';
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

/** A zone from before has something that the zone in use lacks, as where it was not copied in a move. */
export function notCopiedCause(survey: Survey, others: readonly OtherZone[]): Cause | undefined {
  const left = others.find(({ missing }) => missing);
  if (!left?.missing) return undefined;
  const { must, person, place } = zoneKeeper(survey);
  const { other } = left.missing;
  const { qname, qtype } = other.question;
  const sentence = `${must} add the ${qtype} of ${inCode(qname)} ${place}, if it is still wanted: ${zoneWords(survey, left.view)}, to which nobody is led, has it (${saidIn(other)}), and ${onlyKnows(person).replace('Only', 'only')} whether it was left out on purpose.`;
  return { verdict: 'decide', kind: 'not-copied', ...by(person), sentence };
}
