import { formatInstant } from '../../base/time.ts';
import type { ClosedAccount } from '../../hosting/closed-account.ts';
import { personOf } from '../../registration/registration.ts';
import { closedAccountOf } from '../../world/decide-account.ts';
import type { Cause } from '../cause.ts';
import { hostRunning, makesZoneFor } from '../host-running.ts';
import { type HostedView, isReserved } from '../hosted-view.ts';
import { delegator, settingServers, zoneWords } from '../keeper.ts';
import type { ServerView } from '../server-view.ts';
import type { Survey } from '../survey.ts';
import { inCode, mustAct, namesInCode } from '../words.ts';
import { chooseZone } from './choose-zone.ts';
import { mistyped, slipsOf } from './mistyped.ts';
import { by, sentenceStart, whyDead } from './phrases.ts';
import { properServers, servedZones } from './zones-served.ts';

/** No name server that is set answers for the zone: which ones to set instead, or what to make. */
export function noneWorks(survey: Survey, dead: readonly ServerView[]): Cause {
  const { hosted, delegated } = survey;
  const { must, person } = delegator(survey);
  const areReserved = delegated.every(isReserved);
  const because = areReserved
    ? 'those set now are the servers of a private zone, which answer nobody outside its network'
    : whyDead(dead, true);
  const kind = areReserved ? 'private-name-servers' : 'other-name-servers';
  const zones = servedZones(survey);
  const resembled = zones.find((zone) => slipsOf(dead, properServers(survey, zone), delegated).length === dead.length);
  if (resembled) return mistyped(survey, slipsOf(dead, properServers(survey, resembled), delegated), resembled);
  const waiting = hosted.find(
    (view) => !view.isPrivate && delegated.every((name) => view.hosted.nameServers.includes(name)),
  );
  const closed = waiting && closedAccountOf(survey.world, waiting.hosted);
  if (waiting && closed) return accountClosed(survey, waiting, closed);
  if (waiting && !waiting.isServed) return notYetServed(survey, waiting);
  const [zone, ...more] = meantBy(survey, zones);
  if (!zone) return noZone(survey, kind, because);
  if (more.length > 0) return chooseZone(survey, kind, sentenceStart(because));
  const setting = settingServers(survey, zone, properServers(survey, zone));
  const sentence = `${must} ${setting}${orMakeAgain(survey, zone)}: ${because}.`;
  return { verdict: 'act', kind, ...by(person), sentence };
}

/** Of the zones of the name those at the host whose servers are set, if there are any there: it is that host that is meant. */
function meantBy({ world, delegated }: Survey, zones: readonly HostedView[]): readonly HostedView[] {
  const host = hostRunning(world, delegated);
  const there = zones.filter(({ hosted }) => hosted.host === host?.id);
  return there.length > 0 ? there : zones;
}

/** Where the servers of another host are set the zone may be missing there, as well as the servers wrong. */
function orMakeAgain({ world, delegated, domain }: Survey, zone: HostedView): string {
  const host = hostRunning(world, delegated);
  if (!host || host.id === zone.hosted.host || !makesZoneFor(world, host, domain)) return '';
  return `, or to those of a zone that is made for ${inCode(domain)} at ${host.name}`;
}

function notYetServed(survey: Survey, waiting: HostedView): Cause {
  const sentence = `Nothing is to be done: ${zoneWords(survey, waiting)} was made, and ${waiting.hostName} brings it to its name servers shortly.`;
  return { verdict: 'wait', kind: 'zone-not-yet-served', sentence };
}

/** The zone is the right one, and nobody is answered from it because of its account. */
function accountClosed(survey: Survey, view: HostedView, { customer, because, deletesAt }: ClosedAccount): Cause {
  const person = personOf(customer);
  const why = because === 'closed' ? 'it is closed' : 'it is suspended, because it was not paid';
  const sentence = `${mustAct(person)} have the account \`${customer}\` at ${view.hostName} opened again: ${why}, and nobody is answered from ${zoneWords(survey, view)}, which is deleted on ${formatInstant(deletesAt).slice(0, 10)} otherwise.`;
  return { verdict: 'act', kind: 'account-closed', ...by(person), sentence };
}

/** There is no zone anywhere: at a host that has the same servers for every zone, making it there is enough. */
function noZone(survey: Survey, kind: Cause['kind'], because: string): Cause {
  const { domain, delegated, world } = survey;
  const { must, person, place } = delegator(survey);
  if (world.own) {
    const what = `have ${namesInCode(delegated)} answer for ${inCode(domain)}, or set name servers that do ${place}`;
    return { verdict: 'act', kind: 'dead-name-server', ...by(person), sentence: `${must} ${what}: ${because}.` };
  }
  const host = hostRunning(world, delegated);
  const isFixed = host?.nameServers.kind === 'fixed' && makesZoneFor(world, host, domain);
  const open = kind === 'private-name-servers' ? 'public ' : '';
  const what = isFixed
    ? `create a zone for ${inCode(domain)} at ${host.name}, whose name servers are set, or set others ${place}`
    : `create a ${open}zone for ${inCode(domain)} at a DNS host, and set the name servers it gets ${place}`;
  const sentence = `${must} ${what}: ${because}, and no ${open}zone of that name is found.`;
  return { verdict: 'act', kind: open ? kind : 'no-zone', ...by(person), sentence };
}
