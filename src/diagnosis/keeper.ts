import type { Name } from '../dns/name.ts';
import { labelOf } from '../hosting/hosted-zone.ts';
import { personOf } from '../registration/registration.ts';
import { nameServerAddress } from '../world/internet.ts';
import { type HostedView, hostedViews } from './hosted-view.ts';
import type { Survey } from './survey.ts';
import { inCode, mustAct, namesInCode, number } from './words.ts';
import { zoneInUse } from './zone-in-use.ts';

/** Who has something in hand, and where they do it. */
export interface Keeper {
  /** A person of the world; absent where it is nobody in it. */
  readonly person?: string;
  /** `Ines has to`. */
  readonly must: string;
  /** `at Hover (registrar)`. */
  readonly place: string;
}

/** Who sets a domain's name servers above: the registrant at the registrar, or whoever keeps the zone above. */
export function delegator(survey: Survey): Keeper & { readonly isRegistrar: boolean } {
  const { record } = survey;
  if (record) {
    const account = record.account === undefined ? '' : ` in the account \`${record.account}\``;
    const place = `at ${record.registrar} (registrar)${account}`;
    return { person: record.registrant, must: mustAct(record.registrant), place, isRegistrar: true };
  }
  return { ...keeperAbove(survey), isRegistrar: false };
}

/** Who edits the zone above. */
export const keeperAbove = (survey: Survey): Keeper => keeperOf(survey.parent.zone, zoneAboveAtHost(survey));

/** Who edits the zone that the domain's name servers answer from. */
export const zoneKeeper = (survey: Survey): Keeper => keeperOf(survey.domain, zoneInUse(survey));

/** Who edits a zone. */
export function keeperOf(origin: Name, view: HostedView | undefined): Keeper {
  if (!view) return { must: `Whoever keeps the zone ${inCode(origin)} has to`, place: 'there' };
  const person = personOf(view.hosted.customer);
  const account = labelOf(view.hosted.customer) === undefined ? '' : ` in the account \`${view.hosted.customer}\``;
  return { person, must: mustAct(person), place: `in the zone ${inCode(origin)} at ${view.hostName}${account}` };
}

function zoneAboveAtHost({ world, parent }: Survey): HostedView | undefined {
  const addresses = parent.servers.map(({ address }) => address);
  return hostedViews(world, parent.zone, () => true).find(({ hosted }) =>
    hosted.nameServers.some((server) => addresses.includes(nameServerAddress(world, server) ?? '')),
  );
}

/** `the zone at Amazon Route 53`; with its id where there are several of the name there, and whose it is where not the registrant's. */
export function zoneWords({ hosted: all, record }: Survey, { hosted, hostName }: HostedView): string {
  const several = all.filter((other) => other.hosted.host === hosted.host).length > 1;
  const isTheirs = record === undefined || hosted.customer === record.registrant;
  return `the zone at ${hostName}${several ? ` (${hosted.id})` : ''}${isTheirs ? '' : ` in the account \`${hosted.customer}\``}`;
}

/** What is to be done above so that a domain is led to these servers: `set the name servers at Hover (registrar) to …`. */
export function settingServers(survey: Survey, view: HostedView, servers: readonly Name[]): string {
  const { isRegistrar, place } = delegator(survey);
  const which = `the ${number(servers.length)} of ${zoneWords(survey, view)}, ${namesInCode(servers)}`;
  return isRegistrar
    ? `set the name servers of ${inCode(survey.domain)} ${place} to ${which}${obstacle(survey)}`
    : `give ${inCode(survey.domain)} ${place} the NS records of ${zoneWords(survey, view)}, ${namesInCode(servers)}`;
}

/** What has to happen before a registrar or registry takes other name servers; nothing where they do. RFC 5731 §2.3. */
export function obstacle({ record, world }: Survey): string {
  if (!record) return '';
  const registrar = world.catalogue.registrars.get(record.registrarId);
  if (registrar && !registrar.nameServersSettable)
    return `, which ${registrar.name} does not do: ${registrar.nameServersReason.replace(/\.$/, '')}`;
  const lock = ['clientUpdateProhibited', 'serverUpdateProhibited'].find((status) => record.statuses.includes(status));
  return lock === undefined ? '' : `, as soon as \`${lock}\` is lifted`;
}
