import type { Name } from '../../dns/name.ts';
import { registrableDomain } from '../../registration/registry.ts';
import type { Cause } from '../cause.ts';
import { lookedUp } from '../find-parent.ts';
import { without } from '../findings/delegation.ts';
import { isIndustry, isLeftOut } from '../findings/registry.ts';
import { settingServers } from '../keeper.ts';
import type { RegistryRecord } from '../registry-record.ts';
import { viewAddress } from '../server-view.ts';
import type { Survey } from '../survey.ts';
import { inCode, mustAct, namesInCode } from '../words.ts';
import { properServers, servedZones } from './zones-served.ts';

/** What is wrong at the registrar or the registry, or not yet through; nothing where the record is sound. */
export function registrationCause(survey: Survey): Cause | undefined {
  const { world, domain, record } = survey;
  if (world.own) return undefined;
  if (!record) return unregistered(survey);
  const by = record.registrant;
  const status = statusCause(survey, record);
  if (status) return status;
  if (record.nameServers.length === 0) return noNameServers(survey, record);
  if (record.expiresAt <= world.now)
    return {
      ...{ verdict: 'act', kind: 'expired', by },
      sentence: `${mustAct(by)} renew ${inCode(domain)} at ${record.registrar} (registrar): it has expired.`,
    };
  return notYetPublished(survey, record);
}

function unregistered(survey: Survey): Cause | undefined {
  const { domain, world, hosted } = survey;
  if (isIndustry(survey)) return undefined;
  const name = inCode(domain);
  const registrable = registrableDomain(domain, world.catalogue.tlds);
  if (registrable === undefined)
    return {
      verdict: 'act',
      kind: 'unknown-suffix',
      sentence: `No registry here keeps the suffix of ${name}, so nobody can register it.`,
    };
  if (registrable !== domain) return undefined;
  const zone = hosted.length > 0 ? ', and a zone at a DNS host changes nothing about that' : '';
  const sentence = `Whoever wants ${name} has to register it at a registrar first: nobody holds it${zone}.`;
  return { verdict: 'act', kind: 'not-registered', sentence };
}

/** Statuses with which the registry leaves a domain out of its zone. RFC 5731 §2.3, RFC 3915 §3.1. */
function statusCause({ domain }: Survey, record: RegistryRecord): Cause | undefined {
  const { statuses, registrar, registry, registrant: by } = record;
  const name = inCode(domain);
  const must = mustAct(by);
  if (statuses.includes('redemptionPeriod'))
    return {
      ...{ verdict: 'act', kind: 'deleted', by },
      sentence: `${must} have ${registrar} (registrar) restore ${name}: it was deleted, and is in its redemption period.`,
    };
  if (statuses.includes('pendingDelete'))
    return {
      ...{ verdict: 'wait', kind: 'deleted' },
      sentence: `Nobody can do anything for ${name}: it was deleted, and ${registry} releases it soon; then anyone may register it.`,
    };
  if (statuses.includes('serverHold'))
    return {
      ...{ verdict: 'act', kind: 'held-by-registry', by },
      sentence: `${must} turn to ${registry} (registry), through ${registrar}, about ${name}: the registry holds it (\`serverHold\`), and only the registry lifts that.`,
    };
  if (!statuses.includes('clientHold')) return undefined;
  return { ...{ verdict: 'act', kind: 'held-by-registrar', by }, sentence: heldByRegistrar(name, must, record) };
}

/** Why a registrar holds a domain only the registrar says, unless the term is visibly over. */
function heldByRegistrar(name: string, must: string, { registrar, statuses }: RegistryRecord): string {
  return statuses.includes('autoRenewPeriod')
    ? `${must} renew ${name} at ${registrar} (registrar): its term is over, and ${registrar} has it held (\`clientHold\`).`
    : `${must} ask ${registrar} (registrar) why it has ${name} held (\`clientHold\`), and settle that: nothing in the DNS brings it back.`;
}

function noNameServers(survey: Survey, { registrant: by, registrar, registry }: RegistryRecord): Cause {
  const [zone, ...more] = servedZones(survey);
  const name = inCode(survey.domain);
  const because = `${registry} has none on record, so for resolvers there is no ${name}.`;
  const common = { verdict: 'act', kind: 'no-name-servers', by } as const;
  if (!zone) {
    const what = `create a zone for ${name} at a DNS host and set its name servers at ${registrar} (registrar)`;
    return { ...common, sentence: `${mustAct(by)} ${what}: ${because}` };
  }
  const setting = settingServers(survey, zone, properServers(survey, zone));
  const which = more.length > 0 ? ', or to those of another zone of that name, whichever is meant' : '';
  return { ...common, sentence: `${mustAct(by)} ${setting}${which}: ${because}` };
}

/** The registry has other name servers on record than its zone shows, and those on record answer. */
function notYetPublished(survey: Survey, record: RegistryRecord): Cause | undefined {
  const { domain, delegated } = survey;
  const isDifferent = without(record.nameServers, delegated).length + without(delegated, record.nameServers).length > 0;
  if (!isDifferent || isLeftOut(record) || !record.nameServers.every((name) => answersFor(survey, name)))
    return undefined;
  const sentence = `Nothing is to be done: ${record.registry} has ${namesInCode(record.nameServers)} on record for ${inCode(domain)}, and brings its zone up to date shortly.`;
  return { verdict: 'wait', kind: 'not-yet-published', sentence };
}

const answersFor = ({ world, domain }: Survey, name: Name): boolean =>
  lookedUp(world, name).some((address) => viewAddress(world, domain, { name, address }).state === 'works');
