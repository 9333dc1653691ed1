import type { Cause } from '../cause.ts';
import { delegator, zoneWords } from '../keeper.ts';
import type { ServerView } from '../server-view.ts';
import type { Survey } from '../survey.ts';
import { inCode, list, namesInCode, number } from '../words.ts';
import { by, lower, lowerFirst, onlyKnows } from './phrases.ts';
import { properServers, servedZones } from './zones-served.ts';

/** The delegation leads to several zones of the name: which of them is meant only the owner knows. */
export function mixed(survey: Survey, zones: ReadonlyMap<string, readonly ServerView[]>): Cause {
  const parts = [...zones].map(([id, servers]) => {
    const view = survey.hosted.find(({ hosted }) => hosted.id === id);
    const where = view ? zoneWords(survey, view) : `a zone of \`${id.slice(0, -1)}\``;
    return `${number(servers.length)} of ${where}`;
  });
  const start = `The name servers of ${inCode(survey.domain)} are those of ${number(zones.size)} zones, ${list(parts)}`;
  const cause = chooseZone(survey, 'mixed-name-servers', start);
  const all = zones.size === 2 ? 'both' : 'all of them';
  return {
    ...cause,
    sentence: `${cause.sentence.slice(0, -1)}; if ${all} are meant, every change has to be made in ${all}.`,
  };
}

/** Says who has to choose between the zones of a name, and what follows from it. */
export function chooseZone(survey: Survey, kind: Cause['kind'], start: string): Cause {
  const { must, person, place, isRegistrar } = delegator(survey);
  const zones = servedZones(survey).map((view) => {
    const servers = properServers(survey, view);
    return `${namesInCode(servers)} for ${zoneWords(survey, view)}`;
  });
  const what = isRegistrar
    ? `set exactly the name servers of that one ${place}`
    : `give it the NS records of that one ${place}`;
  const which = zones.length > 1 ? `: ${list(zones, 'or')}` : '';
  const sentence = `${start}: ${lowerFirst(onlyKnows(person))} which zone is meant, and ${lower(must)} ${what}${which}.`;
  return { verdict: 'decide', kind, ...by(person), sentence };
}
