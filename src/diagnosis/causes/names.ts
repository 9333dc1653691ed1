import type { Cause } from '../cause.ts';
import { without } from '../findings/delegation.ts';
import { delegator, obstacle, settingServers, zoneKeeper, zoneWords } from '../keeper.ts';
import { works } from '../server-view.ts';
import { ledTo, type Survey } from '../survey.ts';
import { inCode, namesInCode, number } from '../words.ts';
import { by, lower, onlyKnows } from './phrases.ts';
import { zoneOf, zonesLedTo } from './zones-served.ts';

/** The two lists of name servers differ, though every server of the delegation answers from one zone. */
export function namesCause(survey: Survey): Cause | undefined {
  const { named, delegated, servers, hosted } = survey;
  if (!named) return undefined;
  const onlyZone = servers.filter(({ name }) => !delegated.includes(name));
  const onlyAbove = without(delegated, named);
  if (onlyZone.length + onlyAbove.length === 0) return tooFew(survey);
  const [inUse] = zonesLedTo(survey).keys();
  const elsewhere = [...new Set(onlyZone.filter(works).map((server) => zoneOf(survey, server)))].filter(
    (id) => id !== inUse,
  );
  const other = hosted.find((view) => view.hosted.id === elsewhere[0]);
  if (other && onlyZone.every(works)) return ofOtherZone(survey, other);
  if (!onlyZone.every(works) || elsewhere.length > 0 || onlyZone.length === 0) return restoreInZone(survey);
  return onlyAbove.length === 0 ? missingAbove(survey) : eitherList(survey);
}

function missingAbove(survey: Survey): Cause {
  const { domain, named = [], delegated } = survey;
  const { must, person, place } = delegator(survey);
  const missing = without(named, delegated);
  const what = `add ${namesInCode(missing)} to the name servers of ${inCode(domain)} ${place}${obstacle(survey)}`;
  const sentence = `${must} ${what}: the zone has ${number(named.length)}, and only ${number(delegated.length)} of them ${delegated.length === 1 ? 'is' : 'are'} set there.`;
  return { verdict: 'act', kind: 'missing-name-server', ...by(person), sentence };
}

/** The zone's own NS records are wrong: the delegation is not, since each of its servers answers. */
function restoreInZone(survey: Survey): Cause {
  const { named = [], delegated, servers } = survey;
  const { must, person, place } = zoneKeeper(survey);
  const wrong = servers.filter(({ name }) => !delegated.includes(name)).map(({ name }) => name);
  const why =
    wrong.length > 0
      ? `it names ${namesInCode(wrong)}, which ${wrong.length > 1 ? 'do' : 'does'} not answer for it`
      : `it names only ${namesInCode(named)}`;
  const sentence = `${must} set the NS records ${place} back to ${namesInCode(delegated)}: ${why}.`;
  return { verdict: 'act', kind: 'own-name-servers-differ', ...by(person), sentence };
}

/** The zone in use names the servers of another zone of the name: an edit in the zone does not change the delegation. */
function ofOtherZone(survey: Survey, other: Survey['hosted'][number]): Cause {
  const { delegated } = survey;
  const { must, person } = delegator(survey);
  const keeper = zoneKeeper(survey);
  const setting = settingServers(survey, other, other.hosted.nameServers);
  const back = `${lower(keeper.must)} set the NS records ${keeper.place} back to ${namesInCode(delegated)}`;
  const sentence = `${onlyKnows(person)} which zone is meant: if ${zoneWords(survey, other)}, whose servers the NS records ${keeper.place} name, ${lower(must)} ${setting}; if not, ${back}.`;
  return { verdict: 'decide', kind: 'own-name-servers-differ', ...by(person), sentence };
}

/** Both lists lead to the zone: one of them is to be made like the other. */
function eitherList(survey: Survey): Cause {
  const { domain, named = [], delegated } = survey;
  const { must, person, place } = delegator(survey);
  const keeper = zoneKeeper(survey);
  const sentence = `${onlyKnows(person)} which names are meant, and both lead to the zone: ${lower(must)} set the name servers of ${inCode(domain)} ${place} to ${namesInCode(named)}, or ${lower(keeper.must)} set the NS records ${keeper.place} to ${namesInCode(delegated)}.`;
  return { verdict: 'decide', kind: 'own-name-servers-differ', ...by(person), sentence };
}

function tooFew(survey: Survey): Cause | undefined {
  const { domain, delegated } = survey;
  const addresses = ledTo(survey).flatMap(({ at }) => at.map(({ address }) => address));
  if (new Set(addresses).size !== 1) return undefined;
  const { must, person, place } = delegator(survey);
  const only =
    delegated.length > 1 ? `${namesInCode(delegated)} are one server` : `${namesInCode(delegated)} is the only one`;
  const sentence = `${must} add a second name server for ${inCode(domain)} ${place}: ${only}, and there is no other when it fails.`;
  return { verdict: 'act', kind: 'too-few-name-servers', ...by(person), sentence };
}
