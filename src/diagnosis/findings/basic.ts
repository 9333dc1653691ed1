import { displayName } from '../../dns/name.ts';
import { type Exchange, saidIn } from '../exchange.ts';
import { type Finding, tagged } from '../finding.ts';
import { type AddressView, works } from '../server-view.ts';
import { ledTo, type Survey } from '../survey.ts';
import { inCode, namesInCode } from '../words.ts';

/** Whether the domain is delegated, and whether a server answers for it: BASIC01, BASIC02, CONNECTIVITY01, NAMESERVER06. */
export function* basicFindings(survey: Survey): Generator<Finding> {
  const { domain, parent } = survey;
  const name = inCode(domain);
  if (parent.isInconsistent)
    yield tagged(
      'B01_INCONSISTENT_DELEGATION',
      `The servers of ${zoneAbove(survey)} do not agree on ${name}.`,
      parent.said,
    );
  if (!parent.delegation) {
    const says = `The servers of ${zoneAbove(survey)} delegate ${name} to nobody.`;
    yield tagged('B02_NO_DELEGATION', says, parent.said.slice(0, 1));
    return;
  }
  yield tagged('B01_CHILD_FOUND', `${zoneAbove(survey)} delegates ${name}.`, parent.said.slice(0, 1));
  const led = ledTo(survey);
  const working = led.filter(works);
  if (working.length > 0) {
    const says = `${namesInCode(working.map((server) => server.name))} answer with authority.`;
    yield tagged(
      'B02_AUTH_RESPONSE_SOA',
      says,
      working.flatMap(({ at }) => at.slice(0, 1).map(({ soa }) => soa)),
    );
  } else yield tagged('B02_NO_WORKING_NS', `No name server of ${name} answers for it.`, parent.said.slice(0, 1));
  yield* serverFindings(survey, working.length > 0);
}

/** What is wrong with single servers: CONNECTIVITY01 tells it where others answer, BASIC02 where none does. */
function* serverFindings(survey: Survey, someWork: boolean): Generator<Finding> {
  for (const { name, at, unresolved } of survey.servers) {
    if (unresolved) yield cannotBeResolved(survey, name, unresolved, someWork);
    for (const view of at) if (view.state !== 'works') yield brokenServer(survey, view, someWork);
  }
  const led = ledTo(survey);
  if (led.length > 0 && led.every(({ unresolved }) => unresolved))
    yield { ...tagged('NO_RESOLUTION', 'None of the name servers has an address.'), evidence: led.flatMap(evidenceOf) };
}

const evidenceOf = ({ unresolved }: Survey['servers'][number]) => (unresolved ? [unresolved] : []);

function cannotBeResolved(
  { delegated }: Survey,
  name: Survey['domain'],
  unresolved: Finding['evidence'][number],
  someWork: boolean,
): Finding {
  const isLed = delegated.includes(name);
  const tag = isLed && !someWork ? 'B02_NS_NO_IP_ADDR' : 'CAN_NOT_BE_RESOLVED';
  const whose = isLed ? '' : ', which the zone names itself,';
  return { ...tagged(tag, `The name server ${inCode(name)}${whose} has no address.`), evidence: [unresolved] };
}

function brokenServer({ domain }: Survey, { soa, state }: AddressView, someWork: boolean): Finding {
  const who = `${inCode(soa.server.name)}`;
  const zone = inCode(domain);
  switch (state) {
    case 'silent':
      return tagged(someWork ? 'CN01_NO_RESPONSE_UDP' : 'B02_NS_NO_RESPONSE', `${who} does not reply.`, [soa]);
    case 'not-authoritative': {
      const says = `${who} answers, but without authority for ${zone}.`;
      return tagged(someWork ? 'CN01_SOA_RECORD_NOT_AA_UDP' : 'B02_NS_NOT_AUTH', says, [soa]);
    }
    case 'no-soa':
      return tagged(
        someWork ? 'CN01_MISSING_SOA_RECORD_UDP' : 'B02_NS_BROKEN',
        `${who} has no zone ${zone}: ${saidIn(soa)}.`,
        [soa],
      );
    case 'unexpected-code':
    case 'works': {
      const tag = someWork ? 'CN01_UNEXPECTED_RCODE_SOA_QUERY_UDP' : 'B02_UNEXPECTED_RCODE';
      return tagged(tag, `${who} has no zone ${zone}: it says ${codeOf(soa)}.`, [soa]);
    }
  }
}

const codeOf = ({ response }: Exchange): string => (response === 'timeout' ? 'nothing' : response.rcode);

/** The zone above, as one says it. */
export const zoneAbove = ({ parent }: Survey): string =>
  parent.zone === '.' ? 'the root' : `\`${displayName(parent.zone)}\``;
