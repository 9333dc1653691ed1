import { declare } from '../command.ts';
import { pickInPrompt, promptHere } from '../daily/pick-in-prompt.ts';
import { readRef } from '../numbered-ref.ts';
import { pickInRound } from '../rounds/pick-in-round.ts';

export const pick = declare({
  name: 'pick',
  summary: 'Respond to a question of a round or a daily prompt, as its buttons do; nobody else sees it.',
  options: {
    question: {
      type: 'presentation',
      about: 'which question, as its buttons have it; a round alone shows how you have done',
      required: true,
    },
    response: { type: 'text', about: 'the letter of the option you choose' },
  },
  examples: ['/pick #4f2a.1 b', '/pick #4f2a'],
  async handle(context, { question, response }) {
    const prompt = await promptHere(context, question);
    return prompt ? pickInPrompt(context, prompt, response) : pickInRound(context, readRef(question), response);
  },
});
