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
    const action = toAction(happening, current, tell);
    const command = action.ok ? commandFor(withoutCode(action.value)) : undefined;
    if (command !== undefined) commands.push(command);
    const then = happen(current, [happening], 'fix');
    if (then.ok) current = then.value;
  }
  return commands;
}

/** Another auth code is issued in every world, so a transfer is shown without. */
const withoutCode = (action: Action): Action =>
  action.kind === 'transfer' && action.code !== undefined ? { ...action, code: SOME_CODE } : action;
