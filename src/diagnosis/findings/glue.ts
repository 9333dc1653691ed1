import type { Name } from '../../dns/name.ts';
import { internetOf } from '../../world/internet.ts';
import { addressesIn, answered, type Exchange, put } from '../exchange.ts';
import { lookedUp } from '../find-parent.ts';
import { type Finding, tagged } from '../finding.ts';
import { needsGlue, works } from '../server-view.ts';
import { ledTo, type Survey } from '../survey.ts';
import { inCode, list } from '../words.ts';
import { zoneAbove } from './basic.ts';

/** A name server in the domain: the addresses above, and those that the zone gives it. */
export interface GlueView {
  readonly name: Name;
  readonly glue: readonly string[];
  /** What the servers of the zone say; absent where none of them could be asked. */
  readonly own?: readonly string[];
  readonly said: readonly Exchange[];
}

/** The delegation's name servers that are in the domain, so that nobody finds them without glue. RFC 1034 §4.2.1. */
export function glueViews(survey: Survey): readonly GlueView[] {
  const { world, domain, delegated, parent } = survey;
  const internet = internetOf(world);
  const asked = workingAddress(survey);
  return delegated
    .filter((name) => needsGlue(name, domain))
    .map((name) => {
      const glue = addressesIn((parent.delegation?.glue ?? []).filter(({ owner }) => owner === name));
      if (!asked) return { name, glue, said: [] };
      const said = (['A', 'AAAA'] as const).map((qtype) => put(internet, asked, { qname: name, qtype }));
      const own = addressesIn(said.flatMap((each) => answered(each, 'A') ?? answered(each, 'AAAA') ?? []));
      return { name, glue, own, said };
    });
}

/** A server that answers for the zone: one to which the delegation leads, or one of a zone at a host. */
function workingAddress(survey: Survey) {
  const led = ledTo(survey).flatMap(({ at }) => at);
  const hosted = survey.hosted.flatMap(({ at }) => at);
  return [...led, ...hosted].find(({ state }) => state === 'works')?.soa.server;
}

/** Addresses above the cut beside those below it: CONSISTENCY05. */
export function* glueFindings(survey: Survey): Generator<Finding> {
  const { parent, delegated } = survey;
  if (!parent.delegation) return;
  const led = ledTo(survey);
  const shown = parent.said.slice(0, 1);
  if (led.every(({ at }) => at.length === 0))
    yield tagged('CS05_NO_NS_ADDR_CHILD', 'No name server of the delegation has an address to be asked at.', shown);
  else if (!led.some(works))
    yield tagged('CS05_CHILD_ZONE_LAME', 'No name server of the delegation answers for the zone.', shown);
  if (parent.isInconsistent)
    yield tagged(
      'CS05_INCONSISTENT_DELEGATION',
      `The servers of ${zoneAbove(survey)} give different delegations.`,
      parent.said,
    );
  const faults = [...glueViews(survey).flatMap((view) => glueFaults(survey, view)), ...outsideFaults(survey)];
  yield* faults;
  if (faults.length === 0 && delegated.length > 0 && led.some(works))
    yield tagged('CS05_NO_MISMATCH_GLUE_ZONE', 'No address above differs from one below.', shown);
}

function glueFaults(survey: Survey, { name, glue, own, said }: GlueView): Finding[] {
  const shown = [...survey.parent.said.slice(0, 1), ...said.slice(0, 1)];
  const above = zoneAbove(survey);
  if (glue.length === 0)
    return [
      tagged('CS05_MISSING_GLUE_FOR_NS', `${above} has no glue for ${inCode(name)}, so nobody can ask it.`, shown),
    ];
  if (own === undefined) return [];
  if (own.length === 0)
    return [tagged('CS05_ID_ADDR_MISSING', `The zone has no address of ${inCode(name)}, which is glue above.`, shown)];
  if (glue.some((address) => !own.includes(address))) {
    const says = `${inCode(name)} has ${addresses(glue)} in ${above}, but ${addresses(own)} in the zone.`;
    return [tagged('CS05_ID_ADDR_MISMATCH', says, shown)];
  }
  const extra = own.filter((address) => !glue.includes(address));
  const says = `The zone gives ${inCode(name)} also ${addresses(extra)}, which is no glue above.`;
  return extra.length > 0 ? [tagged('CS05_EXTRA_ADDR_CHILD', says, shown)] : [];
}

/** Addresses that came along for servers outside the domain, and are others than look-ups find. */
function outsideFaults(survey: Survey): Finding[] {
  const { world, domain, delegated, parent } = survey;
  return delegated.flatMap((name) => {
    const glue = addressesIn((parent.delegation?.glue ?? []).filter(({ owner }) => owner === name));
    if (glue.length === 0 || needsGlue(name, domain)) return [];
    const found = lookedUp(world, name);
    if (glue.every((address) => found.includes(address))) return [];
    const has = found.length === 0 ? 'has no address when it is looked up' : `is ${addresses(found)} when looked up`;
    const says = `${inCode(name)} has ${addresses(glue)} in ${zoneAbove(survey)}, but ${has}.`;
    return [tagged('CS05_OOD_ADDR_MISMATCH', says, parent.said.slice(0, 1))];
  });
}

const addresses = (all: readonly string[]): string => list(all.map((address) => `\`${address}\``));
