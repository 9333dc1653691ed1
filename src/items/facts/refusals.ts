import { seededRng } from '../../base/random.ts';
import { decide } from '../../world/action.ts';
import type { Fact } from '../fact.ts';
import { HAPPENINGS, toAction } from '../happening.ts';

/** Facts about what a party would not do now. */
export const REFUSAL_FACTS: Readonly<Record<string, Fact>> = {
  'is-refused': {
    type: 'truth',
    about:
      'whether something that the registrant asks for now, written as it happens (`transfer {domain} {gaining}`), is refused for a reason',
    args: { what: 'happening', because: 'reason' },
    compute: (scenario, { what: written = '', because = '' }) => {
      const [word = '', ...rest] = written.split(' ');
      const known = HAPPENINGS.find((each) => each === word);
      if (!known) return { problem: `\`${word}\` is nothing that happens` };
      const action = toAction({ do: known, with: rest.join(' ') }, scenario);
      if (!action.ok) return { problem: action.problem };
      const { world, cast, recipe } = scenario;
      const decision = decide(world, cast.registrant, action.value, seededRng(recipe.seed));
      return { type: 'truth', truth: decision.kind === 'refused' && decision.refusal.reason === because };
    },
  },
};
