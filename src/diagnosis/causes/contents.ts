import type { Cause } from '../cause.ts';
import { type ContentFault, missingWww } from '../contents.ts';
import { zoneKeeper, zoneWords } from '../keeper.ts';
import type { Survey } from '../survey.ts';
import { inCode, list, may, namesInCode } from '../words.ts';
import { by } from './phrases.ts';

/** In this order one is told of first. */
const ORDER: readonly ContentFault['kind'][] = [
  'cname-beside-data',
  'dangling',
  'never-delegated',
  'below-cut',
  'doubled-name',
  'mx-is-alias',
  'mx-without-address',
];

/** What in the zone does not do what it looks like, the worst. */
export function contentsCause(survey: Survey, faults: readonly ContentFault[]): Cause | undefined {
  const [fault] = faults.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  if (!fault) return undefined;
  const { must, person, place } = zoneKeeper(survey);
  const name = inCode(fault.owner);
  switch (fault.kind) {
    case 'cname-beside-data': {
      const sentence = `${must} remove the CNAME of ${name} ${place}, or the ${list(fault.types)} beside it: an alias may have nothing else.`;
      return { verdict: 'act', kind: 'cname-beside-data', ...by(person), sentence };
    }
    case 'dangling': {
      if (fault.view) {
        const { nameServers } = fault.view.hosted;
        const what = `change the NS records of ${name} ${place} to those of the zone ${name} at ${fault.view.hostName}, ${namesInCode(nameServers)}`;
        const sentence = `${must} ${what}: none of those that stand there answers for it.`;
        return { verdict: 'act', kind: 'dangling-delegation', ...by(person), sentence };
      }
      const what = `remove the NS records of ${name} ${place}, or have a zone for it served by ${namesInCode(fault.servers, 'or')}`;
      const sentence = `${must} ${what}: none of these answers for it, so nothing at or below ${name} is found.`;
      return { verdict: 'act', kind: 'dangling-delegation', ...by(person), sentence };
    }
    case 'never-delegated': {
      const { nameServers } = fault.view.hosted;
      const what = `give ${name} ${place} the NS records of ${zoneWords(survey, fault.view)}, ${namesInCode(nameServers)}`;
      const sentence = `${must} ${what}: without them nobody is led there.`;
      return { verdict: 'act', kind: 'undelegated-subdomain', ...by(person), sentence };
    }
    case 'below-cut': {
      const what = `make the ${fault.type} of ${name} in the zone ${inCode(fault.cut)} instead`;
      const sentence = `${must} ${what}: ${place} it is hidden, since that zone delegates ${inCode(fault.cut)}.`;
      return { verdict: 'act', kind: 'hidden-below-cut', ...by(person), sentence };
    }
    case 'doubled-name': {
      const sentence = `${must} enter ${inCode(fault.meant)} in place of ${name} ${place}: as it is, the name ends in the domain twice.`;
      return { verdict: 'act', kind: 'doubled-name', ...by(person), sentence };
    }
    case 'mx-is-alias': {
      const what = `change the MX${fault.owner === survey.domain ? '' : ` of ${name}`} ${place} to a name that has an address itself`;
      const sentence = `${must} ${what}: ${inCode(fault.exchange)} is an alias, which mail servers need not follow.`;
      return { verdict: 'act', kind: 'mail-to-alias', ...by(person), sentence };
    }
    case 'mx-without-address': {
      const what = `give ${inCode(fault.exchange)}, which the MX of ${name} names, an address, or change the MX ${place}`;
      const sentence = `${must} ${what}: mail to ${name} has nowhere to go.`;
      return { verdict: 'act', kind: 'mail-to-nowhere', ...by(person), sentence };
    }
  }
}

/** Nobody has to have a `www`, but most people type it. */
export function wwwAdvice(survey: Survey): Cause | undefined {
  const { domain } = survey;
  const www = missingWww(survey);
  if (!www) return undefined;
  const { person, place } = zoneKeeper(survey);
  const can = person === undefined ? 'whoever keeps the zone can' : may(person);
  const sentence = `Nothing is wrong, but there is no ${inCode(www.question.qname)}, though ${inCode(domain)} has an address: ${can} add it ${place}.`;
  return { verdict: 'advice', kind: 'no-www', ...by(person), sentence };
}
