import { formatInstant } from '../../base/time.ts';
import { type Finding, own } from '../finding.ts';
import type { Memory } from '../memory.ts';

/** What resolvers remember that is no longer so: it goes by itself. */
export function* cacheFindings(memories: readonly Memory[]): Generator<Finding> {
  for (const { resolver, owner, type, what, until } of memories) {
    const says = `The resolver \`@${resolver}\` remembers ${what} until ${formatInstant(until)} UTC, and that is no longer so.`;
    const question = { qname: owner, qtype: type };
    yield own('caches', 'notice', says, [{ kind: 'looked-up', question, resolver, says: `from its cache` }]);
  }
}
