/** How a verdict is called inside a sentence. */
export const JUDGED = { correct: 'right', partial: 'partly right', incorrect: 'not right' } as const;
