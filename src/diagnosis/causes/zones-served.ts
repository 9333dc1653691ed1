import type { Name } from '../../dns/name.ts';
import { answered } from '../exchange.ts';
import type { HostedView } from '../hosted-view.ts';
import { type ServerView, works } from '../server-view.ts';
import { ledTo, type Survey, zoneBehind } from '../survey.ts';

/** The public zones of the name at hosts, whose own servers answer for them. */
export const servedZones = ({ hosted }: Survey): readonly HostedView[] =>
  hosted.filter(({ isServed, isPrivate }) => isServed && !isPrivate);

/** The name servers that lead to a zone: those it names itself where each of them answers from it, else those allotted to it. */
export function properServers(survey: Survey, view: HostedView): readonly Name[] {
  const { named = [], servers } = survey;
  const own = servers.filter(({ name }) => named.includes(name));
  const areRight = own.length > 1 && own.every((server) => works(server) && zoneOf(survey, server) === view.hosted.id);
  return areRight ? named : view.hosted.nameServers;
}

/** Which zone a server answers from: the id at its host, or else what its SOA says of the first server. */
export function zoneOf(survey: Survey, { at }: ServerView): string | undefined {
  const view = at.find(({ state }) => state === 'works');
  if (!view) return undefined;
  const [soa] = answered(view.soa, 'SOA')?.rdata ?? [];
  return zoneBehind(survey, view.address)?.hosted.id ?? soa?.mname;
}

/** The different zones from which the delegation's servers answer, with the servers of each. */
export function zonesLedTo(survey: Survey): ReadonlyMap<string, readonly ServerView[]> {
  return Map.groupBy(ledTo(survey).filter(works), (server) => zoneOf(survey, server) ?? '');
}
