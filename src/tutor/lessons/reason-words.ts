import { assertNever } from '../../base/result.ts';
import { parentOf, ROOT } from '../../dns/name.ts';
import type { Reason } from '../../lessons/reason.ts';
import { inCode } from '../names.ts';

/** The rule behind what came, in a sentence or two, and where it stands. */
export function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'alias':
      return `${inCode(reason.owner)} is an alias: whatever it is asked for, its CNAME record says to look at ${inCode(reason.target)} instead (RFC 1034 §3.6.2).`;
    case 'dname':
      return `The DNAME record at ${inCode(reason.owner)} moves every name below it to below ${inCode(reason.target)}, each by a CNAME made for the occasion (RFC 6672 §3.1).`;
    case 'wildcard':
      return `There is no such name, so the wildcard ${inCode(reason.source)} stands for it (RFC 4592 §3.3.1).`;
    case 'wildcard-without-type':
      return `The wildcard ${inCode(reason.source)} stands for the name, and has no record of that type: that is no data, not NXDOMAIN (RFC 4592 §2.2.1).`;
    case 'wildcard-blocked':
      return `There is no such name. The wildcard ${inCode(reason.wildcard)} does not reach it, since ${inCode(reason.encloser)} exists, and a wildcard stands only for what lies outside of names that do (RFC 4592 §3.3.1).`;
    case 'empty-non-terminal':
      return `The name is there though it has no record of any type, because ${inCode(reason.below)} lies below it: an empty non-terminal (RFC 8020 §2).`;
    case 'cut': {
      const zone = reason.origin === ROOT ? 'the root zone' : `the zone ${inCode(reason.origin)}`;
      const child = parentOf(reason.cut) === undefined ? 'the root' : inCode(reason.cut);
      return `It has ${zone}, in which NS records hand ${child} to other name servers: it refers to them, and answers for nothing there (RFC 1034 §4.3.2).`;
    }
    default:
      return assertNever(reason);
  }
}
