import { percent } from '../../base/percent.ts';
import { SECOND } from '../../base/time.ts';
import { versionOf } from '../../items/version.ts';
import { type ItemFlag, type ItemStatistics, itemStatistics } from '../../learning/item-statistics.ts';
import { type Content, type Context, titleOf } from '../command.ts';
import { counted } from '../names.ts';
import { button, fieldsOf, heading, type Reply, reply, text } from '../reply.ts';
import { type Asked, beliefOf } from './asked.ts';

const MOST_ITEMS = 12;

/** The statistics of the items asked about. They are held against all that was responded to, and then looked out. */
export async function statisticsOf(
  { store, account }: Context,
  { tallies, concept, reckoning }: Asked,
): Promise<readonly ItemStatistics[]> {
  const handled = await store.itemHandling(account, reckoning.within);
  return itemStatistics(tallies, handled).filter((item) => concept === undefined || item.concept === concept);
}

/** The items, those that want looking at first. */
export async function itemsReply(context: Context, asked: Asked): Promise<Reply> {
  const { content } = context;
  const items = inNeedFirst(await statisticsOf(context, asked));
  const { concept, period, reckoning } = asked;
  const more = items.length - MOST_ITEMS;
  const about = concept === undefined ? '' : ` of "${titleOf(content, concept)}"`;
  return reply(
    [
      heading('Questions'),
      text(`How the questions${about} were responded to here, ${reckoning.said}.`),
      ...(items.length === 0 ? [text('None has been responded to by three learners yet, so none is told of.')] : []),
      fieldsOf(items.slice(0, MOST_ITEMS).map((item) => ({ name: item.item, value: statisticsWords(content, item) }))),
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
  reported: 'Somebody says that it is wrong: `/reports`.',
  'does-not-discriminate': 'It hardly tells those who know from those who do not.',
  'too-hard': 'Hardly anybody gets it right: is it clear?',
  'too-easy': 'Nearly everybody gets it right.',
  'needs-more': 'It needs more responses.',
};
const ORDER: readonly (ItemFlag | undefined)[] = [
  ...(['reported', 'does-not-discriminate', 'too-hard', 'too-easy'] as const),
  undefined,
  'needs-more',
];
const placeOf = ({ flag }: ItemStatistics): number => ORDER.indexOf(flag);

/** Those that want looking at before the others. */
export const inNeedFirst = (items: readonly ItemStatistics[]): readonly ItemStatistics[] =>
  items.toSorted((one, other) => placeOf(one) - placeOf(other));

/** What there is to say of an item, and whether it is as it stands in its pack. */
export function statisticsWords(content: Content, item: ItemStatistics): string {
  const { facility, recalled, responses, learners, discrimination, tempting, time, reports, open, flag } = item;
  const parts = [
    `${percent(facility)} right (${recalled} of ${responses}, by ${counted(learners, 'learner')})`,
    ...(discrimination === undefined ? [] : [`discrimination ${discrimination.toFixed(2)}`]),
    ...(time === undefined ? [] : [`half within ${counted(Math.max(1, Math.round(time / SECOND)), 'second')}`]),
    ...(tempting ? [`most tempting: ${beliefOf(content, tempting.misconception)}`] : []),
    ...(reports > 0 ? [`${counted(reports, 'report')}, ${open} of them open`] : []),
  ];
  return `${parts.join('; ')}.${flag ? ` ${FLAGS[flag]}` : ''}${earlier(content, item)}`;
}

function earlier({ items }: Content, { item, version }: ItemStatistics): string {
  const present = items.get(item);
  if (!present) return ' It is in no pack any more.';
  return version === undefined || versionOf(present) === version ? '' : ' That was before it was changed.';
}
