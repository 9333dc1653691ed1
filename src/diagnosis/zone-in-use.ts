import type { Zone } from '../dns/zone/zone.ts';
import type { Exchange } from './exchange.ts';
import type { HostedView } from './hosted-view.ts';
import { ledTo, type Survey, zoneBehind } from './survey.ts';

/** A server to which the delegation leads and that answers for the zone. */
export const serverInUse = (survey: Survey): Exchange['server'] | undefined =>
  ledTo(survey)
    .flatMap(({ at }) => at)
    .find(({ state }) => state === 'works')?.soa.server;

/** The zone at a host from which those who follow the delegation are answered. */
export function zoneInUse(survey: Survey): HostedView | undefined {
  const server = serverInUse(survey);
  return server && zoneBehind(survey, server.address);
}

/** The zone in use as its owner sees it in the host's console, or those that were brought. */
export function zonesWritten(survey: Survey): readonly Zone[] {
  const hosted = zoneInUse(survey)?.hosted.zone;
  return [...(hosted ? [hosted] : []), ...(survey.world.own?.given ?? [])];
}
