import { sizeWords } from '../sent-file.ts';

/** What a place may add, so that one pack cannot fill the database or keep everybody waiting. */
export const LIMITS = {
  fileOctets: 256 * 1024,
  items: 150,
  /** What may happen in one question, all told, since each of it is done in every world. */
  happenings: 60,
  packs: 20,
  openDrafts: 50,
  openDraftsOfOne: 10,
  /** How much may have been done in a sandbox that a question is made of, so that the question can tell it. */
  draftedSteps: 16,
  /** In how many worlds each key is proven. */
  seeds: 200,
} as const;

export const LIMITS_SAID = `A pack may have ${sizeWords(LIMITS.fileOctets)} and ${LIMITS.items} questions, and a server or workspace ${LIMITS.packs} packs of its own.`;
