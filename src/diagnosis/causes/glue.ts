import type { Name } from '../../dns/name.ts';
import type { Cause } from '../cause.ts';
import { type GlueView, glueViews } from '../findings/glue.ts';
import { delegator, zoneKeeper } from '../keeper.ts';
import { viewAddress, works } from '../server-view.ts';
import { ledTo, type Survey } from '../survey.ts';
import { inCode, list } from '../words.ts';
import { by } from './phrases.ts';

/** Name servers in the domain whose addresses above are missing or old. RFC 1034 §4.2.1, RFC 5732. */
export function glueCause(survey: Survey): Cause | undefined {
  const views = glueViews(survey);
  const missing = views.filter(({ glue }) => glue.length === 0);
  if (missing.length > 0) return missingGlue(survey, missing);
  const stale = views.find(({ glue, own }) => own && own.length > 0 && glue.some((address) => !own.includes(address)));
  return stale && staleGlue(survey, stale);
}

function missingGlue(survey: Survey, missing: readonly GlueView[]): Cause {
  const { must, person, place, isRegistrar } = delegator(survey);
  const each = missing.map(({ name, own = [] }) =>
    own.length > 0 ? `${inCode(name)} with ${addresses(own)}` : `${inCode(name)} with its address`,
  );
  const what = isRegistrar ? `register ${list(each)} as name server ${place}` : `add ${list(each)} ${place}, as glue`;
  const many = missing.length > 1;
  const why = `${many ? 'they are' : 'it is'} named in ${inCode(survey.domain)} itself, so without glue nobody finds ${many ? 'them' : 'it'}`;
  return {
    verdict: 'act',
    kind: 'missing-glue',
    ...by(person),
    sentence: `${must} ${what}: ${why}.`,
  };
}

/** Of two addresses for one server the one counts at which it answers; the other is the one to change. */
function staleGlue(survey: Survey, { name, glue, own = [] }: GlueView): Cause {
  const glueAnswers = ledTo(survey).some((server) => server.name === name && works(server));
  const ownAnswers = own.some((address) => answersAt(survey, name, address));
  if (glueAnswers && !ownAnswers) {
    const { must, person, place } = zoneKeeper(survey);
    const what = `change the address of ${inCode(name)} ${place} to ${addresses(glue)}, which is its glue`;
    const sentence = `${must} ${what}: at ${addresses(own)}, which the zone gives, no such server answers.`;
    return { verdict: 'act', kind: 'stale-glue', ...by(person), sentence };
  }
  const { must, person, place, isRegistrar } = delegator(survey);
  const what = isRegistrar
    ? `change the address with which ${inCode(name)} is registered ${place} to ${addresses(own)}`
    : `change the address of ${inCode(name)} ${place} to ${addresses(own)}`;
  const why = `its glue is still ${addresses(glue)}${glueAnswers ? '' : ', where nobody answers for the zone'}`;
  return {
    verdict: 'act',
    kind: 'stale-glue',
    ...by(person),
    sentence: `${must} ${what}: ${why}.`,
  };
}

const answersAt = ({ world, domain }: Survey, name: Name, address: string): boolean =>
  viewAddress(world, domain, { name, address }).state === 'works';

const addresses = (all: readonly string[]): string => list(all.map((address) => `\`${address}\``));
