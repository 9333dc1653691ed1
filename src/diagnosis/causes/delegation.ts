import { isAtOrBelow } from '../../dns/name.ts';
import type { Cause } from '../cause.ts';
import { delegator, settingServers, zoneKeeper } from '../keeper.ts';
import { type ServerView, works } from '../server-view.ts';
import { ledTo, type Survey } from '../survey.ts';
import { inCode, namesInCode } from '../words.ts';
import { chooseZone, mixed } from './choose-zone.ts';
import { glueCause } from './glue.ts';
import { mistyped, slipsOf } from './mistyped.ts';
import { noneWorks } from './none-works.ts';
import { by, whyDead } from './phrases.ts';
import { areShared } from './shared.ts';
import { properServers, servedZones, zonesLedTo } from './zones-served.ts';

/** What keeps resolvers that follow the delegation from the zone, or from one zone only; nothing where each server answers from it. */
export function delegationCause(survey: Survey): Cause | undefined {
  const led = ledTo(survey);
  if (led.length === 0) return neverDelegated(survey);
  const dead = led.filter((server) => !works(server));
  const zones = zonesLedTo(survey);
  const glue = glueCause(survey);
  if (zones.size > 1 && !areShared(survey, zones)) return mixed(survey, zones);
  if (glue) return glue;
  if (dead.length === led.length) return noneWorks(survey, dead);
  if (dead.length > 0) return someDead(survey, dead, [...zones.keys()][0]);
  return aliasCause(survey, led);
}

/** A zone for a name below a domain, to which the zone above leads nobody. */
function neverDelegated(survey: Survey): Cause | undefined {
  const { domain, record, parent } = survey;
  const [zone, ...more] = servedZones(survey);
  if (record || !zone) return undefined;
  if (more.length > 0) return chooseZone(survey, 'several-zones', `No NS records lead to ${inCode(domain)}`);
  const { must, person } = delegator(survey);
  const setting = settingServers(survey, zone, properServers(survey, zone));
  const sentence = `${must} ${setting}: the zone ${inCode(parent.zone)} leads nobody there.`;
  return { verdict: 'act', kind: 'never-delegated', ...by(person), sentence };
}

function someDead(survey: Survey, dead: readonly ServerView[], zoneId: string | undefined): Cause {
  const { domain, delegated, hosted } = survey;
  const { must, person, place } = delegator(survey);
  const zone = hosted.find((view) => view.hosted.id === zoneId);
  const slips = zone ? slipsOf(dead, properServers(survey, zone), delegated) : [];
  if (zone && slips.length === dead.length) return mistyped(survey, slips, zone);
  const why = whyDead(dead);
  if (!zone) {
    const what = `replace ${namesInCode(dead.map(({ name }) => name))} among the name servers of ${inCode(domain)} ${place}`;
    return { verdict: 'act', kind: 'dead-name-server', ...by(person), sentence: `${must} ${what}: ${why}.` };
  }
  const setting = settingServers(survey, zone, properServers(survey, zone));
  return { verdict: 'act', kind: 'dead-name-server', ...by(person), sentence: `${must} ${setting}: ${why}.` };
}

function aliasCause(survey: Survey, led: readonly ServerView[]): Cause | undefined {
  const alias = led.find(({ isAlias }) => isAlias);
  if (!alias) return undefined;
  const isOwn = isAtOrBelow(alias.name, survey.domain);
  const { must, person, place } = isOwn ? zoneKeeper(survey) : delegator(survey);
  const what = isOwn
    ? `give ${inCode(alias.name)} ${place} an address of its own in place of the alias`
    : `replace ${inCode(alias.name)} among the name servers of ${inCode(survey.domain)} ${place} by the name that it is an alias of`;
  const sentence = `${must} ${what}: the name of a name server must not be an alias, and many resolvers do not follow it.`;
  return { verdict: 'act', kind: 'alias-as-name-server', ...by(person), sentence };
}
