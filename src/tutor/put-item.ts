import type { Presentation, PresentedForm } from '../items/presentation.ts';
import { type Block, type Choice, heading, type Reply, reply, text, typedButton } from './reply.ts';
import { responseChoicesTo, wordsFor } from './response-choices.ts';

/** Draws a presentation: its task, its options, and what to press or fill in. */
export function putItem(id: string, title: string, presentation: Presentation): Reply {
  const { form } = presentation;
  return reply([heading(title), ...task(presentation), ...wordsFor(form)], responseChoices(id, form));
}

/** Its story, a line each and numbered where there are several, and its stem. */
export function task({ story, stem }: Presentation): readonly Block[] {
  if (story.length < 2) return [...story, stem].map(text);
  return [story.map((step, place) => `${place + 1}. ${step}`).join('\n'), stem].map(text);
}

/** What a response to a presentation is given with, as often as it is asked for; and a way to a hint. */
export const responseChoices = (id: string, form: PresentedForm): readonly Choice[] => [
  ...waysToRespond(id, form),
  hintButton(id, 1),
];

/** It says beforehand what it costs, and its number, so that pressed twice it takes one. */
export const hintButton = (id: string, number: number): Choice =>
  typedButton(number === 1 ? 'Hint (comes back sooner)' : 'Next hint', `/hint #${id} ${number}`, '/hint');

export const waysToRespond = (id: string, form: PresentedForm): readonly Choice[] =>
  responseChoicesTo(`/respond #${id} {}`, form);
