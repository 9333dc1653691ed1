import { type ItemFlag, type ItemStatistics, itemStatistics } from '../../learning/item-statistics.ts';
import { type Content, type Context, titleOf } from '../command.ts';
import { counted } from '../names.ts';
import { button, fieldsOf, heading, type Reply, reply, text } from '../reply.ts';
import { type Asked, beliefOf } from './asked.ts';

const MOST_ITEMS = 12;

/** The statistics of the items asked about. They are held against all that was responded to, and then looked out. */
export const statisticsOf = ({ tallies, concept }: Asked): readonly ItemStatistics[] =>
  itemStatistics(tallies).filter((item) => concept === undefined || item.concept === concept);

/** The items, those that want looking at first. */
export function itemsReply({ content }: Context, asked: Asked): Reply {
  const items = statisticsOf(asked).toSorted((one, other) => placeOf(one) - placeOf(other));
  const { concept, period, reckoning } = asked;
  const more = items.length - MOST_ITEMS;
  const about = concept === undefined ? '' : ` of "${titleOf(content, concept)}"`;
  return reply(
    [
      heading('Questions'),
      text(`How the questions${about} were responded to here, ${reckoning.said}.`),
      ...(items.length === 0 ? [text('None has been responded to by three learners yet, so none is told of.')] : []),
      fieldsOf(items.slice(0, MOST_ITEMS).map((item) => ({ name: item.item, value: wordsFor(content, item) }))),
      ...(more > 0 ? [text(`And ${more} more, in the file.`)] : []),
      text(HOW),
    ],
    [
      button('Export', `/group export items ${period}${concept === undefined ? '' : ` concept=${concept}`}`),
      button('Concepts', `/group ${period}`),
    ],
  );
}

const HOW =
  'Discrimination says how far those who do well elsewhere do well here, from −1 to 1. What is 0.1 or less, or right in fewer than 20% or more than 95%, wants looking at; with fewer than ten responses it is too early to tell.';

const FLAGS: Readonly<Record<ItemFlag, string>> = {
  'does-not-discriminate': 'It hardly tells those who know from those who do not.',
  'too-hard': 'Hardly anybody gets it right: is it clear?',
  'too-easy': 'Nearly everybody gets it right.',
  'needs-more': 'It needs more responses.',
};
const ORDER: readonly (ItemFlag | undefined)[] = [
  ...(['does-not-discriminate', 'too-hard', 'too-easy'] as const),
  undefined,
  'needs-more',
];
const placeOf = ({ flag }: ItemStatistics): number => ORDER.indexOf(flag);

function wordsFor(content: Content, item: ItemStatistics): string {
  const { facility, recalled, responses, learners, discrimination, tempting, flag } = item;
  const parts = [
    `${Math.round(100 * facility)}% right (${recalled} of ${responses}, by ${counted(learners, 'learner')})`,
    ...(discrimination === undefined ? [] : [`discrimination ${discrimination.toFixed(2)}`]),
    ...(tempting ? [`most tempting: ${beliefOf(content, tempting.misconception)}`] : []),
  ];
  return `${parts.join('; ')}.${flag ? ` ${FLAGS[flag]}` : ''}`;
}
