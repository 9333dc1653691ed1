import type { Judged } from '../../labs/judge.ts';
import type { Context } from '../command.ts';
import { button, heading, notice, type Reply, reply, text } from '../reply.ts';
import { goalWords } from './check-words.ts';
import { needOf, RUNGS, rungWords } from './ladder.ts';
import { judgeLab, type OpenLab } from './open-lab.ts';

/** The next rung for the first check that fails, or the one that is asked for; each costs credit once. */
export async function labHint(context: Context, open: OpenLab, wanted: number | undefined): Promise<Reply> {
  const { store, now } = context;
  const judged = judgeLab(open);
  const failing = judged.find(({ passes }) => !passes);
  if (!failing)
    return notice('All checks hold: there is nothing left to hint at.', [button('How it stands', '/status')]);
  const taken = (await store.labHints(open.run.id)).filter(({ check }) => check === failing.number);
  const highest = Math.max(0, ...taken.map(({ rung }) => rung));
  const rung = wanted ?? Math.min(highest + 1, RUNGS.length);
  if (rung < 1 || rung > RUNGS.length)
    return notice(`There are three hints, 1 to 3, and none is ${rung}.`, next(highest));
  if (rung > highest + 1)
    return notice(`Hints come one after another: hint ${highest + 1} is the next.`, next(highest));
  const need = needOf(context, open, judged, failing);
  const isLost = need.kind === 'way-lost';
  const isNew =
    !isLost && !open.run.finished && (await store.takeLabHint({ run: open.run.id, check: failing.number, rung }, now));
  return reply(
    [
      heading(`Hint ${rung} of ${RUNGS.length}, for check ${failing.number}`),
      text(`${goalWords(failing, open.now)}.`),
      text(rungWords(rung, failing, need, open)),
      ...(isNew && highest === 0 ? [text('Each hint costs a tenth of the credit; 40 of 100 are always left.')] : []),
    ],
    isLost ? lostWays : [...next(Math.max(highest, rung)), ...looks(failing)],
  );
}

const lostWays = [button('Undo', '/undo'), button('Start over', '/reset')];

const next = (highest: number) => (highest < RUNGS.length ? [button('Next hint', `/hint ${highest + 1}`)] : []);

const looks = (failing: Judged) =>
  failing.kind === 'holds' ? [button('Who holds what', '/world')] : [button('How it stands', '/status')];
