import type { Cause } from '../cause.ts';
import { answered } from '../exchange.ts';
import { keeperAbove, zoneKeeper } from '../keeper.ts';
import { ledTo, type Survey } from '../survey.ts';
import { inCode, list } from '../words.ts';
import { by } from './phrases.ts';
import { zonesLedTo } from './zones-served.ts';

/** Servers of one zone that do not agree: those above on the delegation, or those of the domain on its version. */
export const versionsCause = (survey: Survey): Cause | undefined => aboveDiffer(survey) ?? serialsDiffer(survey);

function aboveDiffer(survey: Survey): Cause | undefined {
  const { parent, domain } = survey;
  if (!parent.isInconsistent) return undefined;
  const { must, person } = keeperAbove(survey);
  const sentence = `${must} see that every name server of ${inCode(parent.zone)} delegates ${inCode(domain)} to the same servers: they give different ones.`;
  return { verdict: 'act', kind: 'delegations-differ', ...by(person), sentence };
}

/** As where a zone is copied from server to server. Two hosts count each for itself. RFC 1034 §4.3.5. */
function serialsDiffer(survey: Survey): Cause | undefined {
  if (zonesLedTo(survey).size > 1) return undefined;
  const said = ledTo(survey).flatMap(({ at }) => at.map(({ soa }) => soa));
  const serials = new Set(said.flatMap((soa) => answered(soa, 'SOA')?.rdata.map(({ serial }) => serial) ?? []));
  if (serials.size < 2) return undefined;
  const { must, person } = zoneKeeper(survey);
  const sentence = `${must} see that every name server of ${inCode(survey.domain)} has the newest version of the zone: their serials are ${list([...serials].map(String))}.`;
  return { verdict: 'act', kind: 'versions-differ', ...by(person), sentence };
}
