import { declare } from '../command.ts';
import { showStatus } from '../labs/show-lab.ts';
import { whichLab } from '../labs/which-lab.ts';

export const status = declare({
  name: 'status',
  summary: 'Say how far your lab is: of each check what was asked, what came, what was expected and why.',
  options: {},
  examples: ['/status'],
  async handle(context) {
    const found = await whichLab(context);
    return found.ok ? showStatus(context, found.value) : found.problem;
  },
});
