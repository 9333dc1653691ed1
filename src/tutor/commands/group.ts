import { assertNever } from '../../base/result.ts';
import { groupHeatMap } from '../charts/group-heat-map.ts';
import { declare } from '../command.ts';
import { gather } from '../group/asked.ts';
import { conceptsReply } from '../group/concepts.ts';
import { exportItems, exportResponses } from '../group/export.ts';
import { itemsReply } from '../group/items.ts';
import { PERIODS } from '../scores/period.ts';

export const group = declare({
  name: 'group',
  summary: 'Show what the group gets wrong, which questions want looking at, or export both.',
  options: {
    action: {
      type: 'choice',
      choices: ['concepts', 'items', 'export'],
      about: 'what to show; the concepts that sink the group unless you say',
    },
    of: { type: 'choice', choices: ['responses', 'items'], about: 'what to export; the responses unless you say' },
    period: { type: 'choice', choices: PERIODS, about: 'since when; since the beginning unless you say' },
    concept: { type: 'listed', list: 'concepts', about: 'one concept only' },
    page: { type: 'integer', about: 'which file of several; the first unless you say' },
  },
  examples: ['/group', '/group week', '/group items', '/group export responses month', '/group export items'],
  isForOrganisers: true,
  async handle(context, { action = 'concepts', of = 'responses', period = 'all', concept, page = 1 }) {
    const asked = await gather(context, period, concept);
    if ('refused' in asked) return asked.refused;
    switch (action) {
      case 'concepts':
        return conceptsReply(context, asked, await groupHeatMap(context, asked));
      case 'items':
        return itemsReply(context, asked);
      case 'export':
        return of === 'items' ? exportItems(context, asked) : exportResponses(context, asked, page);
      default:
        return assertNever(action);
    }
  },
});
