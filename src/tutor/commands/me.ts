import { recallChart } from '../charts/recall-chart.ts';
import { declare } from '../command.ts';
import { dueBlocks } from '../due-block.ts';
import { dueLab } from '../labs/offer-lab.ts';
import { beliefBlocks, beliefsOf, practiseChoices } from '../me/beliefs.ts';
import { practiceWords } from '../me/practice-words.ts';
import { recallBlocks } from '../me/recall-blocks.ts';
import { charted } from '../pictures.ts';
import { button, heading, notice, reply, text } from '../reply.ts';
import { memoryParameters } from '../settings/memory-settings.ts';
import { TIME_ZONE } from '../settings/settings.ts';
import { learnerSubject, settled } from '../settings/settled.ts';
import { dueOf } from '../today.ts';

const MOST_BELIEFS = 5;

export const me = declare({
  name: 'me',
  summary: 'Show what I know of what you know: beliefs to put right, what is due, what you recall.',
  options: {},
  examples: ['/me'],
  async handle(context) {
    const { store, learner, content, now } = context;
    const reviews = await store.briefReviews(learner);
    const own = await settled(store, learnerSubject(learner));
    const zone = own.value(TIME_ZONE);
    const practice = practiceWords(content, reviews, zone);
    if (practice === undefined) return notice(NOTHING, [button('First question', '/quiz')]);
    const beliefs = beliefsOf(content, reviews);
    const lab = await dueLab(context);
    const memories = await store.memories(learner);
    return reply(
      [
        heading('What you know'),
        text(practice),
        ...dueBlocks(await dueOf(context), lab),
        ...beliefBlocks(beliefs, MOST_BELIEFS, zone, now),
        ...(beliefs.length === 0 ? [text('None of your responses has shown a false belief.')] : []),
        ...recallBlocks(content.concepts, memories, now, memoryParameters(own)),
        ...charted(context.pictures, 'recall', recallChart(content.concepts, memories, now, memoryParameters(own))),
      ],
      [
        ...practiseChoices(content, beliefs, MOST_BELIEFS),
        button('Next question', '/quiz'),
        ...(lab ? [lab.choice] : []),
        button('Review what I missed', '/review'),
        button('Concepts', '/concepts'),
        button('Settings', '/settings'),
      ],
    );
  },
});

const NOTHING =
  'I know nothing of you yet. After your first responses you find here what you know, which beliefs to put right, and what comes back when.';
