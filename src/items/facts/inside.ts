import { isOfType } from '../../dns/record.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { ask } from '../../world/ask.ts';
import { insideId, USUAL_NETWORK } from '../../world/inside-resolver.ts';
import { readQuestion } from '../arguments.ts';
import type { Arguments, Fact } from '../fact.ts';
import { outcomeOf } from './lookups.ts';

/** Facts about look-ups from inside the network whose private zones are seen there. */
export const INSIDE_FACTS: Readonly<Record<string, Fact>> = {
  'inside-outcome': {
    type: 'outcome',
    about: 'what a look-up comes to inside the network of the private zones',
    args: { name: 'name', type: 'rr-type' },
    compute: (scenario, args) => {
      const reply = askInside(scenario, args);
      return 'problem' in reply ? reply : { type: 'outcome', outcome: outcomeOf(reply) };
    },
  },
  'inside-address': {
    type: 'address',
    about: 'the one address that a look-up gives inside that network',
    args: { name: 'name', type: 'rr-type' },
    compute: (scenario, args) => {
      const reply = askInside(scenario, args);
      if ('problem' in reply) return reply;
      const [address, ...more] = reply.answer
        .filter((set) => isOfType(set, 'A'))
        .flatMap((set) => set.rdata.map((data) => data.address));
      return address !== undefined && more.length === 0
        ? { type: 'address', address }
        : { problem: 'the look-up gives no address, or several' };
    },
  },
};

function askInside({ world }: Scenario, args: Arguments) {
  const question = readQuestion(args);
  if ('problem' in question) return question;
  return { aa: false, additional: [], ...ask(world, question, insideId(USUAL_NETWORK)) };
}
