import { ROOT } from '../../dns/name.ts';
import { formatRdata } from '../../dns/rdata/text.ts';
import { isOfType } from '../../dns/record.ts';
import { ask, FRESH_RESOLVER } from '../../world/ask.ts';
import { internetOf } from '../../world/internet.ts';
import { type ContentFault, missingWww } from '../contents.ts';
import { answered, type Exchange, put } from '../exchange.ts';
import { asked, type Finding, own, tagged } from '../finding.ts';
import { ledTo, type Survey } from '../survey.ts';
import { inCode, list, namesInCode } from '../words.ts';
import { firstOfEach } from './consistency.ts';

/** What is in the zone: ZONE07 to 09, and what no test of Zonemaster looks at. */
export function* zoneFindings(survey: Survey, faults: readonly ContentFault[]): Generator<Finding> {
  for (const fault of faults) yield faultFinding(survey, fault);
  const www = missingWww(survey);
  if (www) yield own('zone contents', 'notice', `There is no ${inCode(www.question.qname)}.`, asked([www]));
  yield* firstServer(survey);
  yield* mailExchange(survey);
}

function faultFinding({ domain }: Survey, fault: ContentFault): Finding {
  const name = inCode(fault.owner);
  switch (fault.kind) {
    case 'cname-beside-data': {
      const says = `${name} has a CNAME beside ${list(fault.types)}: an alias may have nothing else.`;
      return own('zone contents', 'error', says, asked([fault.said]));
    }
    case 'mx-is-alias':
      return tagged('MX_RECORD_IS_CNAME', `The MX of ${name} names ${inCode(fault.exchange)}, which is an alias.`, [
        fault.said,
      ]);
    case 'mx-without-address': {
      const says = `The MX of ${name} names ${inCode(fault.exchange)}, which has no address.`;
      return own('zone contents', 'error', says, asked([fault.said]));
    }
    case 'dangling': {
      const says = `The zone delegates ${name} to ${namesInCode(fault.servers)}, and none of them answers for it.`;
      return own('zone contents', 'error', says, asked(fault.said));
    }
    case 'below-cut': {
      const says = `The zone has ${fault.type} at ${name}, and delegates ${inCode(fault.cut)}: nobody finds what it has there.`;
      return own('zone contents', 'warning', says, asked([fault.said]));
    }
    case 'doubled-name': {
      const says = `${name} ends in the domain twice: ${inCode(fault.meant)} may be meant.`;
      return own('zone contents', 'warning', says, asked([fault.said]));
    }
    case 'never-delegated': {
      const { hostName, hosted, at } = fault.view;
      const says = `There is a zone ${name} at ${hostName} (${hosted.id}), but the zone ${inCode(domain)} leads nobody there.`;
      return own('other zones', 'error', says, asked([fault.said, ...at.slice(0, 1).map(({ soa }) => soa)]));
    }
  }
}

function* firstServer(survey: Survey): Generator<Finding> {
  const said = working(survey)
    .flatMap(({ soa }) => (answered(soa, 'SOA') ? [soa] : []))
    .slice(0, 1);
  for (const exchange of said) {
    for (const { mname } of answered(exchange, 'SOA')?.rdata.slice(0, 1) ?? []) {
      const found = ask(survey.world, { qname: mname, qtype: 'A' }, FRESH_RESOLVER).answer;
      if (found.some((set) => set.owner === mname && isOfType(set, 'CNAME')))
        yield tagged('MNAME_IS_CNAME', `The first server in the SOA, ${inCode(mname)}, is an alias.`, [exchange]);
    }
  }
}

/** Whether mail to the domain has somewhere to go, and the same at every server. */
function* mailExchange(survey: Survey): Generator<Finding> {
  const internet = internetOf(survey.world);
  const said = working(survey).map(({ soa: { server } }) =>
    put(internet, server, { qname: survey.domain, qtype: 'MX' }),
  );
  const different = firstOfEach(said, mailText);
  if (different.length > 1)
    yield different.some((exchange) => mailText(exchange) === '')
      ? tagged('Z09_INCONSISTENT_MX', 'Some servers have an MX of the domain, others have none.', different)
      : tagged('Z09_INCONSISTENT_MX_DATA', 'The servers have different MX records of the domain.', different);
  else if (takesMail(survey) && said.length > 0 && said.every((exchange) => mailText(exchange) === ''))
    yield tagged('Z09_MISSING_MAIL_EXCHANGE', 'The zone has no MX at its top.', said.slice(0, 1));
}

/** Whether a zone is one that people write to: not the root's or a suffix's. Zonemaster's ZONE09. */
const takesMail = ({ domain, world, parent }: Survey): boolean =>
  parent.zone !== ROOT && domain !== ROOT && !world.catalogue.tlds.has(domain);

const mailText = (exchange: Exchange): string =>
  answered(exchange, 'MX')?.rdata.map(formatRdata).toSorted().join() ?? '';

const working = (survey: Survey) =>
  ledTo(survey)
    .flatMap(({ at }) => at)
    .filter(({ state }) => state === 'works');
