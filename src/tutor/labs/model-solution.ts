import { tell } from '../../items/expression.ts';
import { type Happening, toAction } from '../../items/happening.ts';
import { happen } from '../../labs/begin.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Action } from '../../world/action.ts';
import { commandFor } from '../command-for.ts';

/** What stands for an auth code, which nobody knows before it is issued. */
export const SOME_CODE = 'CODE';

/** Happenings as the commands that a learner would type, one after another from a scenario on. */
export function commandsFor(happenings: readonly Happening[], scenario: Scenario): readonly string[] {
  const commands: string[] = [];
  let current = scenario;
  for (const happening of happenings) {
    const command = commandOf(happening, current);
    if (command !== undefined) commands.push(command);
    const then = happen(current, [happening], 'fix');
    if (then.ok) current = then.value;
  }
  return commands;
}

function commandOf(happening: Happening, scenario: Scenario): string | undefined {
  const action = toAction(happening, scenario, tell);
  if (!action.ok) return undefined;
  const until = happening.do === 'wait-until' ? tell(happening.with, scenario) : undefined;
  return until?.ok ? `/wait until ${until.value}` : commandFor(withoutCode(action.value));
}

/** Another auth code is issued in every world, so a transfer is shown without. */
const withoutCode = (action: Action): Action =>
  action.kind === 'transfer' && action.code !== undefined ? { ...action, code: SOME_CODE } : action;
