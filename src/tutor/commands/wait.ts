import { readUntil } from '../../world/read-until.ts';
import { momentOf } from '../../world/until.ts';
import { actInWorld } from '../act.ts';
import { type Context, declare } from '../command.ts';
import { isComingTo, roleIn } from '../labs/role.ts';
import { button, notice, type Reply, reply, text } from '../reply.ts';
import { shown } from '../shown.ts';
import { agendaBlocks, agendaChoices, type Coming } from '../tell-agenda.ts';
import { whyNoMoment } from '../why-no-moment.ts';
import { clockOf, type OpenWorld, openClock } from '../worlds.ts';

export const wait = declare({
  name: 'wait',
  summary: 'Let time go by: caches run out, fees fall due. Alone: what happens next, and when.',
  options: {
    span: { type: 'duration', about: 'how long' },
    until: { type: 'text', about: 'or until what: `the delegation is fresh`, `it is published`, `next`, `2026-04-01`' },
  },
  examples: ['/wait', '/wait 2d', '/wait until the delegation is fresh', '/wait until 2026-04-01'],
  async handle(context, { span, until }) {
    if (span !== undefined && until !== undefined) return notice(ONE_OF_BOTH, [whatIsNext]);
    if (span === undefined && until === undefined) return whatHappensNext(context, await openClock(context));
    return actInWorld(
      context,
      (open) => (span === undefined ? waitUntil(open, until ?? '') : { kind: 'wait', span }),
      [whatIsNext, button('Who holds what', '/world')],
      openClock,
    );
  },
});

const whatIsNext = button('What happens next', '/wait');
const ONE_OF_BOTH = 'Say how long, as in `/wait 2d`, or until what, as in `/wait until next`; not both.';
const CAN_BE_WAITED_FOR =
  'I can wait until `next`, `it is published`, `the delegation is fresh`, `www.example.com is fresh`, `expiry` or a date such as `2026-04-01`; or for a span, as in `/wait 2d`. `/wait` alone lists what is due.';

async function whatHappensNext(context: Context, open: OpenWorld): Promise<Reply> {
  const role = await roleIn(context, open);
  const isSeen = (coming: Coming) => role === undefined || isComingTo(role, coming);
  return reply(
    [...agendaBlocks(open.world, isSeen), text(clockOf(open))],
    [...agendaChoices(open.world, isSeen), button('Who holds what', '/world')],
  );
}

function waitUntil({ world }: OpenWorld, written: string) {
  const until = readUntil(written);
  if (!until)
    return {
      problem: `Until ${shown(written.replace(/^until\s+/i, ''))} is nothing that I can wait for. ${CAN_BE_WAITED_FOR}`,
    };
  const moment = momentOf(world, until);
  if (moment.kind === 'none') return { problem: whyNoMoment(world, moment.none) };
  return { kind: 'wait', span: moment.at - world.now } as const;
}
