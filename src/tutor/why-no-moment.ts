import { assertNever } from '../base/result.ts';
import { formatInstant } from '../base/time.ts';
import type { NoMoment } from '../world/until.ts';
import type { World } from '../world/world.ts';
import { inCode } from './names.ts';

/** Why there is nothing to wait for, in a sentence. */
export function whyNoMoment({ now }: World, none: NoMoment): string {
  switch (none.reason) {
    case 'past':
      return `${formatInstant(none.at)} UTC is not to come: it is ${formatInstant(now)} UTC already. Time goes forward only; \`/undo\` takes back a wait.`;
    case 'nothing-due':
      return 'Nothing is due, and no resolver remembers anything of your domains: there is no next thing to wait for.';
    case 'nothing-to-publish':
      return 'Nothing is left to publish: what registries and DNS hosts were told stands on their servers already.';
    case 'delegation-is-fresh':
      return 'No resolver remembers another delegation than the one that the registry publishes: it is fresh already.';
    case 'no-domains':
      return 'Nobody here holds a domain yet. Register one with `/register`.';
    case 'name-is-fresh':
      return `Every resolver that was asked finds for ${inCode(none.name)} what one that remembers nothing would find: it is fresh already.`;
    case 'never-fresh':
      return `Waiting alone does not make ${inCode(none.name)} fresh: some resolver goes on saying something else than one that remembers nothing.`;
    case 'not-registered':
      return `Nobody has registered ${inCode(none.domain)}, so no registry has anything to do for it.`;
    default:
      return assertNever(none);
  }
}
