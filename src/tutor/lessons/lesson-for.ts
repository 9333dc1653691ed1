import type { Lesson } from '../../lessons/lesson.ts';
import type { Content } from '../command.ts';
import { button, type Choice, typedButton } from '../reply.ts';

/** The lesson to send a learner to for a concept: the one that is about it, else the first that teaches it too. */
export function lessonFor({ lessons }: Pick<Content, 'lessons'>, concept: string): Lesson | undefined {
  const all = [...lessons.values()];
  return all.find(({ concepts: [main] }) => main === concept) ?? all.find(({ concepts }) => concepts.includes(concept));
}

/** A button that begins a lesson, or goes on with it. */
export const lessonButton = ({ id, title }: Lesson, label = `Lesson: ${title}`): Choice =>
  button(label, `/lesson start ${id}`);

/** A button at a step, which says which: an old one is known by that for what it is. Typed, it means the step one is at. */
export const lessonStep = (label: string, action: string, ref: string): Choice =>
  typedButton(label, `/lesson ${action} ${ref}`, `/lesson ${action}`);
