import { assertNever } from '../../base/result.ts';
import { formatInstant } from '../../base/time.ts';
import { registrableDomain } from '../../registration/registry.ts';
import type { Cause } from '../cause.ts';
import { isIndustry } from '../findings/registry.ts';
import { settingServers } from '../keeper.ts';
import type { RegistryRecord } from '../registry-record.ts';
import type { Survey } from '../survey.ts';
import { inCode, mustAct, namesInCode } from '../words.ts';
import { properServers, servedZones } from './zones-served.ts';

/** What is wrong at the registrar or the registry; nothing where the record is sound. */
export function registrationCause(survey: Survey): Cause | undefined {
  const { world, domain, record } = survey;
  if (world.own) return undefined;
  if (!record) return unregistered(survey);
  const by = record.registrant;
  const status = statusCause(survey, record);
  if (status) return status;
  if (record.pending) return updatePending(survey, record, record.pending);
  if (record.nameServers.length === 0) return noNameServers(survey, record);
  if (record.expiresAt <= world.now || record.statuses.includes('autoRenewPeriod'))
    return {
      ...{ verdict: 'act', kind: 'expired', by },
      sentence: `${mustAct(by)} renew ${inCode(domain)} at ${record.registrar} (registrar), before it is suspended: it has expired.`,
    };
  return undefined;
}

function unregistered(survey: Survey): Cause | undefined {
  const { domain, world, hosted } = survey;
  if (isIndustry(survey)) return undefined;
  const name = inCode(domain);
  const registrable = registrableDomain(domain, world.catalogue.tlds);
  if (registrable === undefined) {
    const sentence = `No registry here keeps the suffix of ${name}, so nobody can register it.`;
    return { verdict: 'act', kind: 'unknown-suffix', sentence };
  }
  if (registrable !== domain) return undefined;
  const zone = hosted.length > 0 ? ', and a zone at a DNS host changes nothing about that' : '';
  const sentence = `Whoever wants ${name} has to register it at a registrar first: nobody holds it${zone}.`;
  return { verdict: 'act', kind: 'not-registered', sentence };
}

/** The registry waits for new name servers to answer, and takes no other change before. RFC 5731 §2.3, pendingUpdate. */
function updatePending(
  { domain }: Survey,
  { registrar, registry, registrant: by }: RegistryRecord,
  { nameServers, until }: NonNullable<RegistryRecord['pending']>,
): Cause {
  const name = inCode(domain);
  const sentence = `${mustAct(by)} have ${name} answered by ${namesInCode(nameServers)}, or the change to them withdrawn at ${registrar} (registrar): ${registry} (registry) takes it only when all of them answer, keeps the old name servers until then, and takes no other change before ${formatInstant(until).slice(0, 10)}.`;
  return { verdict: 'act', kind: 'update-pending', by, sentence };
}

/** What the registry's statuses say, and whether the registrar has parked the domain. RFC 5731 §2.3, RFC 3915 §3.1. */
function statusCause({ domain }: Survey, record: RegistryRecord): Cause | undefined {
  const { statuses, registrar, registry, registrant: by, isParked } = record;
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
  if (statuses.includes('clientHold')) {
    const held = `${registrar} has the registry leave ${name} out of its zone (\`clientHold\`)`;
    return { verdict: 'act', kind: 'held-by-registrar', by, sentence: `${must} ${settling(record, name)}: ${held}.` };
  }
  if (!isParked) return undefined;
  const parked = `${registrar} has put name servers of its own, which lead to its page`;
  return { verdict: 'act', kind: 'parked', by, sentence: `${must} ${settling(record, name)}: ${parked}.` };
}

/** What settles the matter for which a registrar suspends a domain; why it does so only the registrar says, unless the term is visibly over. */
function settling({ registrar, statuses, suspensions }: RegistryRecord, name: string): string {
  const [because] = suspensions;
  const at = `${registrar} (registrar)`;
  switch (because) {
    case 'unverified':
      return `verify the contact address of ${name} with ${at}, by the link that was sent there`;
    case 'expired':
      return `renew ${name} at ${at}`;
    case 'unpaid':
      return `pay ${at} for ${name}`;
    case 'abuse':
    case 'court-order':
    case 'dispute':
      return `settle with ${at} the ${SAID[because]} about ${name}`;
    case undefined:
      return statuses.includes('autoRenewPeriod')
        ? `renew ${name} at ${at}`
        : `ask ${at} why ${name} is suspended, and settle that`;
    default:
      return assertNever(because);
  }
}
const SAID = { abuse: 'report of abuse', 'court-order': 'court order', dispute: 'dispute' } as const;

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

/** An address that has to be verified in time does no harm before. ICANN's RAA, specification WHOIS accuracy, §2. */
export function verificationAdvice({ record, domain }: Survey): Cause | undefined {
  if (record?.verifyBy === undefined) return undefined;
  const { registrant: by, registrar, verifyBy } = record;
  const until = formatInstant(verifyBy).slice(0, 16);
  const sentence = `Nothing is wrong, but ${mustAct(by).replace(/^You/, 'you')} verify the contact address of ${inCode(domain)} until ${until} UTC, or ${registrar} (registrar) suspends it.`;
  return { verdict: 'advice', kind: 'unverified-contact', by, sentence };
}
