import { assertNever } from '../base/result.ts';

export type StoreProblem =
  | 'no-folder'
  | 'is-folder'
  | 'no-permission'
  | 'not-a-database'
  | 'foreign'
  | 'newer'
  | 'locked'
  | 'damaged'
  | 'disk';

/** The file that the store keeps cannot be used. The message is a sentence for whoever runs the program. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly problem: StoreProblem;

  constructor(file: string, problem: StoreProblem, cause?: unknown) {
    super(`The database file ${file} ${whatIsWrong(problem)}`, { cause });
    this.problem = problem;
  }
}

/** What is wrong, and what to do. */
function whatIsWrong(problem: StoreProblem): string {
  switch (problem) {
    case 'no-folder':
      return 'cannot be made: its folder does not exist. Make the folder, or name another file.';
    case 'is-folder':
      return 'is a folder. Name a file in it instead.';
    case 'no-permission':
      return 'cannot be opened for writing. Let this user read and write both the file and its folder, or name another file.';
    case 'not-a-database':
      return 'is not a database, and was left as it is. Name another file.';
    case 'foreign':
      return 'belongs to another program, and was left as it is. Name another file.';
    case 'newer':
      return 'was written by a newer version of this program, and was left as it is. Update the program, or name another file.';
    case 'locked':
      return 'is locked by another program. Close whatever has it open, and try again.';
    case 'damaged':
      return 'is damaged. Put back a copy of it, or name another file.';
    case 'disk':
      return 'cannot be written: the disk is full or failing. Make room, and try again.';
    default:
      return assertNever(problem);
  }
}
