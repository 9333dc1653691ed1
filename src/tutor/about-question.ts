import { type Button, typedButton } from './reply.ts';
import type { LearnerId } from './store/account.ts';
import type { Store } from './store.ts';

/** Makes buttons about one question: what the button says, the command, and what comes after the question in it. */
export type AboutQuestion = (label: string, command: string, more?: string) => Button;

/** Buttons about a question, which say which it is. Whoever types need not, as long as it was the last that they got. */
export async function aboutQuestion(
  store: Pick<Store, 'latestPresentation'>,
  learner: LearnerId,
  id: string,
): Promise<AboutQuestion> {
  const latest = await store.latestPresentation(learner);
  return latest?.id === id ? aboutLast(id) : aboutEarlier(id);
}

const aboutLast =
  (id: string): AboutQuestion =>
  (label, command, more) =>
    typedButton(label, lineOf(command, `#${id}`, more), lineOf(command, more));

const aboutEarlier =
  (id: string): AboutQuestion =>
  (label, command, more) => ({ kind: 'button', label, command: lineOf(command, `#${id}`, more) });

const lineOf = (...words: readonly (string | undefined)[]): string =>
  words.filter((word) => word !== undefined).join(' ');
