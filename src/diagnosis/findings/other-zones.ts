import { saidIn } from '../exchange.ts';
import { asked, type Finding, own } from '../finding.ts';
import type { OtherZone } from '../other-zones.ts';
import type { Survey } from '../survey.ts';
import { inCode } from '../words.ts';

/** Zones of the name that nobody is led to: left from before, made for later, or edited in vain. */
export function* otherZoneFindings({ domain, hosted }: Survey, others: readonly OtherZone[]): Generator<Finding> {
  for (const { view, difference: first, missing, isWorkedOn } of others) {
    const at = `${view.hostName} (${view.hosted.id})`;
    const level = (first && isWorkedOn) || missing ? 'warning' : 'notice';
    const difference = missing ?? first;
    const what = difference
      ? `: for \`${difference.inUse.question.qname.slice(0, -1)} ${difference.inUse.question.qtype}\` it has ${saidIn(difference.other)}, the one in use ${saidIn(difference.inUse)}`
      : ', with the same records as the one in use';
    const evidence = difference
      ? asked([difference.other, difference.inUse])
      : asked(view.at.slice(0, 1).map(({ soa }) => soa));
    yield own(
      'other zones',
      level,
      `Another zone ${inCode(domain)} is at ${at}, and nobody is led to it${what}.`,
      evidence,
    );
  }
  for (const { isPrivate, hostName, hosted: zone } of hosted)
    if (isPrivate)
      yield own(
        'other zones',
        'info',
        `A private zone ${inCode(domain)} is at ${hostName} (${zone.id}): it counts only in its network.`,
        [],
      );
}
