import { recipeOf } from '../items/item-entry.ts';
import type { Fault } from './fault.ts';
import type { FaultEntry } from './fault-schema.ts';
import type { Lab, LabStart } from './lab.ts';
import type { LabEntry } from './lab-schema.ts';

/** The fault that an entry describes. */
export function faultOf(entry: FaultEntry, pack: string): Fault {
  const { 'wrong-fix': wrongFix, 'right-fix': rightFix, 'agreed-after': agreedAfter, 'agree-on': agreeOn } = entry;
  const { id, family, title, setup, warm, cause, acts, symptoms, found } = entry;
  return {
    ...{ id, pack, family, title, setup, warm, cause, acts, symptoms, found, wrongFix, rightFix, agreedAfter },
    scenario: recipeOf(entry.scenario),
    agreeOn: { lookUp: agreeOn.ask, expect: agreeOn.expect },
  };
}

/** The lab that an entry describes; what `load-labs.ts` refuses is left out of it. */
export function labOf(entry: LabEntry, pack: string): Lab {
  const { id, title, about, concepts, requires, story, goal, wrong, roles, sources, solution, steps } = entry;
  const [main = '', ...others] = concepts;
  return {
    ...{ id, pack, title, about, requires, story, goal, wrong, roles, sources },
    concepts: [main, ...others],
    start: startOf(entry),
    ...(solution ? { solution } : {}),
    ...(steps === undefined ? {} : { steps }),
  };
}

function startOf({ fault, scenario, setup = [], warm = ['{www} A'], cause = [] }: LabEntry): LabStart {
  if (typeof fault === 'string') return { kind: 'fault', fault };
  if (fault !== undefined) return { kind: 'family', ...fault };
  return { kind: 'own', scenario: recipeOf(scenario ?? { architecture: 'both' }), setup, warm, cause };
}
