import { declare } from '../command.ts';
import { showGoal } from '../labs/show-lab.ts';
import { whichLab } from '../labs/which-lab.ts';

export const goal = declare({
  name: 'goal',
  summary: 'Say what is to be reached in the lab you are in.',
  options: {},
  examples: ['/goal'],
  async handle(context) {
    const found = await whichLab(context);
    return found.ok ? showGoal(found.value) : found.problem;
  },
});
