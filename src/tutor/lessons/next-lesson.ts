import type { Lesson } from '../../lessons/lesson.ts';
import type { Content } from '../command.ts';

/** The first lesson that the learner has not finished, in the order in which they build on each other; undefined after all. */
export const nextLesson = ({ lessons }: Pick<Content, 'lessons'>, finished: ReadonlySet<string>): Lesson | undefined =>
  [...lessons.values()].find(({ id }) => !finished.has(id));
