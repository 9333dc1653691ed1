import { localDate } from '../../base/local-time.ts';
import { SECOND } from '../../base/time.ts';
import type { Zone } from '../../base/zone.ts';
import type { Context } from '../command.ts';
import { counted } from '../names.ts';
import { button, notice, type Reply, reply } from '../reply.ts';
import { TIME_ZONE } from '../settings/settings.ts';
import { serverSubject, settled } from '../settings/settled.ts';
import type { GroupResponse } from '../store/group.ts';
import type { Asked } from './asked.ts';
import { csv } from './csv.ts';
import { statisticsOf } from './items.ts';

/** So many responses to a file: where a platform shows files as text, more would bury the rest. */
const PAGE = 1000;

/** The responses one by one, as a file. Learners have numbers, and what they typed is left out. */
export async function exportResponses(context: Context, asked: Asked, page: number): Promise<Reply> {
  const { store, account, now } = context;
  const { concept, period, reckoning } = asked;
  if (page < 1) return notice('Files count from 1: `/group export responses page=1`.');
  const after = (page - 1) * PAGE;
  const which = { ...(concept !== undefined && { concept }), after, most: PAGE };
  const responses = await store.groupResponses(account, reckoning.within, which);
  if (responses.length === 0) return notice(`There is no file ${page}: all responses are in those before it.`);
  const zone = (await settled(store, serverSubject(account))).value(TIME_ZONE);
  const about = concept === undefined ? '' : ` concept=${concept}`;
  return reply(
    [
      {
        kind: 'file',
        name: `responses-${localDate(zone, now)}-${page}.csv`,
        description: `${counted(responses.length, 'response')} from here, ${reckoning.said}; the first is number ${after + 1}. A learner's number is the same in all files of this server, and means nothing in another. What was typed is left out; letters are as the question was put to that learner.`,
        text: csv([COLUMNS, ...responses.map((response) => rowOf(response, zone))]),
      },
    ],
    responses.length < PAGE
      ? [button('Questions as a file', `/group export items ${period}${about}`)]
      : [button('The next file', `/group export responses ${period}${about} page=${page + 1}`)],
  );
}

const COLUMNS = [
  ...['learner', 'item', 'concept', 'response', 'verdict', 'score', 'misconceptions', 'hints', 'origin', 'date'],
] as const;

const rowOf = (response: GroupResponse, zone: Zone) => [
  ...[response.member, response.item, response.concept, lettersOf(response.response), response.verdict],
  ...[Number(response.score.toFixed(2)), response.misconceptions.join(' '), response.hints, response.origin],
  localDate(zone, response.at),
];

/** Letters that stand apart, and nothing else, lest it be a name. */
const lettersOf = (response: string): string =>
  /^[a-h](?:[\s,;]+[a-h])*$/i.test(response.trim()) ? (response.toUpperCase().match(/[A-H]/g)?.join(' ') ?? '') : '';

/** The statistics of the items, as a file. */
export async function exportItems(context: Context, asked: Asked): Promise<Reply> {
  const { store, account, now } = context;
  const zone = (await settled(store, serverSubject(account))).value(TIME_ZONE);
  const rows = (await statisticsOf(context, asked)).map((item) => [
    ...[item.item, item.version ?? '', item.concept, item.learners, item.responses, rounded(item.facility)],
    ...[
      item.discrimination === undefined ? '' : rounded(item.discrimination),
      item.tempting?.misconception ?? '',
      ...[item.time === undefined ? '' : Math.round(item.time / SECOND), item.reports, item.open],
      item.flag ?? '',
    ],
  ]);
  const columns = [
    ...['item', 'version', 'concept', 'learners', 'responses', 'facility', 'discrimination', 'most tempting'],
    ...['median seconds', 'reports', 'open reports', 'flag'],
  ];
  return reply([
    {
      kind: 'file',
      name: `questions-${localDate(zone, now)}.csv`,
      description: `Statistics of ${counted(rows.length, 'question')}, ${asked.reckoning.said}. Those that fewer than three learners responded to are left out.`,
      text: csv([columns, ...rows]),
    },
  ]);
}

/** A number, so that one below 0 is not taken for a formula. */
const rounded = (value: number): number => Number(value.toFixed(3));
