import { type Content, declare, titleOf } from '../command.ts';
import { pickItem } from '../pick-item.ts';
import { putQuestion } from '../put-question.ts';
import { button, notice, type Reply } from '../reply.ts';
import { enoughToday } from '../today.ts';

export const quiz = declare({
  name: 'quiz',
  summary: 'Get a question: first what is due again, then what is new.',
  options: {
    cap: { type: 'choice', choices: ['anyway'], about: 'go on, though it is enough for today or a lab is due' },
    concept: { type: 'listed', list: 'concepts', about: 'the concept to practise; I choose unless you say' },
  },
  examples: ['/quiz', '/quiz two-jobs', '/quiz anyway'],
  async handle(context, { cap, concept }) {
    const enough = concept === undefined && cap === undefined ? await enoughToday(context) : undefined;
    if (enough) return enough;
    const seed = context.newSeed();
    const picked = await pickItem(context, concept, seed);
    return picked ? putQuestion(context, picked, seed) : noQuestions(context.content, concept);
  },
});

function noQuestions(content: Content, concept: string | undefined): Reply {
  const about = concept === undefined ? '' : ` about "${titleOf(content, concept)}"`;
  return notice(`There are no questions${about} yet.`, [button('Concepts', '/concepts')]);
}
