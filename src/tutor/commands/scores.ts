import { assertNever } from '../../base/result.ts';
import { type Context, declare } from '../command.ts';
import { button, notice, type Reply } from '../reply.ts';
import { board } from '../scores/board.ts';
import { ownScores } from '../scores/own-scores.ts';
import { PERIODS } from '../scores/period.ts';
import { SHOWN } from '../settings/settings.ts';
import { learnerSubject } from '../settings/settled.ts';

export const scores = declare({
  name: 'scores',
  summary: 'Show how you do, concept by concept; or the board of the channel or server.',
  options: {
    who: {
      type: 'choice',
      choices: ['me', 'channel', 'server', 'join', 'leave'],
      about: 'whose scores, you unless you say; or whether boards may name you',
    },
    period: {
      type: 'choice',
      choices: PERIODS,
      about: 'boards are of this week, and yours of the last 30 days, unless you say',
    },
    to: { type: 'choice', choices: ['everyone'], about: 'show a board to the whole channel, not to you alone' },
  },
  examples: ['/scores', '/scores channel', '/scores server month', '/scores channel week everyone', '/scores join'],
  async handle(context, { who = 'me', period, to }) {
    switch (who) {
      case 'me':
        return ownScores(context, period);
      case 'channel':
      case 'server':
        return board(context, who, period ?? 'week', to === 'everyone');
      case 'join':
        return setShown(context, true);
      case 'leave':
        return setShown(context, false);
      default:
        return assertNever(who);
    }
  },
});

async function setShown({ store, learner, now, venue }: Context, isShown: boolean): Promise<Reply> {
  await store.setSetting(learnerSubject(learner), SHOWN.name, SHOWN.write(isShown), now);
  const boards = venue.channel === undefined ? [] : [button('Board of the channel', '/scores channel')];
  return isShown
    ? notice('From now on boards, podiums and reveals may name you. `/scores leave` takes it back at any time.', [
        ...boards,
        button('Leave the boards', '/scores leave'),
      ])
    : notice('From now on nothing names you. What was posted before stays as it is.', [
        ...boards,
        button('Join the boards', '/scores join'),
      ]);
}
