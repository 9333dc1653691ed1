import type { Question } from '../../dns/message.ts';
import { isOfType, type RRset, typeOf } from '../../dns/record.ts';
import { rrsetsOf } from '../../dns/zone/zone.ts';
import { ask, FRESH_RESOLVER } from '../../world/ask.ts';
import { insideId } from '../../world/inside-resolver.ts';
import type { World } from '../../world/world.ts';
import type { Cause } from '../cause.ts';
import type { HostedView } from '../hosted-view.ts';
import { keeperOf, zoneKeeper, zoneWords } from '../keeper.ts';
import type { Survey } from '../survey.ts';
import { inCode, may } from '../words.ts';
import { zoneInUse } from '../zone-in-use.ts';
import { by, sentenceStart } from './phrases.ts';

/** Sets asked after in one zone; a larger one is looked at in part. */
const MOST_SETS = 100;

/**
 * A private zone of the name keeps from its network what everybody else finds, or has lately been given what nobody else
 * finds. Either may be meant, so it is no more than advice.
 */
export function privateZoneAdvice(survey: Survey): Cause | undefined {
  const inUse = zoneInUse(survey);
  if (!inUse) return undefined;
  const views = survey.hosted.filter(({ isPrivate }) => isPrivate);
  for (const view of views) {
    const hidden = firstHidden(survey.world, inUse, view);
    if (hidden) return hiddenInside(survey, view, hidden);
  }
  for (const view of views.filter(({ changedAt }) => changedAt > inUse.changedAt)) {
    const lone = lastAdded(survey.world, view);
    if (lone && !isFound(survey.world, lone, FRESH_RESOLVER)) return addedInside(survey, view, inUse, lone);
  }
  return undefined;
}

interface HiddenInside {
  readonly question: Question;
  readonly network: string;
}

/** The first set of the zone in use that is not found inside a network of a private one. */
function firstHidden(
  world: World,
  inUse: HostedView,
  { hosted: { networks = [] } }: HostedView,
): HiddenInside | undefined {
  const questions = rrsetsOf(inUse.hosted.zone).filter(isOfOwner).slice(0, MOST_SETS).map(questionOf);
  for (const network of networks) {
    const question = questions.find(
      (each) => isFound(world, each, FRESH_RESOLVER) && !isFound(world, each, insideId(network)),
    );
    if (question) return { question, network };
  }
  return undefined;
}

/** What was last put into a zone, if its owner put it there. */
function lastAdded({ history }: World, { hosted: { id } }: HostedView): Question | undefined {
  const last = history.findLast((event) => event.kind === 'rrset-put' && event.id === id);
  return last?.kind === 'rrset-put' && isOfOwner(last.rrset) ? questionOf(last.rrset) : undefined;
}

/** Not what every zone has, nor what leads out of it. */
const isOfOwner = (set: RRset): boolean => !isOfType(set, 'SOA') && !isOfType(set, 'NS');
const questionOf = (set: RRset): Question => ({ qname: set.owner, qtype: typeOf(set) });
const isFound = (world: World, question: Question, resolver: string): boolean =>
  ask(world, question, resolver).outcome === 'answer';

function hiddenInside(survey: Survey, view: HostedView, { question: { qname, qtype }, network }: HiddenInside): Cause {
  const { domain } = survey;
  const { person } = keeperOf(domain, view);
  const sentence = `Nothing is wrong outside, but inside the network \`${network}\` there is no ${qtype} of ${inCode(qname)}: ${privately(survey, view)} answers there for ${inCode(domain)} and all below it, in place of the public one. ${canAdd(person)} it in the private zone too.`;
  return { verdict: 'advice', kind: 'hidden-inside', ...by(person), sentence };
}

function addedInside(survey: Survey, view: HostedView, inUse: HostedView, { qname, qtype }: Question): Cause {
  const { person } = zoneKeeper(survey);
  const sentence = `Nothing is wrong, but the ${qtype} of ${inCode(qname)} is found inside a network alone: it was added to ${privately(survey, view)}. If it is meant for everybody, ${may(person ?? 'its owner')} add it to ${zoneWords(survey, inUse)}.`;
  return { verdict: 'advice', kind: 'added-inside', ...by(person), sentence };
}

const privately = (survey: Survey, view: HostedView): string =>
  `the private ${zoneWords(survey, view).replace(/^the /, '')}`;
const canAdd = (person: string | undefined): string => `${sentenceStart(may(person ?? 'its owner'))} add`;
