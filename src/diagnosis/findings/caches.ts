import { formatInstant } from '../../base/time.ts';
import { type Evidence, type Finding, own, told } from '../finding.ts';
import type { Memory } from '../memory.ts';

/** What resolvers remember that is no longer so: it goes by itself. */
export function* cacheFindings(memories: readonly Memory[]): Generator<Finding> {
  for (const { resolver, owner, type, what, until, isDelegation } of memories) {
    const says = `The resolver \`@${resolver}\` remembers ${what} until ${formatInstant(until)} UTC, and that is no longer so.`;
    const question = { qname: owner, qtype: type };
    // Asking for them would ask those servers, and make it remember more.
    const evidence: Evidence = isDelegation
      ? told(`@${resolver}`, what)
      : { kind: 'looked-up', question, resolver, says: what };
    yield own('caches', 'notice', says, [evidence]);
  }
}
