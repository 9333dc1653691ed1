import { answered, serversIn } from '../exchange.ts';
import { differencesOf } from '../other-zones.ts';
import { type ServerView, works } from '../server-view.ts';
import type { Survey } from '../survey.ts';
import { servedZones } from './zones-served.ts';

/**
 * Whether the zones to which a delegation leads are as they must be where a domain is served by several hosts on purpose:
 * each server of each is in the delegation and works, each zone names all of them itself, and all answer the same.
 */
export function areShared(survey: Survey, zones: ReadonlyMap<string, readonly ServerView[]>): boolean {
  const views = servedZones(survey).filter(({ hosted }) => zones.has(hosted.id));
  const [first, ...others] = views;
  if (!first || views.length !== zones.size) return false;
  const isWhole = views.every(({ hosted }) => hosted.nameServers.every((name) => survey.delegated.includes(name)));
  const isNamed = survey.servers.every((server) => works(server) && namesAll(survey, server));
  const server = first.at.find(({ state }) => state === 'works')?.soa.server;
  if (!isWhole || !isNamed || !server) return false;
  return others.every((view) => differencesOf(survey, server, view, first)[0] === undefined);
}

/** Whether a server names itself the very servers of the delegation. */
const namesAll = ({ delegated }: Survey, { at }: ServerView): boolean =>
  at.every(({ ns }) => {
    const set = answered(ns, 'NS');
    return set !== undefined && [...serversIn(set)].toSorted().join() === [...delegated].toSorted().join();
  });
