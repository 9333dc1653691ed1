import { formatInstant } from '../../base/time.ts';
import { displayName, type Name } from '../../dns/name.ts';
import { registrableDomain } from '../../registration/registry.ts';
import { type Finding, type Level, own, told } from '../finding.ts';
import type { RegistryRecord } from '../registry-record.ts';
import type { Survey } from '../survey.ts';
import { inCode, list, namesInCode } from '../words.ts';
import { without } from './delegation.ts';

/** What a status does to those who look a name up; statuses that only forbid changes are not among them. RFC 5731 §2.3, RFC 3915 §3.1. */
const WEIGHTS: Readonly<Record<string, readonly [level: Level, says: string]>> = {
  clientHold: ['critical', 'the registrar has it held: it is left out of the zone above'],
  serverHold: ['critical', 'the registry holds it: it is left out of the zone above'],
  redemptionPeriod: ['critical', 'it was deleted, and can still be restored'],
  pendingDelete: ['critical', 'it was deleted'],
  inactive: ['critical', 'it has no name servers'],
  pendingTransfer: ['notice', 'it is on its way to another registrar'],
  autoRenewPeriod: ['error', 'its term is over, nobody has renewed it, and the registrar may still give it back'],
  pendingUpdate: ['notice', 'a change is being worked on'],
};

/** What the registry's record says that matters for look-ups. A sound record gives nothing. */
export function* registryFindings(survey: Survey): Generator<Finding> {
  const { world, domain, record } = survey;
  if (world.own) return;
  if (!record) {
    if (registrableDomain(domain, world.catalogue.tlds) === domain && !isIndustry(survey))
      yield own('registry', 'critical', `Nobody has registered ${inCode(domain)}.`, [
        told('whois', 'no such registration'),
      ]);
    return;
  }
  for (const status of record.statuses) {
    const [level, says] = WEIGHTS[status] ?? [];
    if (level) yield own('registry', level, `${record.registry} shows \`${status}\`: ${says}.`, [statusLine(record)]);
  }
  if (record.isParked)
    yield own('registry', 'critical', `The name servers are those on which ${record.registrar} parks domains.`, [
      told('whois', `name servers: ${namesOf(record.nameServers)}`),
    ]);
  for (const because of record.suspensions)
    yield own('registry', 'notice', `${record.registrar} says why it is suspended: ${because.replace('-', ' ')}.`, [
      told(record.registrar, because.replace('-', ' ')),
    ]);
  if (record.verifyBy !== undefined)
    yield own(
      'registry',
      'notice',
      `The contact address is not verified; the time for that ends ${dayOf(record.verifyBy)}.`,
      [told(record.registrar, `to be verified until ${dayOf(record.verifyBy)}`)],
    );
  if (record.expiresAt <= world.now)
    yield own('registry', 'error', `The registration expired on ${dayOf(record.expiresAt)}.`, [
      told('whois', `expires ${dayOf(record.expiresAt)}`),
    ]);
  yield* unpublished(survey, record);
}

/** What the registry has on record and not yet, or no longer, in its zone. */
function* unpublished({ delegated, domain, parent }: Survey, record: RegistryRecord): Generator<Finding> {
  const missing = without(record.nameServers, delegated);
  const left = without(delegated, record.nameServers);
  if (missing.length + left.length === 0 || isLeftOut(record)) return;
  const parts = [
    ...(missing.length > 0 ? [`not yet ${namesInCode(missing)}`] : []),
    ...(left.length > 0 ? [`still ${namesInCode(left)}`] : []),
  ];
  const says = `The zone \`${parent.zone.slice(0, -1)}\` has ${list(parts)} for ${inCode(domain)}: the registry publishes in intervals.`;
  yield own('registry', 'notice', says, [
    told('whois', `name servers: ${namesOf(record.nameServers) || 'none'}`),
    ...parent.said.slice(0, 1).map((exchange) => ({ kind: 'asked', exchange }) as const),
  ]);
}

/** Whether the registry leaves a domain out of its zone whatever name servers it has on record. */
export const isLeftOut = ({ statuses }: RegistryRecord): boolean =>
  ['clientHold', 'serverHold', 'redemptionPeriod', 'pendingDelete'].some((status) => statuses.includes(status));

/** Whether the domain is one of the industry's own, which stand without any registration. */
export const isIndustry = ({ parent, record }: Survey): boolean => !record && parent.delegation !== undefined;

const namesOf = (servers: readonly Name[]): string => servers.map(displayName).join(', ');
const statusLine = ({ statuses }: RegistryRecord) => told('whois', `status: ${statuses.join(', ')}`);
const dayOf = (at: RegistryRecord['expiresAt']): string => formatInstant(at).slice(0, 10);
