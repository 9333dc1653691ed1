import { parseDuration } from '../../base/time.ts';
import { declare } from '../command.ts';
import { readRef } from '../numbered-ref.ts';
import { notice } from '../reply.ts';
import { HOST_ACTIONS, hostRound } from '../rounds/host-round.ts';
import { startRound } from '../rounds/start-round.ts';
import { tellTeam } from '../rounds/tell-team.ts';
import { MOST_QUESTIONS } from '../settings/round-settings.ts';
import { shown } from '../shown.ts';

export const round = declare({
  name: 'round',
  summary: 'Put questions to the whole channel, with private responses and one reveal each.',
  options: {
    action: {
      type: 'choice',
      choices: ['start', ...HOST_ACTIONS, 'team'],
      about: 'what to do; `next` reveals what is open, or puts the next question',
      required: true,
    },
    concepts: {
      type: 'list',
      list: 'concepts',
      about: 'what the questions are about, with commas between; all concepts unless you say',
    },
    questions: { type: 'integer', about: `how many questions, 1 to ${MOST_QUESTIONS}` },
    pace: { type: 'word', about: '`host`, or how long a question is open, as `45s`; to extend: how much longer' },
    teams: { type: 'integer', about: 'how many teams, 2 to 6; none unless you say' },
    open: {
      type: 'duration',
      about: 'leaves all questions open for 1 hour to 3 days, as `24h`, and then reveals them',
    },
    round: {
      type: 'presentation',
      about: 'which round, as its buttons have it; the one that runs here unless you say',
    },
  },
  examples: ['/round start', '/round start questions=3 pace=45s', '/round start open=24h', '/round next', '/round end'],
  async handle(context, { action, pace, round: written, ...wanted }) {
    if (action === 'start') return startRound(context, { pace, ...wanted });
    const ref = written === undefined ? undefined : readRef(written);
    if (action === 'team') return tellTeam(context, ref);
    const span = pace === undefined ? undefined : parseDuration(pace);
    if (span && !span.ok) return notice(`${shown(pace ?? '')} is no span of time. Type one such as \`30s\` or \`1h\`.`);
    return hostRound(context, action, ref, span?.value);
  },
});
