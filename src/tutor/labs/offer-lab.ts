import type { Lab } from '../../labs/lab.ts';
import type { Choice } from '../reply.ts';
import type { Whose } from '../whose.ts';
import { comebacksOf, dueAmong } from './due-labs.ts';
import { labButton } from './next-lab.ts';

/** Labs that are due again, in words, with a button that begins the first. */
export interface LabOffer {
  readonly words: string;
  readonly choice: Choice;
}

/** Offers what is due of the labs that a learner has done; undefined where nothing is. */
export async function dueLab(whose: Whose): Promise<LabOffer | undefined> {
  const { store, learner, content, now } = whose;
  const [first, ...others] = dueAmong(content, await comebacksOf(whose, await store.labRuns(learner)), now);
  return first && { words: wordsFor(first, others.length), choice: labButton(first) };
}

function wordsFor({ title }: Lab, others: number): string {
  const rest = others === 0 ? '' : ` ${others} more ${others === 1 ? 'is' : 'are'} due after it.`;
  return `A lab is due: "${title}", in a world of new names.${rest}`;
}
