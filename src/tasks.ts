/** What can be asked of the questions. */
export const BANK_TASKS = ['check-content', 'facts', 'sample', 'coverage'] as const;
/** What can be done instead of serving, by its word on the command line. */
const TASKS = [
  'invite',
  'doctor',
  'rebuild',
  'copy',
  'backup',
  'restore',
  'serve',
  'export',
  'check',
  'items',
  'pack',
  'draw',
  ...BANK_TASKS,
] as const;
export type Task = (typeof TASKS)[number];

/** The task that a word names, if it does. */
export const taskNamed = (word: string): Task | undefined => TASKS.find((task) => task === word);
